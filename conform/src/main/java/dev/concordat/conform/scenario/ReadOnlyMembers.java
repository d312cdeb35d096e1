package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.resource.SchemaMembers;
import dev.concordat.conform.resource.Words;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformMeaningRules;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Creates with values for members that are `readOnly`. To refuse them or to pass over them is right; to keep them is not.
final class ReadOnlyMembers implements Scenario {
  private static final int MAX_TRIES = 4;

  @Override
  public String name() {
    return "read-only-members";
  }

  @Override
  public int requests() {
    return 7;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    return site.as(operation, Role.CREATE).filter(Site::canLive).isPresent()
        && Bodies.json(operation)
            .flatMap(MediaTypeSpec::schema)
            .filter(
                schema ->
                    SchemaMembers.of(schema).values().stream()
                        .anyMatch(ReadOnlyMembers::isReadOnly))
            .isPresent();
  }

  private static boolean isReadOnly(Schema schema) {
    return schema.view().staysAtHome(Direction.REQUEST);
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    Resource resource = walk.site().resources().of(operation).orElseThrow();
    Schema takes = Bodies.json(operation).flatMap(MediaTypeSpec::schema).orElseThrow();
    Optional<Made> usual = walk.make(resource);
    if (usual.isEmpty()) {
      return;
    }
    Optional<JsonObject> there = walk.shown(walk.read(usual.get().instance(), "see what it is"));
    if (there.isEmpty()) {
      return;
    }
    JsonObject forged = forged(walk, usual.get().sent(), there.get(), takes);
    if (forged.size() == usual.get().sent().size()) {
      return;
    }
    List<String> values = usual.get().instance().values();
    Optional<Made> made =
        new Maker(walk).makeFrom(resource, values.subList(0, values.size() - 1), forged);
    Optional<Exchange> read =
        made.map(each -> walk.read(each.instance(), "read what was made with them"));
    Optional<JsonObject> now = read.flatMap(walk::shown);
    if (now.isPresent()) {
      told(walk, operation, made.get(), read.get(), now.get(), usual.get().sent());
    }
  }

  private static void told(
      Walk walk, HttpOperation create, Made made, Exchange read, JsonObject now, JsonObject usual) {
    List<String> kept =
        made.sent().members().keySet().stream()
            .filter(name -> !usual.has(name))
            .filter(
                name ->
                    now.member(name)
                        .filter(v -> Likeness.isKept(made.sent().member(name).orElseThrow(), v))
                        .isPresent())
            .toList();
    if (kept.isEmpty()) {
      return;
    }
    String first = kept.getFirst();
    String value = Written.text(now.member(first));
    walk.suspect(
        ConformMeaningRules.READ_ONLY_WRITTEN,
        Certainty.CONTRACT,
        create,
        "body:/" + first,
        "",
        first + " is readOnly, was sent as " + value + ", and is read as that",
        "The contract marks it readOnly: only the provider sets it.",
        Optional.of(new Comparison("a value of the provider's own", value)),
        List.of(made.exchange(), read),
        kept.stream().skip(1).map(name -> name + " too").toList());
  }

  /// The body with a value for every read-only member that is neither the id nor what the provider would set itself.
  private static JsonObject forged(Walk walk, JsonObject sent, JsonObject there, Schema takes) {
    JsonObject forged = Distinct.of(sent, takes, walk.site().bodies().next());
    for (Map.Entry<String, Schema> member : SchemaMembers.of(takes).entrySet()) {
      String name = member.getKey();
      boolean isId = Words.plain(name).endsWith("id") || sent.has(name);
      if (!isId && isReadOnly(member.getValue())) {
        Optional<JsonValue> value = other(walk, member.getValue(), there.member(name), name);
        forged = value.isPresent() ? forged.with(name, value.get()) : forged;
      }
    }
    return forged;
  }

  private static Optional<JsonValue> other(
      Walk walk, Schema schema, Optional<JsonValue> usual, String name) {
    for (int i = 0; i < MAX_TRIES; i++) {
      Optional<JsonValue> value =
          walk.site()
              .bodies()
              .value(schema, "read-only/" + name, Direction.RESPONSE)
              .map(made -> Unmistakable.like(made, schema));
      boolean isOther =
          value.isPresent() && usual.filter(u -> Likeness.isKept(value.get(), u)).isEmpty();
      if (isOther) {
        return value;
      }
    }
    return Optional.empty();
  }
}

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
    return 11;
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
      List<String> kept = kept(made.get().sent(), now.get(), usual.get().sent());
      boolean isSure =
          kept.stream()
              .anyMatch(
                  name -> made.get().sent().member(name).filter(Unmistakable::is).isPresent());
      List<String> proved =
          isSure || kept.isEmpty() ? kept : proved(walk, made.get(), takes, there.get(), kept);
      told(walk, operation, made.get(), read.get(), now.get(), proved);
    }
  }

  /// Of the members that have few values those that are kept a second time, and that the provider, left alone, sets to what
  /// it set them to before: others may be what was sent by chance.
  private static List<String> proved(
      Walk walk, Made made, Schema takes, JsonObject there, List<String> names) {
    Resource resource = made.instance().resource();
    List<String> values = made.instance().values();
    JsonObject forged = Distinct.of(made.sent(), takes, walk.site().bodies().next());
    Optional<JsonObject> twice =
        new Maker(walk)
            .makeFrom(resource, values.subList(0, values.size() - 1), forged)
            .flatMap(again -> shown(walk, again));
    Optional<JsonObject> alone = walk.make(resource).flatMap(again -> shown(walk, again));
    return names.stream()
        .filter(name -> twice.flatMap(it -> it.member(name)).equals(forged.member(name)))
        .filter(name -> alone.flatMap(it -> it.member(name)).equals(there.member(name)))
        .toList();
  }

  private static Optional<JsonObject> shown(Walk walk, Made made) {
    return walk.shown(walk.read(made.instance(), "see whether that is so again"));
  }

  private static List<String> kept(JsonObject sent, JsonObject now, JsonObject usual) {
    return sent.members().keySet().stream()
        .filter(name -> !usual.has(name))
        .filter(
            name ->
                now.member(name)
                    .filter(value -> Likeness.isKept(sent.member(name).orElseThrow(), value))
                    .isPresent())
        .toList();
  }

  private static void told(
      Walk walk,
      HttpOperation create,
      Made made,
      Exchange read,
      JsonObject now,
      List<String> kept) {
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

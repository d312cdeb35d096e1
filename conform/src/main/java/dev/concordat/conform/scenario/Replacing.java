package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Instance;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformMeaningRules;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Replaces a thing with everything the contract names, the same again, and then with what is required only.
final class Replacing implements Scenario {
  /// What the contract allows may be refused for a reason that it does not say; then less is tried.
  private static final int MAX_BODIES = 3;

  @Override
  public String name() {
    return "replace";
  }

  @Override
  public int requests() {
    return 14;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    return site.as(operation, Role.REPLACE).filter(Site::canLive).isPresent()
        && Bodies.json(operation).isPresent();
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    Resource resource = walk.site().resources().of(operation).orElseThrow();
    Schema takes = Bodies.json(operation).flatMap(spec -> spec.schema()).orElseThrow();
    Optional<Made> made = walk.make(resource);
    Optional<JsonObject> before =
        made.map(each -> walk.read(each.instance(), "see that it is there")).flatMap(walk::shown);
    if (made.isEmpty() || before.isEmpty()) {
      return;
    }
    new Steps(walk, operation, made.get(), takes, new State(resource)).replace(before.get());
  }

  /// What all steps need.
  private record Steps(Walk walk, HttpOperation put, Made made, Schema takes, State state) {

    void replace(JsonObject before) {
      Instance instance = made.instance();
      List<JsonObject> bodies =
          walk.site()
              .bodies()
              .candidates(put, Bodies.json(put).orElseThrow(), walk.memory())
              .map(each -> keepingIds(each, before))
              .sorted(Comparator.comparingInt(JsonObject::size).reversed())
              .limit(MAX_BODIES)
              .toList();
      for (JsonObject body : bodies) {
        Exchange first = walk.write(instance, Role.REPLACE, body, "replace it");
        if (walk.isDone(first)) {
          judge(before, body, first);
          return;
        }
      }
    }

    private void judge(JsonObject before, JsonObject body, Exchange first) {
      Instance instance = made.instance();
      created(first);
      Exchange read = walk.read(instance, "read it");
      Optional<JsonObject> once = walk.shown(read);
      if (once.isEmpty()
          || !isThere(before, body, once.get(), List.of(made.exchange(), first, read))) {
        return;
      }
      again(body, once.get());
      less(body, first);
    }

    /// Ids in a body are the thing's own: another one would be a wish to rename it.
    private JsonObject keepingIds(JsonObject body, JsonObject before) {
      JsonObject kept = body;
      for (int i = 0; i < body.size(); i++) {
        String name = body.nameAt(i);
        Optional<JsonValue> own = before.member(name);
        if (isOwnId(own)) {
          kept = kept.with(name, own.orElseThrow());
        }
      }
      return kept;
    }

    private boolean isOwnId(Optional<JsonValue> value) {
      return value
          .map(JsonValue::toString)
          .filter(made.instance().id().toString()::equals)
          .isPresent();
    }

    private void created(Exchange exchange) {
      if (exchange.status() == 201) {
        walk.suspect(
            ConformMeaningRules.EXISTING_CREATED,
            Certainty.HTTP,
            put,
            "status",
            put.methodAndPath() + " was answered 201, and what it replaced could be read before",
            "RFC 9110 section 9.3.4: where there was a representation, the answer is 200 or 204.",
            made.exchange(),
            exchange);
      }
    }

    /// Whether the write took effect; tells where it did not.
    private boolean isThere(
        JsonObject before, JsonObject body, JsonObject now, List<Exchange> story) {
      JsonObject sent = Places.aligned(body, now, made.instance());
      List<String> lost = state.lost(sent, now, takes);
      boolean isUntouched = state.differences(before, now).isEmpty() && !lost.isEmpty();
      if (isUntouched) {
        walk.suspect(
            ConformMeaningRules.WRITE_LOST,
            Certainty.HTTP,
            put,
            "status",
            "",
            put.methodAndPath() + " was answered with a success, and the old state is still there",
            "RFC 9110 section 9.3.4: after a successful PUT a GET shows what was put.",
            Optional.of(new Comparison(sent.toString(), now.toString())),
            story,
            List.of());
      } else {
        Written.altered(walk, put, sent, now, lost, story);
      }
      return lost.isEmpty();
    }

    private void again(JsonObject body, JsonObject once) {
      Exchange second = walk.write(made.instance(), Role.REPLACE, body, "replace it with the same");
      if (!walk.isDone(second)) {
        return;
      }
      created(second);
      Exchange read = walk.read(made.instance(), "read it");
      List<String> different =
          walk.shown(read).map(twice -> state.differences(once, twice)).orElse(List.of());
      if (!different.isEmpty() && walk.isSteady(made.instance(), walk.shown(read).orElseThrow())) {
        String first = different.getFirst();
        JsonObject twice = walk.shown(read).orElseThrow();
        walk.suspect(
            ConformMeaningRules.PUT_NOT_IDEMPOTENT,
            Certainty.HTTP,
            put,
            "body:/" + first,
            "",
            first
                + " was "
                + Written.text(once.member(first))
                + " after the first PUT and is "
                + Written.text(twice.member(first))
                + " after the same again",
            "RFC 9110 section 9.2.2: several identical PUTs have the effect of one.",
            Optional.of(
                new Comparison(
                    Written.text(once.member(first)), Written.text(twice.member(first)))),
            List.of(made.exchange(), second, read),
            different.stream().skip(1).map(name -> name + " too").toList());
      }
    }

    /// Replaces it with less, and looks for what was left.
    private void less(JsonObject more, Exchange earlier) {
      JsonObject required = Required.of(more, takes);
      if (required.size() == more.size()) {
        return;
      }
      Exchange shorter =
          walk.write(made.instance(), Role.REPLACE, required, "replace it with less");
      if (!walk.isDone(shorter)) {
        return;
      }
      Exchange read = walk.read(made.instance(), "read it");
      Optional<JsonObject> now = walk.shown(read);
      if (now.isEmpty()) {
        return;
      }
      // A name that is the id in the path is there whatever the body says.
      List<String> left =
          state.leftovers(more, required, now.get(), takes).stream()
              .filter(name -> !isOwnId(now.get().member(name)))
              .toList();
      if (!left.isEmpty()) {
        String first = left.getFirst();
        walk.suspect(
            ConformMeaningRules.PUT_NOT_FULL,
            Certainty.HTTP,
            put,
            "body",
            "",
            "PUT without " + first + " leaves it at " + Written.text(now.get().member(first)),
            "RFC 9110 section 9.3.4: PUT replaces the state by the representation in the request.",
            Optional.of(new Comparison("no " + first, Written.text(now.get().member(first)))),
            List.of(made.exchange(), earlier, shorter, read),
            left.stream().skip(1).map(name -> name + " too").toList());
      }
    }
  }
}

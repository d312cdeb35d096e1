package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.resource.SchemaMembers;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformMeaningRules;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes one member of a thing and looks at the others; then removes one with null.
final class Patching implements Scenario {
  @Override
  public String name() {
    return "patch";
  }

  @Override
  public int requests() {
    return 10;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    return site.as(operation, Role.PATCH).filter(Site::canLive).isPresent()
        && Bodies.json(operation).isPresent();
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    Resource resource = walk.site().resources().of(operation).orElseThrow();
    Optional<Made> made = walk.make(resource);
    Optional<JsonObject> before =
        made.map(each -> walk.read(each.instance(), "see that it is there")).flatMap(walk::shown);
    if (before.isPresent()) {
      var steps =
          new Steps(
              walk,
              operation,
              Bodies.json(operation).orElseThrow(),
              made.orElseThrow(),
              new State(resource));
      steps.change(before.get()).ifPresent(steps::remove);
    }
  }

  private record Steps(Walk walk, HttpOperation patch, MediaTypeSpec spec, Made made, State state) {
    private Schema takes() {
      return spec.schema().orElseThrow();
    }

    /// Changes one member; the state afterwards, if all is well.
    Optional<JsonObject> change(JsonObject before) {
      Optional<JsonObject> change = changeOf(before);
      if (change.isEmpty()) {
        return Optional.of(before);
      }
      String name = change.get().nameAt(0);
      Exchange patched = walk.write(made.instance(), Role.PATCH, change.get(), "change " + name);
      if (!walk.isDone(patched)) {
        return Optional.empty();
      }
      Exchange read = walk.read(made.instance(), "read it");
      Optional<JsonObject> after = walk.shown(read);
      if (after.isEmpty()) {
        return Optional.empty();
      }
      List<Exchange> story = List.of(made.exchange(), patched, read);
      List<String> lost = state.lost(change.get(), after.get(), takes());
      List<String> others =
          state.differences(before, after.get()).stream()
              .filter(other -> !other.equals(name))
              .toList();
      if (!lost.isEmpty()) {
        lost(name, change.get(), before, after.get(), story);
      } else if (!others.isEmpty() && walk.isSteady(made.instance(), after.get())) {
        touched(others, before, after.get(), story);
      }
      return lost.isEmpty() && others.isEmpty() ? after : Optional.empty();
    }

    /// A patch with one member of another value than it has.
    private Optional<JsonObject> changeOf(JsonObject before) {
      Map<String, Schema> members = SchemaMembers.of(takes());
      Optional<JsonObject> all = walk.site().bodies().full(patch, takes());
      return all.flatMap(
          values ->
              values.members().entrySet().stream()
                  .filter(member -> state.isClients(member.getKey(), members))
                  .filter(member -> !Likeness.isEmpty(member.getValue()))
                  .filter(
                      member ->
                          before
                              .member(member.getKey())
                              .map(now -> !Likeness.isKept(member.getValue(), now))
                              .orElse(false))
                  .map(member -> JsonObject.EMPTY.with(member.getKey(), member.getValue()))
                  .filter(change -> takes().accepts(change, Direction.REQUEST))
                  .findFirst());
    }

    private void lost(
        String name, JsonObject change, JsonObject before, JsonObject after, List<Exchange> story) {
      if (!state.differences(before, after).isEmpty()) {
        Written.altered(walk, patch, change, after, List.of(name), story);
        return;
      }
      walk.suspect(
          ConformMeaningRules.WRITE_LOST,
          Certainty.HTTP,
          patch,
          "status",
          "",
          patch.methodAndPath() + " was answered with a success, and " + name + " is as before",
          "RFC 5789 section 2: a successful PATCH has applied the changes.",
          Optional.of(
              new Comparison(Written.text(change.member(name)), Written.text(after.member(name)))),
          story,
          List.of());
    }

    private void touched(
        List<String> others, JsonObject before, JsonObject after, List<Exchange> story) {
      String first = others.getFirst();
      walk.suspect(
          ConformMeaningRules.PATCH_NOT_PARTIAL,
          Certainty.HTTP,
          patch,
          "body",
          "",
          first
              + " was "
              + Written.text(before.member(first))
              + " and is "
              + Written.text(after.member(first))
              + ", though the patch did not name it",
          "RFC 5789 section 2: what a patch does not name stays as it is.",
          Optional.of(
              new Comparison(
                  Written.text(before.member(first)), Written.text(after.member(first)))),
          story,
          others.stream().skip(1).map(name -> name + " too").toList());
    }

    /// Removes a member with null.
    void remove(JsonObject before) {
      boolean isMergePatch = spec.mediaType().subtype().equals("merge-patch+json");
      Map<String, Schema> members = SchemaMembers.of(takes());
      Optional<String> name =
          before.members().keySet().stream()
              .filter(each -> state.isClients(each, members))
              .filter(each -> !Likeness.isEmpty(before.member(each).orElseThrow()))
              .filter(each -> takes().accepts(removal(each), Direction.REQUEST))
              .findFirst();
      if (name.isEmpty()) {
        return;
      }
      Exchange patched =
          walk.write(made.instance(), Role.PATCH, removal(name.get()), "remove " + name.get());
      if (!walk.isDone(patched)) {
        return;
      }
      Exchange read = walk.read(made.instance(), "read it");
      Optional<JsonValue> now = walk.shown(read).flatMap(after -> after.member(name.get()));
      boolean isStill =
          now.filter(v -> Likeness.isKept(before.member(name.get()).orElseThrow(), v)).isPresent();
      if (isStill) {
        walk.suspect(
            ConformMeaningRules.PATCH_NULL_KEPT,
            isMergePatch ? Certainty.HTTP : Certainty.GUESS,
            patch,
            "body",
            name.get() + " was set to null and still is " + Written.text(now),
            isMergePatch
                ? "RFC 7396: null removes the member."
                : "The contract allows null here, and the patch was acknowledged.",
            made.exchange(),
            patched,
            read);
      }
    }

    private static JsonObject removal(String name) {
      return JsonObject.EMPTY.with(name, JsonNull.NULL);
    }
  }
}

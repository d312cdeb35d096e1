package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Instance;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.resource.Words;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.ConformMeaningRules;
import dev.concordat.model.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// Deletes a thing, reads it, looks for it in its collection, and deletes it again.
final class Deleting implements Scenario {
  /// Parts of the names of members that tell of a deletion.
  private static final List<String> MARKS =
      List.of("delet", "remov", "archiv", "cancel", "activ", "enabled", "status", "state", "trash");

  @Override
  public String name() {
    return "delete";
  }

  @Override
  public int requests() {
    return 12;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    return site.as(operation, Role.DELETE).filter(Site::canLive).isPresent();
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    Resource resource = walk.site().resources().of(operation).orElseThrow();
    Optional<Made> made = walk.make(resource);
    if (made.isEmpty()) {
      return;
    }
    Instance instance = made.get().instance();
    Optional<JsonObject> before = walk.shown(walk.read(instance, "see that it is there"));
    if (before.isEmpty()) {
      return;
    }
    Exchange deletion = walk.delete(instance, "delete it");
    if (!deletion.isSuccess()) {
      return;
    }
    Exchange read = walk.read(instance, "read it again");
    if (walk.isDone(read) && !walk.isDone(deletion)) {
      return; // it may have been put off
    }
    if (walk.isDone(read)) {
      boolean isSame =
          walk.shown(read)
              .filter(now -> !isMarked(before.get(), now))
              .filter(now -> new State(resource).differences(before.get(), now).isEmpty())
              .isPresent();
      if (isSame) {
        walk.suspect(
            ConformMeaningRules.NOT_DELETED,
            Certainty.HTTP,
            operation,
            "status",
            operation.methodAndPath()
                + " was answered "
                + deletion.status()
                + ", and reading it afterwards "
                + read.status(),
            "RFC 9110 section 9.3.5: a successful DELETE takes away what the address leads to.",
            made.get().exchange(),
            deletion,
            read);
      }
      return;
    }
    if (Walk.isGone(read)) {
      listed(walk, made.get(), deletion);
      again(walk, operation, made.get(), deletion);
    }
  }

  /// Deleting what is gone may be answered in many ways; it must not bring it back.
  private static void again(Walk walk, HttpOperation delete, Made made, Exchange deletion) {
    Exchange second = walk.delete(made.instance(), "delete it again");
    if (!walk.isSound(second)) {
      return;
    }
    Exchange read = walk.read(made.instance(), "read it once more");
    if (walk.isDone(read)) {
      walk.suspect(
          ConformMeaningRules.NOT_DELETED,
          Certainty.HTTP,
          delete,
          "status",
          "again",
          "it was deleted and gone, and after a second DELETE it is there again",
          "RFC 9110 section 9.2.2: DELETE is idempotent.",
          Optional.empty(),
          List.of(made.exchange(), deletion, second, read),
          List.of());
    }
  }

  /// Whether the thing now says of itself that it is deleted: a kind of deletion that leaves a trace.
  private static boolean isMarked(JsonObject before, JsonObject now) {
    return now.members().entrySet().stream()
        .filter(member -> MARKS.stream().anyMatch(Words.plain(member.getKey())::contains))
        .anyMatch(member -> !before.member(member.getKey()).equals(Optional.of(member.getValue())));
  }

  private static void listed(Walk walk, Made made, Exchange deletion) {
    Resource resource = made.instance().resource();
    if (!resource.has(Role.LIST)) {
      return;
    }
    if (Listing.of(walk, made.instance()).search("look for it in the collection")
        instanceof Listing.Search.Found(Exchange where)) {
      walk.suspect(
          ConformMeaningRules.DELETED_LISTED,
          Certainty.GUESS,
          resource.operation(Role.LIST).orElseThrow(),
          "body",
          "what was deleted and can no longer be read is still in the list",
          "A collection does not show what was deleted from it.",
          made.exchange(),
          deletion,
          where);
    }
  }
}

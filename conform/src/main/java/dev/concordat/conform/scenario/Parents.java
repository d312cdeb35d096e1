package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Instance;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.ConformMeaningRules;
import dev.concordat.model.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a child under another parent, and once its own parent is deleted.
final class Parents implements Scenario {
  @Override
  public String name() {
    return "parents";
  }

  @Override
  public int requests() {
    return 12;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    return site.as(operation, Role.READ)
        .filter(Site::canLive)
        .flatMap(resource -> site.resources().parent(resource))
        .filter(parent -> parent.has(Role.CREATE) || parent.has(Role.REPLACE))
        .isPresent();
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    Resource resource = walk.site().resources().of(operation).orElseThrow();
    Resource parent = walk.site().resources().parent(resource).orElseThrow();
    Optional<Made> own = walk.make(parent);
    Optional<Made> child = own.flatMap(made -> walk.makeBelow(resource, made.instance()));
    Optional<JsonObject> there =
        child
            .map(made -> walk.read(made.instance(), "read it under its own parent"))
            .flatMap(walk::shown);
    if (child.isEmpty() || there.isEmpty()) {
      return;
    }
    Optional<Made> other = walk.make(parent);
    if (other.isPresent()
        && !isFoundBelow(walk, operation, child.get(), there.get(), other.get())) {
      orphan(walk, operation, child.get(), there.get(), own.get());
    }
  }

  private static boolean isFoundBelow(
      Walk walk, HttpOperation read, Made child, JsonObject there, Made other) {
    List<String> values = new ArrayList<>(other.instance().values());
    values.addAll(
        child.instance().values().subList(values.size(), child.instance().values().size()));
    var moved =
        new Instance(child.instance().resource(), values, child.instance().id(), Certainty.GUESS);
    Exchange exchange = walk.read(moved, "read it under another parent");
    boolean isFound =
        isSame(walk, child, there, exchange) && !values.equals(child.instance().values());
    if (isFound) {
      walk.suspect(
          ConformMeaningRules.WRONG_PARENT,
          Certainty.GUESS,
          read,
          "status",
          "what was created under one parent is answered "
              + exchange.status()
              + " under another one",
          "A path names the child of this parent; there is none, so the answer is 404.",
          child.exchange(),
          other.exchange(),
          exchange);
    }
    return isFound;
  }

  /// Whether the answer shows the child as it was.
  private static boolean isSame(Walk walk, Made child, JsonObject there, Exchange exchange) {
    return walk.shown(exchange)
        .filter(now -> new State(child.instance().resource()).differences(there, now).isEmpty())
        .isPresent();
  }

  /// What is below something that was deleted cannot be there.
  private static void orphan(
      Walk walk, HttpOperation read, Made child, JsonObject there, Made own) {
    Resource parent = own.instance().resource();
    if (!parent.has(Role.DELETE, Role.READ)) {
      return;
    }
    Exchange deletion = walk.delete(own.instance(), "delete its parent");
    if (!walk.isDone(deletion)
        || !Walk.isGone(walk.read(own.instance(), "see that the parent is gone"))) {
      return;
    }
    Exchange exchange = walk.read(child.instance(), "read it again");
    if (isSame(walk, child, there, exchange)) {
      walk.suspect(
          ConformMeaningRules.NOT_DELETED,
          Certainty.GUESS,
          read,
          "status",
          "its parent is deleted and answered 404, and below it this is answered "
              + exchange.status(),
          "A path below something that does not exist leads nowhere, so the answer is 404.",
          child.exchange(),
          deletion,
          exchange);
    }
  }
}

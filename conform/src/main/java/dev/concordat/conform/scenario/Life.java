package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Instance;
import dev.concordat.conform.resource.ItemIds;
import dev.concordat.conform.resource.JsonBodies;
import dev.concordat.conform.resource.Locations;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformMeaningRules;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Creates a thing, follows `Location`, reads it, and looks for it in its collection.
final class Life implements Scenario {
  @Override
  public String name() {
    return "create-and-read";
  }

  @Override
  public int requests() {
    return 10;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    Optional<Resource> resource = site.as(operation, Role.CREATE);
    return resource.isPresent()
        || site.as(operation, Role.REPLACE).filter(r -> !r.has(Role.CREATE)).isPresent();
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    Resource resource = walk.site().resources().of(operation).orElseThrow();
    Optional<Made> made = walk.make(resource);
    if (made.isEmpty()) {
      return;
    }
    Optional<Exchange> read = located(walk, operation, made.get());
    if (read.isPresent() && resource.has(Role.LIST) && operation.method().equals("POST")) {
      listed(walk, made.get(), read.get());
    }
  }

  /// The exchange that shows it; nothing where it is not there, or where that cannot be known.
  private static Optional<Exchange> located(Walk walk, HttpOperation create, Made made) {
    Exchange creation = made.exchange();
    HttpResponseMessage response = creation.response().orElseThrow();
    Optional<String> location =
        response.header("Location").filter(text -> response.status() == 201);
    Instance instance = made.instance();
    Resource resource = instance.resource();
    if (!resource.has(Role.READ)) {
      return Optional.empty();
    }
    if (location.isEmpty()) {
      return byId(walk, create, made);
    }
    Optional<String> target = Locations.target(creation.sent(), location.get());
    if (target.isEmpty()) {
      wrong(walk, create, made, "malformed", "is no address (RFC 3986)", List.of(creation));
      return byId(walk, create, made);
    }
    HttpOperation read = resource.operation(Role.READ).orElseThrow();
    HttpRequestMessage usual = walk.request(read, instance);
    var request = new HttpRequestMessage("GET", target.get(), usual.headers(), usual.body());
    Exchange followed = walk.send(read, request, "follow Location");
    if (Walk.isGone(followed)) {
      Optional<Exchange> other =
          shownInBody(walk, made)
              .filter(each -> !walk.request(read, each).target().equals(target.get()))
              .map(each -> walk.read(each, "read it by the id in the answer"));
      if (other.isPresent() && walk.isDone(other.get())) {
        wrong(
            walk,
            create,
            made,
            "nowhere",
            "leads to "
                + followed.status()
                + ", while it can be read at "
                + other.get().sent().path(),
            List.of(creation, other.get(), followed));
        return other;
      }
      lost(walk, create, made, followed);
      return Optional.empty();
    }
    if (!walk.isDone(followed)) {
      return Optional.empty();
    }
    if (isOther(made, followed)) {
      wrong(walk, create, made, "other", "leads to something else", List.of(creation, followed));
      return Optional.empty();
    }
    return compared(walk, create, made, followed);
  }

  private static Optional<Exchange> byId(Walk walk, HttpOperation create, Made made) {
    Exchange read = walk.read(made.instance(), "read it");
    if (Walk.isGone(read)) {
      lost(walk, create, made, read);
      return Optional.empty();
    }
    return compared(walk, create, made, read);
  }

  private static Optional<Exchange> compared(
      Walk walk, HttpOperation create, Made made, Exchange read) {
    Optional<JsonObject> there = walk.shown(read);
    if (there.isPresent()) {
      Schema takes = Bodies.json(create).orElseThrow().schema().orElseThrow();
      JsonObject sent = Places.aligned(made.sent(), there.get(), made.instance());
      List<String> lost = new State(made.instance().resource()).lost(sent, there.get(), takes);
      Written.altered(walk, create, sent, there.get(), lost, List.of(made.exchange(), read));
    }
    return walk.isDone(read) ? Optional.of(read) : Optional.empty();
  }

  /// The thing by the id that the answer's body shows.
  private static Optional<Instance> shownInBody(Walk walk, Made made) {
    Exchange creation = made.exchange();
    HttpResponseMessage response = creation.response().orElseThrow();
    var withoutLocation =
        new HttpResponseMessage(
            response.status(),
            response.headers().stream()
                .filter(h -> !h.name().equalsIgnoreCase("Location"))
                .toList(),
            response.body());
    return walk.site().instances().shown(made.instance().resource(), creation, withoutLocation);
  }

  /// Whether the two show different values of the same member as their ids; two members with names like an id's are no two
  /// ids of one thing.
  private static boolean isOther(Made made, Exchange followed) {
    Resource resource = made.instance().resource();
    Optional<JsonValue> created = JsonBodies.answered(made.exchange());
    Optional<JsonValue> there = JsonBodies.answered(followed);
    return created.isPresent()
        && there.isPresent()
        && ItemIds.member(created.get(), resource).isPresent()
        && ItemIds.member(created.get(), resource).equals(ItemIds.member(there.get(), resource))
        && !ItemIds.in(created.get(), resource).equals(ItemIds.in(there.get(), resource));
  }

  private static void wrong(
      Walk walk, HttpOperation create, Made made, String shape, String what, List<Exchange> story) {
    String location =
        made.exchange().response().flatMap(response -> response.header("Location")).orElse("");
    walk.suspect(
        ConformMeaningRules.WRONG_LOCATION,
        Certainty.HTTP,
        create,
        "header:Location",
        shape,
        "Location: " + location + " " + what,
        "RFC 9110 section 10.2.2: with 201 Location refers to what was created.",
        Optional.of(new Comparison("the address of what was created", location)),
        story,
        List.of());
  }

  private static void lost(Walk walk, HttpOperation create, Made made, Exchange read) {
    walk.suspect(
        ConformMeaningRules.WRITE_LOST,
        made.certainty(),
        create,
        "status",
        create.methodAndPath()
            + " was answered "
            + made.exchange().status()
            + ", and reading what it created "
            + read.status(),
        "RFC 9110 section 15.3.2: 201 says that it has been created.",
        made.exchange(),
        read);
  }

  private static void listed(Walk walk, Made made, Exchange read) {
    Listing.Search search =
        Listing.of(walk, made.instance(), walk.shown(read).orElse(made.sent()))
            .search("look for it in the collection");
    if (search instanceof Listing.Search.Absent(Exchange last)) {
      walk.suspect(
          ConformMeaningRules.NOT_LISTED,
          Certainty.GUESS,
          made.instance().resource().operation(Role.LIST).orElseThrow(),
          "body",
          "what was just created and can be read is not in the list",
          "A collection shows what was created in it.",
          made.exchange(),
          read,
          last);
    }
  }
}

package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Identity;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformAccessRules;
import dev.concordat.model.finding.ConformHttpRules;
import dev.concordat.model.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a thing as one user and goes for it as another. That things are private is nowhere written, so it is taken for true
/// only where the provider itself keeps the other user out somewhere: then the ways in are holes.
final class OthersObjects implements Scenario {
  private static final Identity OTHER = new Identity.User(1);

  /// What harms least comes first.
  private static final List<Role> WAYS = List.of(Role.READ, Role.PATCH, Role.REPLACE, Role.DELETE);

  @Override
  public String name() {
    return "others-objects";
  }

  @Override
  public int requests() {
    return 13;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    return site.as(operation, Role.CREATE)
        .filter(resource -> resource.has(Role.READ))
        .filter(
            resource ->
                resource.operations().values().stream().anyMatch(OthersObjects::isProtected))
        .isPresent();
  }

  private static boolean isProtected(HttpOperation operation) {
    return !operation.security().isEmpty()
        && operation.security().stream().noneMatch(List::isEmpty);
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    if (walk.users() < 2) {
      return;
    }
    Resource resource = walk.site().resources().of(operation).orElseThrow();
    Optional<Made> made = walk.make(resource);
    if (made.isPresent() && walk.isDone(walk.read(made.get().instance(), "see that it is there"))) {
      new Attempts(walk, resource, made.get()).all();
    }
  }

  private static final class Attempts {
    private final Walk walk;
    private final Resource resource;
    private final Made made;
    private final Map<Role, Exchange> answers = new LinkedHashMap<>();
    private final List<Exchange> refusals = new ArrayList<>();

    Attempts(Walk walk, Resource resource, Made made) {
      this.walk = walk;
      this.resource = resource;
      this.made = made;
    }

    void all() {
      boolean isHidden = isHidden();
      for (Role role : WAYS) {
        resource
            .operation(role)
            .filter(OthersObjects::isProtected)
            .ifPresent(operation -> answers.put(role, attempt(role, operation)));
      }
      answers.values().stream().filter(Attempts::isRefused).forEach(refusals::add);
      answers.forEach(
          (role, exchange) -> {
            if (exchange.isSuccess() && isPrivate(role, isHidden)) {
              hole(exchange);
            }
          });
      leak();
      answers.values().stream().filter(each -> each.status() == 401).forEach(this::unauthenticated);
    }

    /// Whether what the provider keeps from the other user elsewhere means that this way should be closed. Who may read and not
    /// write is no sign of that: then everybody may read.
    private boolean isPrivate(Role role, boolean isHidden) {
      boolean isUnreadable =
          Optional.ofNullable(answers.get(Role.READ)).filter(Attempts::isRefused).isPresent();
      return switch (role) {
        case READ -> isHidden;
        case LIST -> isUnreadable;
        case CREATE, REPLACE, PATCH, DELETE -> isHidden || isUnreadable || !refusals.isEmpty();
      };
    }

    /// Whether the other user's list keeps it out, while its maker's shows it.
    private boolean isHidden() {
      Optional<HttpOperation> list = resource.operation(Role.LIST);
      if (list.isEmpty() || !isProtected(list.get())) {
        return false;
      }
      Listing listing = Listing.of(walk, made.instance());
      Listing.Search others = listing.search("list as another user", OTHER);
      if (others instanceof Listing.Search.Found(Exchange where)) {
        answers.put(Role.LIST, where);
      }
      return others instanceof Listing.Search.Absent
          && listing.search("list as its maker") instanceof Listing.Search.Found;
    }

    private Exchange attempt(Role role, HttpOperation operation) {
      HttpRequestMessage plain = walk.request(operation, made.instance());
      HttpRequestMessage request =
          Bodies.json(operation)
              .flatMap(
                  spec -> body(role, operation).map(body -> Requests.withBody(plain, spec, body)))
              .orElse(plain);
      return walk.send(
          operation, request, OTHER, Expected.JUDGED_LATER, "go for it as another user");
    }

    private Optional<JsonObject> body(Role role, HttpOperation operation) {
      return role == Role.REPLACE
          ? Optional.of(made.sent())
          : walk.site()
              .bodies()
              .full(operation, Bodies.json(operation).orElseThrow().schema().orElseThrow());
    }

    private static boolean isRefused(Exchange exchange) {
      return exchange.status() == 403 || Walk.isGone(exchange);
    }

    private void hole(Exchange exchange) {
      HttpOperation operation = exchange.trial().operation();
      walk.suspect(
          ConformHttpRules.FOREIGN_OBJECT,
          Certainty.GUESS,
          operation,
          "status",
          "",
          "another user's "
              + operation.methodAndPath()
              + " was answered "
              + exchange.status()
              + ", and other ways to it are closed",
          "The provider keeps this from other users elsewhere, so it is meant to be private.",
          Optional.of(new Comparison("403 or 404", Integer.toString(exchange.status()))),
          story(exchange),
          List.of());
    }

    private List<Exchange> story(Exchange last) {
      List<Exchange> story = new ArrayList<>(List.of(made.exchange()));
      refusals.stream().limit(1).forEach(story::add);
      story.add(last);
      return story;
    }

    /// One way says 404, as if it were not there, and another one says 403.
    private void leak() {
      Optional<Exchange> hidden = refusals.stream().filter(Walk::isGone).findFirst();
      Optional<Exchange> told =
          refusals.stream().filter(each -> each.status() == 403 && walk.isSound(each)).findFirst();
      if (hidden.isPresent() && told.isPresent() && isTellingApart(told.get())) {
        walk.suspect(
            ConformAccessRules.EXISTENCE_LEAKED,
            Certainty.GUESS,
            told.get().trial().operation(),
            "status",
            "another user is answered 403 here and "
                + hidden.get().status()
                + " by "
                + hidden.get().trial().operation().methodAndPath(),
            "RFC 9110 section 15.5.4: who wants to hide that something exists answers 404.",
            made.exchange(),
            hidden.get(),
            told.get());
      }
    }

    /// Whether the operation that says 403 says something else of what does not exist: who lacks the right altogether is
    /// answered 403 either way, and learns nothing.
    private boolean isTellingApart(Exchange told) {
      HttpOperation operation = told.trial().operation();
      List<String> values = made.instance().values();
      return Resource.idParameter(operation)
          .flatMap(id -> Ids.fresh(walk, resource, id, values.subList(0, values.size() - 1)))
          .map(
              unknown ->
                  walk.send(
                      operation,
                      told.trial().request().method().equals("GET")
                          ? walk.request(operation, unknown)
                          : same(told.trial().request(), walk.request(operation, unknown)),
                      OTHER,
                      Expected.JUDGED_LATER,
                      "go for what does not exist"))
          .filter(Walk::isGone)
          .isPresent();
    }

    /// The body of one request at the address of another.
    private static HttpRequestMessage same(HttpRequestMessage body, HttpRequestMessage address) {
      return new HttpRequestMessage(
          address.method(), address.target(), body.headers(), body.body());
    }

    private void unauthenticated(Exchange exchange) {
      boolean isKnown = answers.values().stream().anyMatch(each -> each.status() != 401);
      if (isKnown && walk.isSound(exchange)) {
        walk.unauthenticated(exchange, made.exchange());
      }
    }
  }
}

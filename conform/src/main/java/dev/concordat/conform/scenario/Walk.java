package dev.concordat.conform.scenario;

import dev.concordat.conform.experiment.Judge;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.resource.Instance;
import dev.concordat.conform.resource.ItemIds;
import dev.concordat.conform.resource.JsonBodies;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Answer;
import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Identity;
import dev.concordat.conform.talk.Memory;
import dev.concordat.conform.talk.Reason;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformAccessRules;
import dev.concordat.model.finding.ConformHttpRules;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One time that a scenario is done: sends its requests, judges each answer by itself, and collects what is suspicious. An
/// answer whose status or body is wrong by itself is not compared with anything.
final class Walk {
  private static final int FIRST_ERROR = 400;

  /// What is wrong with a header alone leaves status and body as good as they are.
  private static final Set<Rule> OF_HEADERS =
      Set.of(
          ConformRules.MISSING_HEADER,
          ConformRules.WRONG_HEADER,
          ConformHttpRules.MISSING_ALLOW,
          ConformHttpRules.WRONG_ALLOW,
          ConformHttpRules.SLOW_ANSWER);

  private final String id;
  private final Conversation talk;
  private final Site site;
  private final Judge judge;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final Set<Integer> flawed = new HashSet<>();
  private final Map<String, Suspicion> found = new LinkedHashMap<>();

  Walk(String id, Conversation talk, Site site, Judge judge) {
    this.id = id;
    this.talk = talk;
    this.site = site;
    this.judge = judge;
  }

  List<Suspicion> suspicions() {
    return List.copyOf(found.values());
  }

  Site site() {
    return site;
  }

  Memory memory() {
    return talk.memory();
  }

  int users() {
    return talk.users();
  }

  /// A new thing of the resource; nothing where none can be made now.
  Optional<Made> make(Resource resource) {
    return new Maker(this).make(resource, Identity.FIRST);
  }

  /// A new thing that this user makes.
  Optional<Made> make(Resource resource, Identity as) {
    return new Maker(this).make(resource, as);
  }

  /// A new thing below this parent.
  Optional<Made> makeBelow(Resource resource, Instance parent) {
    return new Maker(this).makeBelow(resource, parent.values(), Identity.FIRST);
  }

  /// Something that exists, if only to read it: one that this run made, one that it saw, else a new one.
  Optional<Instance> known(Resource resource) {
    return new Maker(this).existing(resource).or(() -> make(resource).map(Made::instance));
  }

  /// Sends a request as the first user and judges its answer; what it must be is for the scenario to say.
  Exchange send(HttpOperation operation, HttpRequestMessage request, String what) {
    return send(operation, request, Identity.FIRST, Expected.JUDGED_LATER, what);
  }

  /// Sends a request and judges its answer.
  Exchange send(
      HttpOperation operation,
      HttpRequestMessage request,
      Identity identity,
      Expected expected,
      String what) {
    var reason =
        new Reason(
            what,
            operation.methodAndPath(),
            Optional.of(new Sentence(operation.place(), operation.sourceLine())));
    Exchange exchange =
        talk.send(
            new Trial(
                id + "/" + (exchanges.size() + 1),
                operation,
                request,
                identity,
                expected,
                reason,
                Optional.empty()));
    exchanges.add(exchange);
    lockedOut(exchange);
    if (exchange.answer() instanceof Answer.NotSent) {
      return exchange;
    }
    List<Suspicion> own = judge.judge(exchange);
    if (!own.stream().allMatch(each -> OF_HEADERS.contains(each.rule()))) {
      flawed.add(exchange.number());
    }
    if (!isUnasked(exchange)) {
      own.forEach(each -> found.putIfAbsent(each.causeKey(), each.withStory(upTo(exchange))));
    }
    return exchange;
  }

  /// A HEAD that the contract does not have and the provider refuses or fails at: nobody promised it, and the contract's words
  /// for GET do not bind it.
  private static boolean isUnasked(Exchange exchange) {
    return exchange.sent().method().equals("HEAD")
        && !exchange.trial().operation().method().equals("HEAD")
        && exchange.status() >= FIRST_ERROR;
  }

  /// A user who was let in before, and is now told to say who it is.
  private void lockedOut(Exchange exchange) {
    HttpOperation operation = exchange.trial().operation();
    boolean isUser = exchange.trial().identity().equals(Identity.FIRST) && talk.users() > 0;
    Optional<Exchange> before = memory().lastSuccess(operation);
    boolean isProtected =
        operation.security().stream().noneMatch(List::isEmpty) && !operation.security().isEmpty();
    if (exchange.status() == 401 && isUser && isProtected && before.isPresent()) {
      unauthenticated(exchange, before.get());
    }
  }

  /// Tells that somebody with valid credentials was answered 401.
  ///
  /// @param before where they were good enough
  void unauthenticated(Exchange exchange, Exchange before) {
    suspect(
        ConformAccessRules.TOLD_UNAUTHENTICATED,
        Certainty.HTTP,
        exchange.trial().operation(),
        "status",
        "a user whose credentials are good elsewhere was answered 401",
        "RFC 9110 section 15.5.2: 401 says that there are no valid credentials.",
        before,
        exchange);
  }

  /// The exchanges that came before it and made or changed something, and itself.
  private List<Exchange> upTo(Exchange last) {
    return exchanges.stream()
        .filter(
            each ->
                each.equals(last)
                    || (each.isSuccess()
                        && !each.sent().method().equals("GET")
                        && !each.sent().method().equals("HEAD")))
        .toList();
  }

  /// Whether an answer came and is right by itself.
  boolean isSound(Exchange exchange) {
    return exchange.response().isPresent() && !flawed.contains(exchange.number());
  }

  /// Whether an answer came that is a success and right by itself, and that does not put the work off (202).
  boolean isDone(Exchange exchange) {
    return isSound(exchange) && exchange.isSuccess() && exchange.status() != 202;
  }

  /// The request of an operation on a thing, without body.
  HttpRequestMessage request(HttpOperation operation, Instance instance) {
    return request(operation, instance, Map.of());
  }

  HttpRequestMessage request(
      HttpOperation operation, Instance instance, Map<String, JsonValue> extra) {
    return site.requests().of(operation, instance.path(operation), memory(), extra);
  }

  /// The request of an operation on a collection.
  ///
  /// @param above the values of its path
  HttpRequestMessage request(HttpOperation operation, List<String> above) {
    return site.requests().of(operation, Instance.path(operation, above), memory(), Map.of());
  }

  /// Asks for a collection, as much of it as one page has.
  Exchange list(HttpOperation list, List<String> above, String what) {
    return list(list, above, Paging.of(list).largest(), what);
  }

  Exchange list(HttpOperation list, List<String> above, Map<String, JsonValue> extra, String what) {
    return send(list, site.requests().of(list, Instance.path(list, above), memory(), extra), what);
  }

  /// Reads the thing.
  Exchange read(Instance instance, String what) {
    HttpOperation read = instance.resource().operation(Role.READ).orElseThrow();
    return send(read, request(read, instance), what);
  }

  /// Whether reading the thing once more shows the same: else what differs may be the reads' own doing.
  boolean isSteady(Instance instance, JsonObject shown) {
    return shown(read(instance, "see that reading alone changes nothing"))
        .filter(again -> new State(instance.resource()).differences(shown, again).isEmpty())
        .isPresent();
  }

  /// Writes the thing with a body.
  Exchange write(Instance instance, Role role, JsonValue body, String what) {
    HttpOperation operation = instance.resource().operation(role).orElseThrow();
    MediaTypeSpec spec = Bodies.json(operation).orElseThrow();
    return send(operation, Requests.withBody(request(operation, instance), spec, body), what);
  }

  Exchange delete(Instance instance, String what) {
    HttpOperation delete = instance.resource().operation(Role.DELETE).orElseThrow();
    return send(delete, request(delete, instance), what);
  }

  /// The thing that an answer shows; nothing where it shows none or is wrong by itself.
  Optional<JsonObject> shown(Exchange exchange) {
    return isDone(exchange)
        ? exchange
            .response()
            .flatMap(response -> JsonBodies.read(response.headers(), response.body()))
            .map(ItemIds::thing)
            .filter(thing -> thing.size() > 0)
        : Optional.empty();
  }

  /// Whether the answer says that the thing is not there.
  static boolean isGone(Exchange exchange) {
    return exchange.status() == 404 || exchange.status() == 410;
  }

  /// Adds what is suspicious.
  ///
  /// @param at the operation whose fault it is
  /// @param story the exchanges that show it, the last one being where it showed
  void suspect(
      Rule rule,
      Certainty certainty,
      HttpOperation at,
      String pointer,
      String shape,
      String message,
      String why,
      Optional<Comparison> comparison,
      List<Exchange> story,
      List<String> consequences) {
    var suspicion =
        new Suspicion(
            rule,
            certainty,
            at.id(),
            pointer,
            shape,
            false,
            message,
            why,
            Optional.of(new Sentence(at.place(), at.sourceLine())),
            comparison,
            story,
            consequences);
    found.putIfAbsent(suspicion.causeKey(), suspicion);
  }

  void suspect(
      Rule rule,
      Certainty certainty,
      HttpOperation at,
      String pointer,
      String message,
      String why,
      Exchange... story) {
    suspect(
        rule,
        certainty,
        at,
        pointer,
        "",
        message,
        why,
        Optional.empty(),
        List.of(story),
        List.of());
  }
}

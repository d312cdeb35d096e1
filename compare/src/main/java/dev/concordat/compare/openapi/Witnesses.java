package dev.concordat.compare.openapi;

import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Makes messages that show breaks, and shows them to both contracts.
final class Witnesses {
  /// The validator of whole messages, beside those that judge their values.
  static final String JUDGE = "judge of HTTP messages";

  /// Whether an answer is of the media type that was asked for.
  static final String NEGOTIATION = "content negotiation (RFC 9110, 12.5.1)";

  private final Judge before;
  private final Judge after;
  private final Roles roles;
  private final SmallValues values;
  private final RequestMaker requests;
  private final ResponseMaker responses;
  private final IdentityHashMap<Endpoint, HttpRequestMessage> asked = new IdentityHashMap<>();

  Witnesses(OpenApiContract before, OpenApiContract after, Roles roles, SmallValues values) {
    this.before = new Judge(before);
    this.after = new Judge(after);
    this.roles = roles;
    this.values = values;
    this.requests = new RequestMaker(values);
    this.responses = new ResponseMaker(values);
  }

  SmallValues values() {
    return values;
  }

  /// A request that its sender allows; its receiver ought to refuse it.
  ///
  /// @param told which of several refusals is told
  /// @param voters that judged a value in it
  Trial request(Endpoint endpoint, RequestPlan plan, Told told, List<String> voters) {
    return switch (sendable(endpoint, plan)) {
      case Made.Nothing<HttpRequestMessage>(String reason) -> new Trial.NotSendable(reason);
      case Made.Message<HttpRequestMessage>(HttpRequestMessage request) -> {
        Way way = endpoint.request();
        List<Breach> refusals =
            way.receiver(before, after)
                .request(endpoint, way.receiver(endpoint.before(), endpoint.after()), request);
        yield refusals.isEmpty()
            ? new Trial.Passes(request.method() + " " + request.target())
            : new Trial.Refused(
                witness(new WitnessMessage.HttpRequest(request), way, refusals, told, voters));
      }
    };
  }

  /// A request that its sender allows.
  Made<HttpRequestMessage> sendable(Endpoint endpoint, RequestPlan plan) {
    Way way = endpoint.request();
    Judge sender = way.sender(before, after);
    HttpOperation operation = way.sender(endpoint.before(), endpoint.after()).orElseThrow();
    return made(endpoint, plan)
        .then(
            request -> {
              List<Breach> own = sender.request(endpoint, Optional.of(operation), request);
              return own.isEmpty()
                  ? new Made.Message<>(request)
                  : new Made.Nothing<>(
                      roles.sender(way)
                          + " does not allow the message that was made either: "
                          + own.getFirst().message());
            });
  }

  /// A request to an address that begins with one of the old base paths. Refused it is only where nothing is found there.
  Trial addressed(Endpoint endpoint, String base) {
    Predicate<Breach> isLost =
        breach ->
            breach.kind() == Breach.Kind.UNKNOWN_OPERATION
                || breach.kind() == Breach.Kind.METHOD_NOT_ALLOWED;
    return switch (made(endpoint, RequestPlan.SMALLEST, Optional.of(base))) {
      case Made.Nothing<HttpRequestMessage>(String reason) -> new Trial.NotSendable(reason);
      case Made.Message<HttpRequestMessage>(HttpRequestMessage request) -> {
        List<Breach> own = before.request(endpoint, endpoint.before(), request);
        List<Breach> refusals = after.request(endpoint, endpoint.after(), request);
        yield own.isEmpty() && refusals.stream().anyMatch(isLost)
            ? new Trial.Refused(
                witness(
                    new WitnessMessage.HttpRequest(request),
                    endpoint.request(),
                    refusals,
                    Told.of(isLost),
                    List.of()))
            : new Trial.Passes(request.method() + " " + request.target());
      }
    };
  }

  private Made<HttpRequestMessage> made(Endpoint endpoint, RequestPlan plan) {
    return made(endpoint, plan, Optional.empty());
  }

  /// @param base what the path begins with; where nothing is told, a path that both contracts know
  private Made<HttpRequestMessage> made(
      Endpoint endpoint, RequestPlan plan, Optional<String> base) {
    Way way = endpoint.request();
    HttpOperation operation = way.sender(endpoint.before(), endpoint.after()).orElseThrow();
    Optional<HttpOperation> other = way.receiver(endpoint.before(), endpoint.after());
    Made<HttpRequestMessage> last = new Made.Nothing<>("no path was found that leads there");
    for (int attempt = 0; attempt < RequestMaker.MAX_PATHS; attempt++) {
      Made<HttpRequestMessage> made =
          requests
              .make(operation, other, plan, attempt)
              .then(written -> new Made.Message<>(addressed(endpoint, way, written, base)));
      if (!(made instanceof Made.Message<HttpRequestMessage>(HttpRequestMessage request))) {
        return made;
      }
      boolean reachesBoth =
          way.sender(before, after).reaches(endpoint, operation, request)
              && other
                  .map(it -> way.receiver(before, after).reaches(endpoint, it, request))
                  .orElse(true);
      if (reachesBoth || operation.path().parameterNames().isEmpty()) {
        return made;
      }
      last = made;
    }
    return last;
  }

  private HttpRequestMessage addressed(
      Endpoint endpoint, Way way, WrittenRequest written, Optional<String> wanted) {
    return switch (endpoint.kind()) {
      case WEBHOOK, CALLBACK -> written.at("/");
      case OPERATION, DOCUMENT -> {
        List<String> bases = way.sender(before, after).contract().basePaths();
        List<String> others = way.receiver(before, after).contract().basePaths();
        yield written.under(
            wanted
                .or(() -> bases.stream().filter(others::contains).findFirst())
                .orElse(bases.getFirst()));
      }
    };
  }

  /// What the new contract has against a request of a client.
  List<Breach> refusals(HttpRequestMessage request) {
    return after.request(Endpoint.DOCUMENT, Optional.empty(), request);
  }

  /// A response that its sender allows; its receiver ought to refuse it.
  Trial response(Endpoint endpoint, ResponsePlan plan, Told told, List<String> voters) {
    Way way = endpoint.response();
    HttpRequestMessage request = asked(endpoint);
    return switch (sendable(endpoint, request, plan)) {
      case Made.Nothing<HttpResponseMessage>(String reason) -> new Trial.NotSendable(reason);
      case Made.Message<HttpResponseMessage>(HttpResponseMessage response) -> {
        List<Breach> refusals =
            way.receiver(before, after)
                .response(
                    endpoint, way.receiver(endpoint.before(), endpoint.after()), request, response);
        yield refusals.isEmpty()
            ? new Trial.Passes("the answer " + response.status() + " to " + request.target())
            : new Trial.Refused(
                witness(
                    new WitnessMessage.HttpResponse(request, response),
                    way,
                    refusals,
                    told,
                    voters));
      }
    };
  }

  /// An answer in another media type than the one that is asked for. The judges of contracts do not speak of that; the rules
  /// of negotiation do.
  Trial negotiated(Endpoint endpoint, ResponsePlan plan, MediaType wanted) {
    HttpRequestMessage plain = asked(endpoint);
    var headers = new ArrayList<>(plain.headers());
    headers.add(new Header("Accept", wanted.toString()));
    var request = new HttpRequestMessage(plain.method(), plain.target(), headers, plain.body());
    return switch (sendable(endpoint, request, plan)) {
      case Made.Nothing<HttpResponseMessage>(String reason) -> new Trial.NotSendable(reason);
      case Made.Message<HttpResponseMessage>(HttpResponseMessage response) -> {
        String came = response.header("content-type").orElse("");
        boolean isWanted = MediaType.parse(came).filter(wanted::includes).isPresent();
        Way way = endpoint.response();
        yield isWanted
            ? new Trial.Passes("the answer " + response.status() + " to " + request.target())
            : new Trial.Refused(
                new Witness(
                    new WitnessMessage.HttpResponse(request, response),
                    roles.sender(way),
                    roles.receiver(way),
                    "the request asks for " + wanted + " (Accept), and the answer is " + came,
                    List.of(NEGOTIATION)));
      }
    };
  }

  /// A response that its sender allows.
  Made<HttpResponseMessage> sendable(
      Endpoint endpoint, HttpRequestMessage request, ResponsePlan plan) {
    Way way = endpoint.response();
    Optional<HttpOperation> sender = way.sender(endpoint.before(), endpoint.after());
    Optional<ResponseSpec> known =
        way.receiver(endpoint.before(), endpoint.after())
            .flatMap(operation -> operation.response(plan.status()));
    return responses
        .make(plan, known, StatusCodes.canHaveBody(request.method(), plan.status()))
        .then(
            response -> {
              List<Breach> own =
                  way.sender(before, after).response(endpoint, sender, request, response);
              return own.isEmpty()
                  ? new Made.Message<>(response)
                  : new Made.Nothing<>(
                      roles.sender(way)
                          + " does not allow the message that was made either: "
                          + own.getFirst().message());
            });
  }

  /// The request that responses of the endpoint answer.
  HttpRequestMessage asked(Endpoint endpoint) {
    HttpRequestMessage known = asked.get(endpoint);
    if (known == null) {
      known =
          switch (made(endpoint, RequestPlan.SMALLEST)) {
            case Made.Message<HttpRequestMessage>(HttpRequestMessage request) -> request;
            case Made.Nothing<HttpRequestMessage> ignored -> bare(endpoint);
          };
      asked.put(endpoint, known);
    }
    return known;
  }

  /// Method and path only, for operations whose requests could not be made.
  private HttpRequestMessage bare(Endpoint endpoint) {
    Way way = endpoint.request();
    HttpOperation operation = way.sender(endpoint.before(), endpoint.after()).orElseThrow();
    String path =
        way.sender(before, after).contract().basePath()
            + operation.path().text().replaceAll("\\{[^{}/]+}", "1");
    return new HttpRequestMessage(operation.method(), path, List.of(), Bytes.EMPTY);
  }

  private Witness witness(
      WitnessMessage message, Way way, List<Breach> refusals, Told told, List<String> voters) {
    var all = new ArrayList<>(voters);
    all.add(JUDGE);
    return new Witness(
        message, roles.sender(way), roles.receiver(way), told.message(refusals), all);
  }
}

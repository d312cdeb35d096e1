package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Instance;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Identity;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// Sends a request that would succeed as nobody, with wrong credentials, and with expired ones where they are known. The
/// answers are judged by themselves.
final class Protection implements Scenario {
  private final Expired expired;

  /// Writes an expired credential on a request, where one is known.
  interface Expired {
    Optional<HttpRequestMessage> on(HttpOperation operation, HttpRequestMessage request);
  }

  Protection(Expired expired) {
    this.expired = expired;
  }

  @Override
  public String name() {
    return "credentials";
  }

  @Override
  public int requests() {
    return 8;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    return !operation.security().isEmpty()
        && operation.security().stream()
            .allMatch(
                needs -> !needs.isEmpty() && needs.stream().allMatch(n -> n.carrier().isPresent()));
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    Optional<HttpRequestMessage> request = request(walk, operation);
    if (request.isEmpty()) {
      return;
    }
    Exchange nobody =
        walk.send(
            operation,
            request.get(),
            new Identity.Anonymous(),
            Expected.UNAUTHENTICATED,
            "send it without credentials");
    if (nobody.isSuccess()) {
      return;
    }
    Exchange wrong =
        walk.send(
            operation,
            request.get(),
            new Identity.Wrong(),
            Expected.UNAUTHENTICATED,
            "send it with credentials that nobody has");
    Optional<HttpRequestMessage> old = expired.on(operation, request.get());
    if (!wrong.isSuccess() && old.isPresent()) {
      walk.send(
          operation,
          old.get(),
          new Identity.AsWritten(),
          Expected.UNAUTHENTICATED,
          "send it with a token that has expired");
    }
  }

  /// A request that would succeed with the right credentials: for what changes something, on a thing of our own.
  private static Optional<HttpRequestMessage> request(Walk walk, HttpOperation operation) {
    Optional<Resource> resource = walk.site().resources().of(operation);
    boolean isSafe = operation.method().equals("GET") || operation.method().equals("HEAD");
    Optional<HttpRequestMessage> plain;
    if (operation.parameters(ParameterLocation.PATH).isEmpty()) {
      plain = Optional.of(walk.request(operation, List.of()));
    } else if (resource.isEmpty()) {
      plain =
          isSafe
              ? walk.memory().lastSuccess(operation).map(exchange -> exchange.trial().request())
              : Optional.empty();
    } else if (resource.get().role(operation).filter(Protection::isOnCollection).isPresent()) {
      plain =
          new Maker(walk)
              .above(resource.get(), Identity.FIRST)
              .map(above -> walk.request(operation, above));
    } else {
      Optional<Instance> instance =
          isSafe ? walk.known(resource.get()) : walk.make(resource.get()).map(Made::instance);
      plain = instance.map(each -> walk.request(operation, each));
    }
    return plain.map(request -> withBody(walk, operation, resource, request));
  }

  private static boolean isOnCollection(Role role) {
    return role == Role.CREATE || role == Role.LIST;
  }

  private static HttpRequestMessage withBody(
      Walk walk, HttpOperation operation, Optional<Resource> resource, HttpRequestMessage request) {
    return Bodies.json(operation)
        .flatMap(
            spec -> {
              Optional<JsonObject> body =
                  resource.isPresent()
                      ? new Maker(walk).body(resource.get(), operation, spec)
                      : walk.site().bodies().candidates(operation, spec, walk.memory()).findFirst();
              return body.map(known -> Requests.withBody(request, spec, known));
            })
        .orElse(request);
  }
}

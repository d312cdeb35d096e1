package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Instance;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Identity;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.List;
import java.util.Optional;

/// Asks for an id that nobody made. The answer is judged by itself: it must be 404 or 410, as far as {@link Absence} lets
/// expect it.
final class Unknown implements Scenario {
  @Override
  public String name() {
    return "unknown-id";
  }

  @Override
  public int requests() {
    return 3;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    return Resource.idParameter(operation).isPresent()
        && site.resources()
            .role(operation)
            .filter(role -> role != Role.CREATE && role != Role.LIST)
            .isPresent()
        && isOfMadeThings(operation, site)
        && (!operation.method().equals("PUT") || operation.response(201).isEmpty());
  }

  /// Whether there is a sign that ids are of things that came to be, and not just values to ask about, such as an address.
  static boolean isOfMadeThings(HttpOperation operation, Site site) {
    return site.resources().of(operation).filter(it -> it.has(Role.CREATE)).isPresent()
        || site.resources().of(operation).filter(it -> it.has(Role.LIST)).isPresent()
        || operation.response(404).isPresent()
        || operation.response(410).isPresent();
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    Resource resource = walk.site().resources().of(operation).orElseThrow();
    Parameter id = Resource.idParameter(operation).orElseThrow();
    Optional<List<String>> above = new Maker(walk).above(resource, Identity.FIRST);
    Optional<Instance> unknown = above.flatMap(values -> Ids.fresh(walk, resource, id, values));
    if (unknown.isEmpty()) {
      return;
    }
    HttpRequestMessage plain = walk.request(operation, unknown.get());
    HttpRequestMessage request =
        Bodies.json(operation)
            .flatMap(
                spec ->
                    walk.site()
                        .bodies()
                        .candidates(operation, spec, walk.memory())
                        .findFirst()
                        .map(body -> Requests.withBody(plain, spec, body)))
            .orElse(plain);
    walk.send(
        operation,
        request,
        Identity.FIRST,
        Absence.of(operation, walk.site()),
        "an id that nobody made");
  }
}

package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Identity;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.ConformMeaningRules;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Creates with a body that the contract forbids, and sees whether the collection has more than before.
final class RefusedCreate implements Scenario {
  @Override
  public String name() {
    return "refused-create";
  }

  @Override
  public int requests() {
    return 6;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    return site.as(operation, Role.CREATE).filter(resource -> resource.has(Role.LIST)).isPresent()
        && Bodies.json(operation).isPresent();
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    Resource resource = walk.site().resources().of(operation).orElseThrow();
    HttpOperation list = resource.operation(Role.LIST).orElseThrow();
    MediaTypeSpec spec = Bodies.json(operation).orElseThrow();
    Schema takes = spec.schema().orElseThrow();
    Optional<List<String>> above = new Maker(walk).above(resource, Identity.FIRST);
    Optional<JsonObject> body =
        walk.site().bodies().full(operation, takes).flatMap(full -> Broken.of(full, takes));
    if (body.isEmpty() || above.isEmpty()) {
      return;
    }
    Exchange before = walk.list(list, above.get(), "count the collection");
    Optional<Long> many = count(walk, before, resource);
    if (many.isEmpty()) {
      return;
    }
    Exchange create =
        walk.send(
            operation,
            Requests.withBody(walk.request(operation, above.get()), spec, body.get()),
            "create what is not allowed");
    if (create.status() / 100 != 4) {
      return;
    }
    Exchange after = walk.list(list, above.get(), "count it again");
    Optional<Long> now = count(walk, after, resource);
    if (now.isPresent() && now.get() > many.get()) {
      walk.suspect(
          ConformMeaningRules.FAILED_WRITE_KEPT,
          Certainty.GUESS,
          operation,
          "status",
          operation.methodAndPath()
              + " was refused with "
              + create.status()
              + ", and the collection has "
              + now.get()
              + " in place of "
              + many.get(),
          "RFC 9110 section 15.5: 4xx says that the request was not carried out.",
          before,
          create,
          after);
    }
  }

  /// How many there are, where the answer shows all of them or says it.
  private static Optional<Long> count(Walk walk, Exchange exchange, Resource resource) {
    Optional<List<JsonValue>> items = Listing.items(walk, exchange, resource);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    long many = items.get().size();
    Optional<Long> total = Paging.total(exchange);
    boolean isAll =
        !Paging.of(resource.operation(Role.LIST).orElseThrow())
            .mayHaveMore(exchange, (int) many, (int) many);
    return total.isPresent() ? total : isAll ? Optional.of(many) : Optional.empty();
  }
}

package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformMeaningRules;
import dev.concordat.model.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// Writes to a thing what the contract forbids, with other values beside it, and sees whether those were taken.
///
/// @param role PUT or PATCH
record RefusedWrite(Role role) implements Scenario {
  @Override
  public String name() {
    return "refused-" + (role == Role.REPLACE ? "replace" : "patch");
  }

  @Override
  public int requests() {
    return 9;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    return site.as(operation, role).filter(Site::canLive).isPresent()
        && Bodies.json(operation).isPresent();
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    Resource resource = walk.site().resources().of(operation).orElseThrow();
    Schema takes = Bodies.json(operation).flatMap(spec -> spec.schema()).orElseThrow();
    Optional<JsonObject> body =
        walk.site().bodies().full(operation, takes).flatMap(full -> Broken.of(full, takes));
    if (body.isEmpty()) {
      return;
    }
    Optional<Made> made = walk.make(resource);
    Optional<JsonObject> before =
        made.map(each -> walk.read(each.instance(), "see that it is there")).flatMap(walk::shown);
    if (made.isEmpty() || before.isEmpty()) {
      return;
    }
    Exchange write =
        walk.write(made.get().instance(), role, body.get(), "write what is not allowed");
    if (write.status() / 100 != 4) {
      return;
    }
    Exchange read = walk.read(made.get().instance(), "read it");
    List<String> changed =
        walk.shown(read)
            .map(after -> new State(resource).differences(before.get(), after))
            .orElse(List.of());
    if (!changed.isEmpty()
        && walk.isSteady(made.get().instance(), walk.shown(read).orElseThrow())) {
      String first = changed.getFirst();
      String now = Written.text(walk.shown(read).flatMap(after -> after.member(first)));
      walk.suspect(
          ConformMeaningRules.FAILED_WRITE_KEPT,
          Certainty.HTTP,
          operation,
          "body",
          "",
          operation.methodAndPath()
              + " was refused with "
              + write.status()
              + ", and "
              + first
              + " is now "
              + now,
          "RFC 9110 section 15.5: 4xx says that the request was not carried out.",
          Optional.of(new Comparison(Written.text(before.get().member(first)), now)),
          List.of(made.get().exchange(), write, read),
          changed.stream().skip(1).map(name -> name + " too").toList());
    }
  }
}

package dev.concordat.conform.check;

import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformHttpRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A 405 without `Allow`, or with one that contradicts it or the contract.
final class AllowHeader implements Check {
  private static final int METHOD_NOT_ALLOWED = 405;

  private final OpenApiContract contract;

  AllowHeader(OpenApiContract contract) {
    this.contract = contract;
  }

  @Override
  public List<Suspicion> check(Exchange exchange) {
    Optional<HttpResponseMessage> response = exchange.response();
    if (response.isEmpty() || exchange.status() != METHOD_NOT_ALLOWED) {
      return List.of();
    }
    List<String> values = Headers.all(response.get().headers(), "allow");
    if (values.isEmpty()) {
      return List.of(
          Suspicion.of(
                  ConformHttpRules.MISSING_ALLOW,
                  Certainty.HTTP,
                  exchange,
                  "header:Allow",
                  "absent",
                  Wording.sent(exchange) + " was answered 405 without Allow",
                  "RFC 9110 section 15.5.6: a 405 must have it.")
              .shared());
    }
    Set<String> said = new TreeSet<>();
    for (String value : values) {
      for (String method : value.split(",", -1)) {
        said.add(method.strip().toUpperCase(Locale.ROOT));
      }
    }
    Set<String> documented = contract.allowedMethods(exchange.sent().path());
    boolean isWrong = said.contains(exchange.sent().method()) || !said.containsAll(documented);
    return isWrong ? List.of(wrong(exchange, said, documented)) : List.of();
  }

  private static Suspicion wrong(Exchange exchange, Set<String> said, Set<String> documented) {
    String allow = String.join(", ", said);
    return Suspicion.of(
            ConformHttpRules.WRONG_ALLOW,
            Certainty.HTTP,
            exchange,
            "header:Allow",
            "wrong",
            Wording.sent(exchange) + " was answered 405 with Allow: " + allow,
            "RFC 9110 section 10.2.1: Allow lists the methods that the resource has.")
        .with(new Comparison(String.join(", ", documented), allow));
  }
}

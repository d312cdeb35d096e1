package dev.concordat.engine.judge;

import dev.concordat.contracts.openapi.Routed;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Side;
import java.util.List;
import java.util.Optional;

/// Exchanges whose response never came, or not whole.
final class Silence {
  private static final String CONSUMER = "the consumer";
  private static final String LINK = "the link";
  private static final String REQUEST_CUT = "closed before the request ended";

  private Silence() {}

  /// Nothing where a fault was on the link, where the consumer hung up or Concordat itself took the link away, or where a whole answer stands beside the
  /// failure.
  static List<Finding> judge(HttpExchange exchange, Optional<Routed> routed, CaseView in) {
    String failure = exchange.failure().orElse("no response");
    if (exchange.disturbed().isPresent()
        || failure.startsWith(CONSUMER)
        || failure.startsWith(LINK)
        || failure.equals(REQUEST_CUT)) {
      return List.of();
    }
    String provider = exchange.link().provider();
    return List.of(
        Findings.plain(
                ConformRules.NO_ANSWER,
                provider,
                Side.PROVIDER,
                provider + " had the request and ended without a whole response",
                HttpJudging.operation(routed, exchange),
                "",
                exchange.request().method() + " " + exchange.request().path() + ": " + failure)
            .sentence(routed.map(Routed::operation).map(HttpJudging::sentence))
            .compare("a response", failure)
            .on(exchange, in.id()));
  }
}

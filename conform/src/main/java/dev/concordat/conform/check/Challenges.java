package dev.concordat.conform.check;

import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.ConformHttpRules;
import java.util.List;

/// A 401 that does not say how to authenticate.
final class Challenges implements Check {
  private static final int UNAUTHORIZED = 401;

  @Override
  public List<Suspicion> check(Exchange exchange) {
    boolean lacks =
        exchange.status() == UNAUTHORIZED
            && exchange.response().flatMap(r -> r.header("www-authenticate")).isEmpty();
    return lacks
        ? List.of(
            Suspicion.of(
                    ConformHttpRules.MISSING_CHALLENGE,
                    Certainty.HTTP,
                    exchange,
                    "header:WWW-Authenticate",
                    "absent",
                    Wording.sent(exchange) + " was answered 401 without WWW-Authenticate",
                    "RFC 9110 section 15.5.2: a 401 must have it.")
                .shared())
        : List.of();
  }
}

package dev.concordat.conform.check;

import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.ConformHttpRules;
import java.util.List;
import java.util.Set;

/// An answer has a body that HTTP does not let it have.
final class BodiesNotAllowed implements Check {
  private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);

  @Override
  public List<Suspicion> check(Exchange exchange) {
    boolean isToHead = exchange.sent().method().equals("HEAD");
    boolean isForbidden = isToHead || WITHOUT_BODY.contains(exchange.status());
    boolean hasBody =
        exchange
            .response()
            .map(response -> response.body().total() > 0 || saysLength(exchange))
            .orElse(false);
    if (!isForbidden || !hasBody) {
      return List.of();
    }
    String what = isToHead ? "an answer to HEAD" : "a " + exchange.status();
    return List.of(
        Suspicion.of(
            ConformHttpRules.BODY_NOT_ALLOWED,
            Certainty.HTTP,
            exchange,
            "body",
            isToHead ? "HEAD" : Integer.toString(exchange.status()),
            Wording.sent(exchange) + " was answered " + exchange.status() + " with a body",
            "RFC 9110 has no body in " + what + "."));
  }

  /// A 204 with a length other than 0 promises a body (RFC 9110 section 8.6).
  private static boolean saysLength(Exchange exchange) {
    return exchange.status() == 204
        && exchange
            .response()
            .flatMap(response -> response.header("content-length"))
            .filter(length -> !length.strip().equals("0"))
            .isPresent();
  }
}

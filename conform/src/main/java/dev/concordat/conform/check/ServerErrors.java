package dev.concordat.conform.check;

import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformRules;
import java.util.List;
import java.util.Optional;

/// The provider failed with 5xx. 500 is told even where it is documented: that it may happen does not make it right. 502 to
/// 504, which speak of others or of overload, are told where they are not documented.
final class ServerErrors implements Check {
  private static final int NOT_IMPLEMENTED = 501;

  @Override
  public List<Suspicion> check(Exchange exchange) {
    Optional<HttpResponseMessage> response = exchange.response();
    int status = exchange.status();
    if (response.isEmpty()
        || status < 500
        || (status == NOT_IMPLEMENTED && isOddMethod(exchange))) {
      return List.of();
    }
    boolean isDocumented =
        exchange.trial().operation().response(status).stream()
            .anyMatch(spec -> spec.status().startsWith("5"));
    if (isDocumented && status > NOT_IMPLEMENTED) {
      return List.of();
    }
    ErrorSignature signature = ErrorSignature.of(response.get(), exchange.sent());
    Suspicion suspicion =
        Suspicion.of(
                ConformRules.SERVER_ERROR,
                isDocumented ? Certainty.HTTP : Certainty.CONTRACT,
                exchange,
                signature.isTelling() ? "status" : Wording.pointer(exchange, "status"),
                status + " " + signature.text(),
                Wording.sent(exchange) + " was answered " + status + signature.inWords(),
                "The provider failed over a request that it should "
                    + (exchange.trial().deviation().isPresent()
                        ? "refuse with 4xx."
                        : "be able to answer."))
            .with(new Comparison(exchange.trial().expected().words(), Integer.toString(status)));
    return List.of(signature.isTelling() ? suspicion.shared() : suspicion);
  }

  /// A server may not know a method at all (RFC 9110 section 15.6.2).
  private static boolean isOddMethod(Exchange exchange) {
    return !exchange.sent().method().equals(exchange.trial().operation().method());
  }
}

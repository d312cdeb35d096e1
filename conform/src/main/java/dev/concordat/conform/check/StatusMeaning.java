package dev.concordat.conform.check;

import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.ConformHttpRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A status that cannot be true for what was sent: the design rules of statuses (EvoMaster 950 to 965).
final class StatusMeaning implements Check {
  private static final Set<String> NEVER_CREATES = Set.of("GET", "HEAD", "DELETE");
  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final int HIGHEST = 599;

  @Override
  public List<Suspicion> check(Exchange exchange) {
    Optional<String> contradiction =
        exchange.response().flatMap(response -> contradiction(exchange, response));
    return contradiction
        .map(
            why ->
                List.of(
                    Suspicion.of(
                        ConformHttpRules.MISUSED_STATUS,
                        Certainty.HTTP,
                        exchange,
                        "status",
                        Integer.toString(exchange.status()),
                        Wording.sent(exchange) + " was answered " + exchange.status(),
                        why)))
        .orElse(List.of());
  }

  private static Optional<String> contradiction(Exchange exchange, HttpResponseMessage response) {
    String method = exchange.sent().method();
    boolean isPlain = exchange.trial().deviation().isEmpty() && isDocumented(exchange);
    return switch (response.status()) {
      case 201 ->
          when(NEVER_CREATES.contains(method), "201 says that something was created, by " + method);
      case 205 ->
          when(
              READS.contains(method),
              "205 asks to reset the form that was sent, and nothing was sent");
      case 304 ->
          when(
              exchange.sent().headers().stream()
                  .noneMatch(h -> h.name().toLowerCase(Locale.ROOT).startsWith("if-")),
              "304 answers a conditional request, and this has no condition (RFC 9110 section"
                  + " 15.4.5)");
      case 401 ->
          when(
              isPlain && exchange.trial().operation().security().isEmpty() && declares(exchange),
              "401 asks for credentials, and the contract says that none are needed");
      case 405 ->
          when(isPlain, "405 says that the path has no " + method + ", and the contract has it");
      case 406 ->
          when(
              isPlain && exchange.sent().header("accept").orElse("*/*").contains("*/*"),
              "406 says that the client refuses every form, and it refused none");
      case 413, 415 ->
          when(
              exchange.trial().operation().body().isEmpty()
                  && exchange.sent().body().total() == 0
                  && exchange.sent().header("content-type").isEmpty(),
              response.status() + " speaks of the request's body, and the operation takes none");
      case 426 ->
          when(
              response.header("upgrade").isEmpty(),
              "426 must name the protocol in `Upgrade` (RFC 9110 section 15.5.22)");
      case 501 -> when(isPlain, "501 says that nobody wrote this yet, and the contract has it");
      default ->
          when(
              (response.status() < 200 && response.status() != 101) || response.status() > HIGHEST,
              "There is no such status (RFC 9110 section 15)");
    };
  }

  private static boolean isDocumented(Exchange exchange) {
    return exchange.sent().method().equals(exchange.trial().operation().method());
  }

  /// Whether 401 is not documented either: where it is, security is only missing from the contract.
  private static boolean declares(Exchange exchange) {
    return exchange.trial().operation().response(401).isEmpty();
  }

  private static Optional<String> when(boolean isWrong, String why) {
    return isWrong ? Optional.of(why + ".") : Optional.empty();
  }
}

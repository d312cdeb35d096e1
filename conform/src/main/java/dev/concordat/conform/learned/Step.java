package dev.concordat.conform.learned;

import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Identity;

/// One step of what showed a failure, as far as it is needed to recognise it when it is done again.
///
/// @param operation the id of the operation
/// @param method what was sent, which may be a method that the operation does not have
/// @param identity as whom
/// @param what what the step is for
/// @param status what came; 0 for no whole answer
public record Step(
    String operation,
    String method,
    Identity identity,
    Expected expected,
    String what,
    int status) {
  public static Step of(Exchange exchange) {
    return new Step(
        exchange.trial().operation().id(),
        exchange.sent().method(),
        exchange.trial().identity(),
        exchange.trial().expected(),
        exchange.trial().reason().what(),
        exchange.status());
  }

  /// Whether an exchange is this step once more, whatever came of it.
  public boolean isAgain(Exchange exchange) {
    Step other = of(exchange);
    return other.operation.equals(operation)
        && other.method.equals(method)
        && other.identity.equals(identity)
        && other.what.equals(what);
  }
}

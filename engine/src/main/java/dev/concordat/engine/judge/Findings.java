package dev.concordat.engine.judge;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.finding.Side;
import dev.concordat.model.link.LinkName;
import java.util.Optional;

/// A finding in the making: everything but the exchange that shows it.
record Findings(
    Rule rule,
    String system,
    Side side,
    String why,
    String operation,
    String pointer,
    String message,
    Optional<Sentence> sentence,
    Optional<Comparison> comparison) {

  static Findings of(Breach breach, Rule rule, String system, Side side, String why) {
    return new Findings(
        rule,
        system,
        side,
        why,
        breach.operationId(),
        breach.pointer(),
        breach.message(),
        Optional.of(new Sentence(breach.sentence(), breach.sentenceText())),
        Optional.of(new Comparison(breach.expected(), breach.actual())));
  }

  static Findings plain(
      Rule rule,
      String system,
      Side side,
      String why,
      String operation,
      String pointer,
      String message) {
    return new Findings(
        rule, system, side, why, operation, pointer, message, Optional.empty(), Optional.empty());
  }

  Findings sentence(Optional<Sentence> other) {
    return new Findings(rule, system, side, why, operation, pointer, message, other, comparison);
  }

  Findings compare(String expected, String actual) {
    var compared = Optional.of(new Comparison(expected, actual));
    return new Findings(rule, system, side, why, operation, pointer, message, sentence, compared);
  }

  /// The finding as an exchange on a link shows it; the operation gets its provider's name where it lacks one.
  Finding on(HttpExchange exchange, String caseId) {
    String provider = exchange.link().provider();
    boolean isNamed = operation.startsWith(provider + ".") || operation.startsWith(provider + " ");
    return finding(
        Optional.of(exchange.link()),
        isNamed ? operation : provider + "." + operation,
        caseId,
        exchange.id());
  }

  /// The finding as a message shows it.
  Finding on(MessageDelivery message, String caseId) {
    return finding(
        Optional.empty(), message.part() + "." + message.address(), caseId, message.id());
  }

  private Finding finding(
      Optional<LinkName> link, String fullOperation, String caseId, String exchangeId) {
    return new Finding(
        rule,
        system,
        side,
        why,
        link,
        fullOperation,
        pointer,
        message,
        sentence,
        comparison,
        caseId,
        Optional.of(exchangeId));
  }
}

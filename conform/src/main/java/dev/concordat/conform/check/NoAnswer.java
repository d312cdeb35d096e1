package dev.concordat.conform.check;

import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Answer;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformRules;
import java.util.List;

/// The connection stood, and no whole answer came.
final class NoAnswer implements Check {
  @Override
  public List<Suspicion> check(Exchange exchange) {
    if (!(exchange.answer() instanceof Answer.Nothing nothing)) {
      return List.of();
    }
    return List.of(
        Suspicion.of(
                ConformRules.NO_ANSWER,
                Certainty.HTTP,
                exchange,
                Wording.pointer(exchange, "answer"),
                nothing.kind().name(),
                Wording.sent(exchange) + " got no answer: " + nothing.reason(),
                why(nothing.kind()))
            .with(new Comparison(exchange.trial().expected().words(), nothing.reason())));
  }

  private static String why(Answer.Kind kind) {
    return switch (kind) {
      case CLOSED -> "A provider answers every request, also one that it refuses.";
      case TIMEOUT -> "A consumer cannot wait this long, and cannot know what happened.";
      case MALFORMED -> "What came is not HTTP, so no client can read it.";
      case TOO_LARGE -> "The answer is larger than any client would take.";
    };
  }
}

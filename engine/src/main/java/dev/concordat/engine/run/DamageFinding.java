package dev.concordat.engine.run;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.engine.fidelity.Damage;
import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.finding.Side;
import dev.concordat.model.flowmap.ValuePlace;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The finding that tells a damage.
final class DamageFinding {
  /// Characters of a value in a message; the comparison has more.
  private static final int MAX_CHARACTERS = 60;

  private DamageFinding() {}

  static Optional<Finding> of(PlannedCase.OfFidelity planned, Damage damage) {
    return damage.alteration().rule().map(rule -> finding(planned, damage, rule));
  }

  private static Finding finding(PlannedCase.OfFidelity planned, Damage damage, Rule rule) {
    HttpOperation operation = planned.bases().getFirst().operation();
    return new Finding(
        rule,
        damage.system(),
        side(damage.to().kind()),
        damage.system() + " got it right (" + damage.from().text() + ") and wrote it otherwise",
        damage.link(),
        damage.to().subject(),
        damage.to().at(),
        message(damage),
        Optional.of(new Sentence(operation.place(), operation.sourceLine())),
        Optional.of(new Comparison(damage.sent(), damage.received())),
        planned.id(),
        Optional.of(damage.exchangeId()));
  }

  private static Side side(ValuePlace.Kind kind) {
    return switch (kind) {
      case REQUEST -> Side.CONSUMER;
      case RESPONSE -> Side.PROVIDER;
      case MESSAGE -> Side.PUBLISHER;
      case ROW -> Side.KEEPER;
    };
  }

  private static String message(Damage damage) {
    StringBuilder message = new StringBuilder();
    message
        .append(damage.system())
        .append(" got ")
        .append(shown(damage.sent()))
        .append(" in ")
        .append(damage.from().text())
        .append(" and ")
        .append(damage.to().kind() == ValuePlace.Kind.ROW ? "stored " : "sent ")
        .append(shown(damage.received()))
        .append(" in ")
        .append(damage.to().text());
    if (!damage.others().isEmpty()) {
      Set<String> others =
          damage.others().stream()
              .map(ValuePlace::text)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      message.append("; so also in ").append(String.join(", ", others));
    }
    if (!damage.more().isEmpty()) {
      message
          .append("; of other values: ")
          .append(
              damage.more().stream()
                  .map(Alteration::words)
                  .distinct()
                  .collect(Collectors.joining(", ")));
    }
    return message.toString();
  }

  private static String shown(String text) {
    String line = text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
    return line.length() <= MAX_CHARACTERS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_CHARACTERS / 2)) + "…";
  }
}

package dev.concordat.engine.flow;

import dev.concordat.engine.timing.QuantileBudget;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads budgets as people write them: `p95 < 150ms`, `p99.9 < 2s`, `p95 < 150ms at 99%`.
public final class BudgetText {
  private static final Pattern FORM =
      Pattern.compile(
          "p(\\d{1,2}(?:\\.\\d{1,3})?)\\s*<\\s*(\\S+?)(?:\\s+at\\s+(\\d{2}(?:\\.\\d{1,2})?)\\s*%)?");

  /// How to write one, for messages.
  public static final String FIX = "Write p95 < 150ms, or p95 < 150ms at 99%.";

  private BudgetText() {}

  /// The budget; empty where the text has another form.
  public static Optional<QuantileBudget> read(String text) {
    Matcher match = FORM.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    BigDecimal quantile = new BigDecimal(match.group(1)).movePointLeft(2);
    BigDecimal confidence =
        match.group(3) == null
            ? QuantileBudget.USUAL_CONFIDENCE
            : new BigDecimal(match.group(3)).movePointLeft(2);
    if (quantile.signum() == 0) {
      return Optional.empty();
    }
    return Durations.parse(match.group(2))
        .filter(limit -> limit.isPositive())
        .map(limit -> new QuantileBudget(quantile, limit, confidence));
  }
}

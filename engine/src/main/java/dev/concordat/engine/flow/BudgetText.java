package dev.concordat.engine.flow;

import dev.concordat.engine.timing.BudgetRule;
import dev.concordat.engine.timing.QuantileBudget;
import dev.concordat.engine.timing.RatioBudget;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads budgets as people write them: `p95 < 150ms`, `p99.9 < 2s`, `p95 < 150ms at 99%`; `p95 < 1.2x main` against another
/// version.
public final class BudgetText {
  private static final Pattern FORM =
      Pattern.compile(
          "p(\\d{1,2}(?:\\.\\d{1,3})?)\\s*<\\s*(\\S+?(?:x\\s+\\S+)?)(?:\\s+at\\s+(\\d{2}(?:\\.\\d{1,2})?)\\s*%)?");

  private static final Pattern TIMES =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)x\\s+([^\\s-]\\S*)");

  /// How to write one, for messages.
  public static final String FIX = "Write p95 < 150ms, p95 < 150ms at 99%, or p95 < 1.2x main.";

  private BudgetText() {}

  /// The budget; empty where the text has another form.
  public static Optional<BudgetRule> read(String text) {
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
    Matcher times = TIMES.matcher(match.group(2));
    if (times.matches()) {
      BigDecimal factor = new BigDecimal(times.group(1));
      return factor.signum() == 0
          ? Optional.empty()
          : Optional.of(new RatioBudget(quantile, factor, times.group(2), confidence));
    }
    return Durations.parse(match.group(2))
        .filter(limit -> limit.isPositive())
        .map(limit -> new QuantileBudget(quantile, limit, confidence));
  }
}

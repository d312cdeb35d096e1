package dev.concordat.report.terminal;

import dev.concordat.model.run.Trouble;
import java.util.ArrayList;
import java.util.List;

/// A trouble as a person reads it: what failed, the last lines it wrote, what to do.
public final class TroubleText {
  private static final int TEXT_LIMIT = 2000;

  private final Style style;

  public TroubleText(Style style) {
    this.style = style;
  }

  /// The lines, without line ends.
  public List<String> lines(Trouble trouble) {
    List<String> lines = new ArrayList<>();
    lines.add(
        style.bad("✗ " + trouble.subject() + ": " + Words.shown(trouble.message(), TEXT_LIMIT)));
    trouble
        .logLines()
        .forEach(line -> lines.add(style.faint("    | ") + Words.shown(line, TEXT_LIMIT)));
    if (!trouble.fix().isEmpty()) {
      lines.add("    fix: " + trouble.fix());
    }
    return lines;
  }
}

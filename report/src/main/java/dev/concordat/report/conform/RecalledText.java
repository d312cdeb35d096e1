package dev.concordat.report.conform;

import dev.concordat.model.conform.Recalled;
import dev.concordat.model.conform.Recalled.Earlier;
import dev.concordat.model.conform.Recalled.Now;
import dev.concordat.report.terminal.Style;
import dev.concordat.report.terminal.Words;
import java.util.ArrayList;
import java.util.List;

/// What a run knew from earlier ones: how much was used, what is fixed since, what could not be tried again.
final class RecalledText {
  private static final int MAX_SHOWN = 20;
  private static final int MAX_LINE = 200;

  private final Style style;
  private final boolean isAll;

  /// @param isAll whether everything is shown
  RecalledText(Style style, boolean isAll) {
    this.style = style;
    this.isAll = isAll;
  }

  List<String> lines(Recalled recalled) {
    List<String> lines = new ArrayList<>();
    if (recalled.isNothing()) {
      return lines;
    }
    lines.add("  known from earlier runs: " + extent(recalled));
    lines.addAll(each(recalled, Now.FIXED, style.good("fixed since")));
    lines.addAll(each(recalled, Now.NOT_TRIED, style.warn("not tried again")));
    return lines;
  }

  private static String extent(Recalled recalled) {
    List<String> parts = new ArrayList<>();
    parts.add(
        Words.count(recalled.requests(), "request")
            + " that worked, of which "
            + recalled.worked()
            + " still "
            + (recalled.worked() == 1 ? "does" : "do"));
    if (recalled.demands() > 0) {
      parts.add(Words.count(recalled.demands(), "demand") + " that the contract does not have");
    }
    if (!recalled.earlier().isEmpty()) {
      long broken = recalled.earlier().stream().filter(it -> it.now() == Now.BROKEN).count();
      parts.add(
          Words.count(recalled.earlier().size(), "finding")
              + ", of which "
              + broken
              + (broken == 1 ? " is" : " are")
              + " still there");
    }
    return String.join("; ", parts);
  }

  private List<String> each(Recalled recalled, Now now, String word) {
    List<Earlier> all = recalled.earlier().stream().filter(it -> it.now() == now).toList();
    List<String> lines = new ArrayList<>();
    int shown = isAll ? all.size() : Math.min(MAX_SHOWN, all.size());
    for (Earlier earlier : all.subList(0, shown)) {
      lines.add(
          "  "
              + word
              + "  "
              + earlier.rule()
              + "   "
              + style.strong(earlier.operation())
              + "   "
              + Words.shown(earlier.message(), MAX_LINE));
    }
    if (shown < all.size()) {
      lines.add("  and " + (all.size() - shown) + " more; --all shows them");
    }
    return lines;
  }
}

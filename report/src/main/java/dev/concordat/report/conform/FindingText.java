package dev.concordat.report.conform;

import dev.concordat.model.conform.Certainty;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.Told;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.report.terminal.SentenceText;
import dev.concordat.report.terminal.Style;
import dev.concordat.report.terminal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One fault as a person reads it: what came, why it is wrong, the requests that show it, how to send them again.
final class FindingText {
  private static final int VALUE_LIMIT = 300;
  private static final int PLACES_SHOWN = 6;
  private static final int BODY_LIMIT = 400;
  private static final int CURL_LIMIT = 2_000;

  private final Style style;

  FindingText(Style style) {
    this.style = style;
  }

  List<String> lines(ConformFinding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(finding));
    String where = finding.pointer().isEmpty() ? "" : style.strong(finding.pointer()) + "  ";
    lines.add("    " + where + Words.shown(finding.message(), VALUE_LIMIT));
    finding
        .comparison()
        .ifPresent(
            compared -> {
              lines.add(detail("expected", Words.shown(compared.expected(), VALUE_LIMIT)));
              lines.add(detail("seen", Words.shown(compared.actual(), VALUE_LIMIT)));
            });
    finding
        .sentence()
        .ifPresent(
            sentence ->
                lines.add(detail("contract", SentenceText.styled(sentence, style, VALUE_LIMIT))));
    if (finding.isFlaky()) {
      lines.add(detail("flaky", ConformWords.flakiness(finding)));
    }
    lines.add(detail("why", Words.shown(finding.why(), VALUE_LIMIT)));
    if (finding.certainty() != Certainty.CONTRACT) {
      lines.add(detail("rests on", ConformWords.ground(finding.certainty())));
    }
    places(finding, lines);
    finding
        .consequences()
        .forEach(line -> lines.add(detail("and so", Words.shown(line, VALUE_LIMIT))));
    story(finding, lines);
    lines.add(detail("replay", style.strong("concordat replay " + finding.id())));
    return lines;
  }

  private String headline(ConformFinding finding) {
    String rule =
        finding.isFlaky()
            ? style.warn("~ " + finding.rule().id())
            : style.bad("✗ " + finding.rule().id());
    return rule
        + "   "
        + style.strong(finding.operation())
        + "   "
        + Words.count(finding.cases(), "case");
  }

  private void places(ConformFinding finding, List<String> lines) {
    List<String> others = ConformWords.others(finding);
    if (!others.isEmpty()) {
      int shown = Math.min(PLACES_SHOWN, others.size());
      String rest = shown < others.size() ? " and " + (others.size() - shown) + " more" : "";
      lines.add(detail("also at", String.join(", ", others.subList(0, shown)) + rest));
    }
  }

  private void story(ConformFinding finding, List<String> lines) {
    for (int i = 0; i < finding.story().size(); i++) {
      Told told = finding.story().get(i);
      if (finding.story().size() > 1) {
        lines.add(detail("step " + (i + 1), Words.shown(told.what(), VALUE_LIMIT)));
      }
      if (i < finding.curl().size()) {
        lines.add("      " + style.faint("$ ") + Words.shown(finding.curl().get(i), CURL_LIMIT));
      }
      lines.add(
          "      "
              + style.faint("→ ")
              + told.response()
                  .map(FindingText::answer)
                  .orElseGet(() -> "no answer: " + Words.shown(told.noAnswer(), VALUE_LIMIT)));
    }
  }

  /// Status, media type and the beginning of the body.
  private static String answer(HttpResponseMessage response) {
    String type = response.header("Content-Type").map(text -> "  " + text).orElse("");
    String body = response.body().utf8();
    return response.status()
        + Words.shown(type, VALUE_LIMIT)
        + (body.isEmpty() ? "" : "  " + Words.shown(body, BODY_LIMIT));
  }

  private String detail(String label, String text) {
    return "    " + style.faint(String.format(Locale.ROOT, "%-9s", label)) + text;
  }
}

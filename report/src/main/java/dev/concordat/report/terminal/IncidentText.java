package dev.concordat.report.terminal;

import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Incident;
import dev.concordat.model.link.LinkName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One incident as a person reads it: what broke and whose it is, the evidence, how to replay it.
public final class IncidentText {
  private static final int VALUE_LIMIT = 300;
  private static final int SYMPTOMS_SHOWN = 3;

  private final Style style;

  public IncidentText(Style style) {
    this.style = style;
  }

  /// The lines, without line ends.
  public List<String> lines(Incident incident) {
    Finding main = incident.main();
    List<String> lines = new ArrayList<>();
    lines.add(headline(incident));
    String where = main.pointer().isEmpty() ? "" : style.strong(main.pointer()) + "  ";
    lines.add("    " + where + Words.shown(main.message(), VALUE_LIMIT));
    main.comparison()
        .ifPresent(
            comparison -> {
              lines.add(detail("expected", Words.shown(comparison.expected(), VALUE_LIMIT)));
              lines.add(detail("seen", Words.shown(comparison.actual(), VALUE_LIMIT)));
            });
    main.sentence()
        .ifPresent(
            sentence ->
                lines.add(detail("contract", SentenceText.styled(sentence, style, VALUE_LIMIT))));
    lines.add(
        detail("why", Words.shown(main.why(), VALUE_LIMIT) + "; " + incident.owner().reason()));
    lines.add(detail("cases", Words.count(incident.cases(), "case") + ", first " + main.caseId()));
    symptoms(incident).forEach(line -> lines.add(detail("led to", line)));
    lines.add(detail("replay", style.strong("concordat replay " + incident.id())));
    return lines;
  }

  private String headline(Incident incident) {
    Finding main = incident.main();
    return style.bad("✗ " + main.rule().id())
        + "   "
        + main.link().filter(link -> !link.isOurs()).map(LinkName::toString).orElse(main.system())
        + "   "
        + style.strong(main.operation())
        + "   owner: "
        + style.warn(incident.owner().team())
        + " ("
        + main.side().words()
        + ")";
  }

  private static List<String> symptoms(Incident incident) {
    Set<String> texts = new LinkedHashSet<>();
    incident.symptoms().forEach(s -> texts.add(s.rule().id() + " at " + s.operation()));
    List<String> shown = new ArrayList<>(texts.stream().limit(SYMPTOMS_SHOWN).toList());
    if (texts.size() > SYMPTOMS_SHOWN) {
      shown.add((texts.size() - SYMPTOMS_SHOWN) + " more");
    }
    return shown;
  }

  private String detail(String label, String text) {
    return "    " + style.faint(String.format("%-9s", label)) + text;
  }
}

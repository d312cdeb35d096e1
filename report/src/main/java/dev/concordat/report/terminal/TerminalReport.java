package dev.concordat.report.terminal;

import dev.concordat.model.finding.Incident;
import dev.concordat.model.run.CaseResult.Outcome;
import dev.concordat.model.run.RunReport;
import dev.concordat.model.run.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A run as lines for a terminal, from the verdict to the detail.
public final class TerminalReport {
  private final Style style;

  public TerminalReport(Style style) {
    this.style = style;
  }

  /// The whole report, ending in a line end.
  public String render(RunReport run) {
    List<String> lines = new ArrayList<>();
    lines.add(verdictLine(run));
    lines.add(countLine(run));
    if (!run.incidents().isEmpty()) {
      lines.add(ownersLine(run));
    }
    for (Trouble trouble : run.troubles()) {
      lines.add("");
      lines.addAll(new TroubleText(style).lines(trouble));
    }
    IncidentText text = new IncidentText(style);
    for (Incident incident : run.incidents()) {
      lines.add("");
      lines.addAll(text.lines(incident));
    }
    List<String> measures = new MeasuresText(style).lines(run.measures());
    if (!measures.isEmpty()) {
      lines.add("");
      lines.addAll(measures);
    }
    if (!run.notes().isEmpty()) {
      lines.add("");
      run.notes().forEach(note -> lines.add(style.faint("note  ") + note));
    }
    return String.join("\n", lines) + "\n";
  }

  private String verdictLine(RunReport run) {
    return switch (run.verdict()) {
      case HOLDS -> style.good("✓ everything that was tried holds");
      case FINDINGS ->
          style.bad("✗ " + Words.count(run.incidents().size(), "incident")) + ", one cause each";
      case BAD_INPUT -> style.bad("✗ the input is wrong, nothing was proved");
      case NO_ENVIRONMENT -> style.bad("✗ the environment failed, nobody's contract is blamed");
      case INTERNAL_ERROR -> style.bad("✗ Concordat itself failed; please report this");
    };
  }

  private String countLine(RunReport run) {
    long skipped = run.count(Outcome.SKIPPED);
    return "  "
        + Words.count(run.cases().size() - skipped, "case")
        + ": "
        + run.count(Outcome.HELD)
        + " held, "
        + run.count(Outcome.BROKE)
        + " broke"
        + (run.count(Outcome.ERROR) > 0 ? ", " + run.count(Outcome.ERROR) + " could not run" : "")
        + (skipped > 0 ? ", " + skipped + " skipped" : "")
        + " · "
        + Words.count(run.systems().size(), "system")
        + ", "
        + Words.count(run.links().size(), "link")
        + " · ready in "
        + Words.duration(run.ready())
        + ", done in "
        + Words.duration(run.duration())
        + " · seed "
        + run.seed();
  }

  private String ownersLine(RunReport run) {
    Map<String, Long> perOwner =
        run.incidents().stream()
            .collect(
                Collectors.groupingBy(i -> i.owner().team(), TreeMap::new, Collectors.counting()));
    return "  "
        + perOwner.entrySet().stream()
            .map(entry -> style.warn(entry.getKey()) + " " + entry.getValue())
            .collect(Collectors.joining(" · "));
  }
}

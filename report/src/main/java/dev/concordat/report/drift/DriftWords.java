package dev.concordat.report.drift;

import dev.concordat.model.drift.CheckedStub;
import dev.concordat.model.drift.DriftFinding;
import dev.concordat.model.drift.DriftReport;
import dev.concordat.model.drift.DriftReport.Direction;
import dev.concordat.model.drift.Ground;
import dev.concordat.model.drift.Reliance;
import dev.concordat.report.terminal.SentenceText;
import dev.concordat.report.terminal.Words;
import java.util.List;
import java.util.stream.Collectors;

/// The sentences that all formats share.
final class DriftWords {
  private DriftWords() {}

  /// `12 of 40 mocks lie; these 3 tests rely on them`.
  static String verdict(DriftReport report) {
    if (!report.trouble().isEmpty()) {
      return "nothing was checked";
    }
    if (report.direction() == Direction.TRAFFIC) {
      return report.others().isEmpty()
          ? "the contract describes " + all(report)
          : Words.count(report.others().size(), "thing")
              + " of the traffic "
              + (report.others().size() == 1 ? "is" : "are")
              + " not as the contract says";
    }
    int lying = report.in(CheckedStub.State.LIES).size();
    int checked = report.stubs().size() - report.in(CheckedStub.State.NOT_CHECKED).size();
    if (checked == 0) {
      return "none of " + Words.count(report.stubs().size(), "mock") + " could be checked";
    }
    if (lying == 0) {
      return "no mock lies: "
          + checked
          + " of "
          + Words.count(report.stubs().size(), "mock")
          + (checked == 1 ? " was checked" : " were checked");
    }
    int tests = report.misledTests().size();
    String relying =
        tests == 0
            ? ""
            : tests == 1
                ? "; this test relies on them"
                : "; these " + tests + " tests rely on them";
    return lying
        + " of "
        + Words.count(report.stubs().size(), "mock")
        + (lying == 1 ? " lies" : " lie")
        + relying;
  }

  private static String all(DriftReport report) {
    return "all of " + Words.count(report.stubs().size(), "exchange");
  }

  /// What was held against what: `against openapi.yaml and http://localhost:8080, 38 of 40 checked, 80 requests in 1.2 s`.
  static String extent(DriftReport report) {
    int checked = report.stubs().size() - report.in(CheckedStub.State.NOT_CHECKED).size();
    String requests =
        report.requests() == 0 ? "" : ", " + Words.count(report.requests(), "request");
    return "against "
        + String.join(" and ", report.against())
        + ", "
        + checked
        + " of "
        + report.stubs().size()
        + " checked"
        + requests
        + " in "
        + Words.duration(report.took());
  }

  /// `the contract and the provider`.
  static String grounds(DriftFinding finding) {
    return finding.grounds().stream().map(DriftWords::ground).collect(Collectors.joining(" and "));
  }

  private static String ground(Ground ground) {
    return switch (ground) {
      case CONTRACT -> "the contract";
      case PROVIDER -> "the provider's answer";
      case RECORDING -> "a recording";
      case NOISE -> "the rules of noise";
    };
  }

  /// Rule, stub and place on one line.
  static String headline(DriftFinding finding) {
    String pointer = finding.pointer().isEmpty() ? "" : " " + finding.pointer();
    return finding.rule().id() + " " + finding.subject() + pointer;
  }

  /// The whole finding as plain text of several lines.
  static String text(DriftFinding finding, List<Reliance> reliances) {
    StringBuilder text = new StringBuilder(finding.message());
    finding
        .comparison()
        .ifPresent(
            compared ->
                text.append("\ntrue: ")
                    .append(compared.expected())
                    .append("\nsaid: ")
                    .append(compared.actual()));
    finding
        .contract()
        .ifPresent(sentence -> text.append("\ncontract: ").append(SentenceText.plain(sentence)));
    text.append("\nrests on: ").append(grounds(finding));
    reliances.stream()
        .filter(Reliance::isTest)
        .forEach(
            reliance ->
                text.append("\ntest: ")
                    .append(reliance.place().shortForm())
                    .append("  ")
                    .append(reliance.how()));
    return text.append("\nfix: ").append(finding.rule().fix()).toString();
  }
}

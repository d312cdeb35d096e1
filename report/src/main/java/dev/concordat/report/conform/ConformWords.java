package dev.concordat.report.conform;

import dev.concordat.model.conform.Certainty;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.conform.ConformReport.Ending;
import dev.concordat.model.conform.OperationCoverage;
import dev.concordat.model.place.Place;
import dev.concordat.report.terminal.SentenceText;
import dev.concordat.report.terminal.Words;
import java.util.List;

/// The sentences that all formats share.
final class ConformWords {
  private ConformWords() {}

  /// `2 faults`, `no fault found`, `nothing was tested`.
  static String verdict(ConformReport report) {
    if (!report.trouble().isEmpty() || report.requests() == 0) {
      return "nothing was tested";
    }
    long faults = report.findings().stream().filter(finding -> !finding.isFlaky()).count();
    return faults == 0 ? "no fault found" : Words.count(faults, "fault");
  }

  /// How much was done: `11 of 12 operations tested, 412 cases, 689 requests in 12.3 s, seed 42`.
  static String extent(ConformReport report) {
    long tested =
        report.coverage().stream().filter(operation -> operation.untested().isEmpty()).count();
    return tested
        + " of "
        + Words.count(report.coverage().size(), "operation")
        + " tested, "
        + Words.count(report.cases(), "case")
        + ", "
        + Words.count(report.requests(), "request")
        + " in "
        + Words.duration(report.took())
        + ", seed "
        + report.seed();
  }

  /// Why not everything was tried; empty where it was.
  static String shortfall(Ending ending) {
    return switch (ending) {
      case COMPLETE -> "";
      case BUDGET_SPENT -> "the budget was spent; --budget and --max-requests raise it";
      case STOPPED -> "the run was stopped";
    };
  }

  /// What the finding rests on where it is not the contract; empty where it is.
  static String ground(Certainty certainty) {
    return switch (certainty) {
      case CONTRACT -> "";
      case HTTP -> "HTTP itself; the contract does not speak of it";
      case GUESS -> "a relation between operations that the contract does not write down";
    };
  }

  /// What is broken, and how often: `conform/server-error in 3 of 10 tries of the same requests`.
  static String flakiness(ConformFinding finding) {
    String often =
        finding.tries().isAlways()
            ? "seen once; doing the same again did not come as far"
            : finding.tries().words() + " of the same requests";
    return finding.breaks().id() + " " + often;
  }

  /// Rule, operation and place on one line.
  static String headline(ConformFinding finding) {
    String pointer = finding.pointer().isEmpty() ? "" : " " + finding.pointer();
    return finding.rule().id() + " " + finding.operation() + pointer;
  }

  /// Where the finding points to: its sentence, else its operation, else the contract.
  static Place place(ConformReport report, ConformFinding finding) {
    return finding
        .sentence()
        .map(sentence -> sentence.place())
        .or(
            () ->
                report.coverage().stream()
                    .filter(operation -> operation.operation().equals(finding.operation()))
                    .map(OperationCoverage::place)
                    .findFirst())
        .orElseGet(() -> Place.of(report.contract()));
  }

  /// The whole finding as plain text of several lines.
  static String text(ConformFinding finding) {
    StringBuilder text = new StringBuilder(finding.message()).append('\n').append(finding.why());
    if (finding.isFlaky()) {
      text.append("\nflaky: ").append(flakiness(finding));
    }
    finding
        .comparison()
        .ifPresent(
            compared ->
                text.append("\nexpected: ")
                    .append(compared.expected())
                    .append("\nseen: ")
                    .append(compared.actual()));
    finding
        .sentence()
        .ifPresent(sentence -> text.append("\ncontract: ").append(SentenceText.plain(sentence)));
    if (finding.certainty() != Certainty.CONTRACT) {
      text.append("\nrests on: ").append(ground(finding.certainty()));
    }
    others(finding).forEach(line -> text.append("\nalso at: ").append(line));
    finding.consequences().forEach(line -> text.append("\nand so: ").append(line));
    finding.curl().forEach(line -> text.append("\n").append(line));
    return text.append("\nreplay: concordat replay ").append(finding.id()).toString();
  }

  /// The operations beside the first.
  static List<String> others(ConformFinding finding) {
    return finding.places().stream().filter(it -> !it.equals(finding.operation())).toList();
  }
}

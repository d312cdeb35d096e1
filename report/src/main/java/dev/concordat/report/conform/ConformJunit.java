package dev.concordat.report.conform;

import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.conform.OperationCoverage;
import dev.concordat.model.place.Place;
import dev.concordat.report.junit.JunitElements;
import dev.concordat.report.junit.UniqueNames;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A run against one provider as JUnit XML: a failing case for each finding, a passing one for each operation without any, a
/// skipped one for each that was not tested, an error where nothing could be. Flaky findings stand in a passing case, as
/// Surefire writes them.
public final class ConformJunit {
  private final ConformReport report;
  private final UniqueNames names = new UniqueNames();
  private final List<OperationCoverage> calm;

  private ConformJunit(ConformReport report) {
    this.report = report;
    Set<String> found = new HashSet<>();
    report.findings().forEach(finding -> found.addAll(finding.places()));
    this.calm =
        report.coverage().stream()
            .filter(operation -> !found.contains(operation.operation()))
            .toList();
  }

  /// The XML document. Characters that XML 1.0 cannot hold are replaced by U+FFFD.
  public static String of(ConformReport report) {
    return JunitElements.document(xml -> new ConformJunit(report).suites(xml));
  }

  private void suites(JunitElements xml) {
    xml.open("testsuites");
    xml.attribute("name", "concordat conform");
    counts(xml);
    xml.attribute("timestamp", report.started().toString());
    xml.open("testsuite");
    xml.attribute("name", report.contract());
    counts(xml);
    xml.attribute("file", report.contract());
    if (!report.trouble().isEmpty()) {
      open(xml, "the provider is there", Place.of(report.contract()));
      xml.problem("error", "environment", report.trouble(), report.trouble());
      xml.close();
    }
    for (ConformFinding finding : report.findings()) {
      finding(xml, finding);
    }
    for (OperationCoverage operation : calm) {
      operation(xml, operation);
    }
    xml.close();
    xml.close();
  }

  private void finding(JunitElements xml, ConformFinding finding) {
    open(xml, ConformWords.headline(finding), ConformWords.place(report, finding));
    properties(xml, finding);
    String text = ConformWords.text(finding);
    if (finding.isFlaky()) {
      xml.open("flakyFailure");
      xml.attribute("message", finding.message());
      xml.attribute("type", finding.rule().id());
      xml.text("stackTrace", text);
      xml.close();
    } else {
      xml.problem("failure", finding.rule().id(), finding.message(), text);
    }
    xml.close();
  }

  private void operation(JunitElements xml, OperationCoverage operation) {
    open(xml, operation.operation(), operation.place());
    if (!operation.untested().isEmpty()) {
      xml.skipped("not tested: " + operation.untested());
    }
    xml.close();
  }

  private void open(JunitElements xml, String name, Place place) {
    xml.testCase("concordat.conform." + report.contract(), names.unique(name), Duration.ZERO);
    xml.place(place.file(), place.line());
  }

  private static void properties(JunitElements xml, ConformFinding finding) {
    xml.open("properties");
    xml.property("fingerprint", finding.id());
    xml.property("certainty", finding.certainty().name().toLowerCase(Locale.ROOT));
    xml.property("cases", Integer.toString(finding.cases()));
    xml.close();
  }

  private void counts(JunitElements xml) {
    int errors = report.trouble().isEmpty() ? 0 : 1;
    xml.counts(
        report.findings().size() + calm.size() + errors,
        report.findings().stream().filter(finding -> !finding.isFlaky()).count(),
        errors,
        calm.stream().filter(operation -> !operation.untested().isEmpty()).count());
    xml.time(report.took());
  }
}

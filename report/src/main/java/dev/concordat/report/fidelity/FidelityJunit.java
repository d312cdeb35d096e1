package dev.concordat.report.fidelity;

import dev.concordat.model.fidelity.FidelityFinding;
import dev.concordat.model.fidelity.FidelityReport;
import dev.concordat.report.junit.JunitElements;
import dev.concordat.report.junit.UniqueNames;
import java.time.Duration;

/// What happened between two ends as JUnit XML: a failing case for each finding, and a passing one if there is none.
public final class FidelityJunit {
  private FidelityJunit() {}

  /// The XML document.
  public static String of(FidelityReport report) {
    return JunitElements.document(xml -> suites(xml, report));
  }

  private static void suites(JunitElements xml, FidelityReport report) {
    int failures = report.findings().size();
    int tests = Math.max(1, failures);
    xml.open("testsuites");
    xml.attribute("name", "concordat compare");
    xml.counts(tests, failures, 0, 0);
    xml.open("testsuite");
    xml.attribute("name", report.near() + " and " + report.far());
    xml.counts(tests, failures, 0, 0);
    var names = new UniqueNames();
    for (FidelityFinding finding : report.findings()) {
      xml.testCase(
          "concordat.fidelity",
          names.unique(finding.operation() + " " + finding.place()),
          Duration.ZERO);
      xml.problem(
          "failure",
          finding.rule().id(),
          finding.rule().title(),
          "sent      " + finding.sent() + "\nreceived  " + finding.received());
      xml.close();
    }
    if (failures == 0) {
      xml.testCase("concordat.fidelity", "what was sent is what was received", Duration.ZERO);
      xml.close();
    }
    xml.close();
    xml.close();
  }
}

package dev.concordat.report.drift;

import dev.concordat.model.drift.CheckedStub;
import dev.concordat.model.drift.CheckedStub.State;
import dev.concordat.model.drift.DriftFinding;
import dev.concordat.model.drift.DriftReport;
import dev.concordat.model.place.Place;
import dev.concordat.report.junit.JunitElements;
import dev.concordat.report.junit.UniqueNames;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// A check of stubs as JUnit XML: a case for each stub, failing where it lies and skipped where it could not be checked; a
/// failing one for each other finding; an error where nothing could be checked.
public final class DriftJunit {
  private final DriftReport report;
  private final UniqueNames names = new UniqueNames();

  private DriftJunit(DriftReport report) {
    this.report = report;
  }

  /// The XML document. Characters that XML 1.0 cannot hold are replaced by U+FFFD.
  public static String of(DriftReport report) {
    return JunitElements.document(xml -> new DriftJunit(report).suites(xml));
  }

  private void suites(JunitElements xml) {
    xml.open("testsuites");
    xml.attribute("name", "concordat drift");
    counts(xml);
    xml.open("testsuite");
    xml.attribute("name", "against " + String.join(", ", report.against()));
    counts(xml);
    if (!report.trouble().isEmpty()) {
      xml.testCase("concordat.drift", names.unique("the provider is there"), Duration.ZERO);
      xml.problem("error", "environment", report.trouble(), report.trouble());
      xml.close();
    }
    report.stubs().forEach(stub -> stub(xml, stub));
    report.others().forEach(finding -> other(xml, finding));
    xml.close();
    xml.close();
  }

  private void stub(JunitElements xml, CheckedStub stub) {
    open(xml, stub.place(), stub.title());
    if (stub.state() == State.LIES) {
      DriftFinding first = stub.lies().getFirst();
      String text =
          stub.lies().stream()
              .map(
                  lie ->
                      lie.rule().id()
                          + " "
                          + lie.pointer()
                          + "\n"
                          + DriftWords.text(lie, stub.reliedOnBy()))
              .collect(Collectors.joining("\n\n"));
      xml.problem("failure", first.rule().id(), first.message(), text);
    } else if (stub.state() == State.NOT_CHECKED) {
      xml.skipped("not checked: " + String.join("; ", stub.notChecked()));
    }
    xml.close();
  }

  private void other(JunitElements xml, DriftFinding finding) {
    open(xml, finding.said().place(), DriftWords.headline(finding));
    xml.problem(
        "failure", finding.rule().id(), finding.message(), DriftWords.text(finding, List.of()));
    xml.close();
  }

  private void open(JunitElements xml, Place place, String name) {
    xml.testCase("concordat.drift." + place.file(), names.unique(name), Duration.ZERO);
    xml.place(place.file(), place.line());
  }

  private void counts(JunitElements xml) {
    int errors = report.trouble().isEmpty() ? 0 : 1;
    xml.counts(
        report.stubs().size() + report.others().size() + errors,
        report.in(State.LIES).size() + (long) report.others().size(),
        errors,
        report.in(State.NOT_CHECKED).size());
    xml.time(report.took());
  }
}

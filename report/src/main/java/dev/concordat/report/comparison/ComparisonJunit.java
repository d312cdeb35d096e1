package dev.concordat.report.comparison;

import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.report.comparison.JunitCase.Outcome;
import dev.concordat.report.json.JsonReport;
import dev.concordat.report.junit.JunitElements;
import dev.concordat.report.junit.UniqueNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A comparison as JUnit XML: a suite for each pair, in it a failed case for each edit that counts, a passed one for each that
/// only should be known, a skipped one for each that is accepted, and one for all positions that hold. What could not be
/// compared is an `error`.
public final class ComparisonJunit {
  /// GitLab takes 250 000 XML objects; a case has fewer than ten.
  private static final int MAX_CASES = 20_000;

  private final String family;
  private final JunitElements xml;

  private ComparisonJunit(ComparisonReport report, JunitElements xml) {
    this.family = "concordat." + JsonReport.word(report.question());
    this.xml = xml;
  }

  /// The XML document. Characters that XML 1.0 cannot hold are replaced by U+FFFD.
  public static String of(ComparisonReport report) {
    return JunitElements.document(
            xml -> new ComparisonJunit(report, xml).suites(suites(report), report.duration()))
        + "\n";
  }

  private static Map<String, List<JunitCase>> suites(ComparisonReport report) {
    Map<String, List<JunitCase>> suites = new LinkedHashMap<>();
    for (ComparedPair pair : report.pairs()) {
      suites.computeIfAbsent(name(pair), k -> new ArrayList<>());
    }
    Group.of(report).stream()
        .filter(Group::isTold)
        .limit(MAX_CASES)
        .forEach(
            group ->
                suites
                    .computeIfAbsent(name(group.pair()), k -> new ArrayList<>())
                    .add(JunitCase.of(group)));
    for (ComparedPair pair : report.pairs()) {
      suites.computeIfAbsent(name(pair), k -> new ArrayList<>()).add(JunitCase.ofTheRest(pair));
    }
    List<JunitCase> input = new ArrayList<>();
    report.troubles().forEach(trouble -> input.add(JunitCase.of(trouble)));
    report.problems().forEach(problem -> input.add(JunitCase.of(problem)));
    if (!input.isEmpty()) {
      suites.put("input", input);
    }
    return suites;
  }

  private static String name(ComparedPair pair) {
    return pair.comparison().left().file() + " → " + pair.comparison().right().file();
  }

  private void suites(Map<String, List<JunitCase>> suites, Duration duration) {
    xml.open("testsuites");
    xml.attribute("name", family);
    counts(suites.values().stream().flatMap(List::stream).toList());
    xml.time(duration);
    for (Map.Entry<String, List<JunitCase>> suite : suites.entrySet()) {
      suite(suite.getKey(), suite.getValue());
    }
    xml.close();
  }

  private void suite(String name, List<JunitCase> cases) {
    xml.open("testsuite");
    xml.attribute("name", name);
    counts(cases);
    xml.time(Duration.ZERO);
    xml.attribute("file", cases.getFirst().file());
    UniqueNames names = new UniqueNames();
    for (JunitCase each : cases) {
      testCase(name, each, names.unique(each.name()));
    }
    xml.close();
  }

  private void testCase(String suite, JunitCase each, String name) {
    xml.testCase(family + "." + suite, name, Duration.ZERO);
    xml.place(each.file(), each.line());
    properties(each);
    switch (each.outcome()) {
      case PASSED -> xml.text("system-out", each.body());
      case SKIPPED -> xml.skipped(each.message());
      case FAILED -> problem("failure", each);
      case ERROR -> problem("error", each);
    }
    xml.close();
  }

  private void problem(String element, JunitCase each) {
    xml.problem(element, each.type(), each.message(), each.body());
  }

  private void properties(JunitCase each) {
    if (each.properties().isEmpty()) {
      return;
    }
    xml.open("properties");
    for (Map.Entry<String, String> property : each.properties().entrySet()) {
      xml.property(property.getKey(), property.getValue());
    }
    xml.close();
  }

  private void counts(List<JunitCase> cases) {
    xml.counts(
        cases.size(),
        count(cases, Outcome.FAILED),
        count(cases, Outcome.ERROR),
        count(cases, Outcome.SKIPPED));
  }

  private static long count(List<JunitCase> cases, Outcome outcome) {
    return cases.stream().filter(each -> each.outcome() == outcome).count();
  }
}

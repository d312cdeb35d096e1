package dev.concordat.report.comparison;

import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.report.comparison.JunitCase.Outcome;
import dev.concordat.report.json.JsonReport;
import dev.concordat.report.junit.UniqueNames;
import dev.concordat.report.junit.XmlText;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A comparison as JUnit XML: a suite for each pair, in it a failed case for each edit that counts, a passed one for each that
/// only should be known, a skipped one for each that is accepted, and one for all positions that hold. What could not be
/// compared is an `error`.
public final class ComparisonJunit {
  private static final double NANOS_PER_SECOND = 1e9;

  /// GitLab takes 250 000 XML objects; a case has fewer than ten.
  private static final int MAX_CASES = 20_000;

  private final String family;
  private final XMLStreamWriter xml;

  private ComparisonJunit(ComparisonReport report, XMLStreamWriter xml) {
    this.family = "concordat." + JsonReport.word(report.question());
    this.xml = xml;
  }

  /// The XML document. Characters that XML 1.0 cannot hold are replaced by U+FFFD.
  public static String of(ComparisonReport report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      new ComparisonJunit(report, xml).suites(suites(report), report.duration());
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory", e);
    }
    return text.append('\n').toString();
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

  private void suites(Map<String, List<JunitCase>> suites, Duration duration)
      throws XMLStreamException {
    xml.writeStartElement("testsuites");
    attribute("name", family);
    counts(suites.values().stream().flatMap(List::stream).toList());
    attribute("time", seconds(duration));
    for (Map.Entry<String, List<JunitCase>> suite : suites.entrySet()) {
      suite(suite.getKey(), suite.getValue());
    }
    xml.writeEndElement();
  }

  private void suite(String name, List<JunitCase> cases) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute("name", name);
    counts(cases);
    attribute("time", seconds(Duration.ZERO));
    attribute("file", cases.getFirst().file());
    UniqueNames names = new UniqueNames();
    for (JunitCase each : cases) {
      testCase(name, each, names.unique(each.name()));
    }
    xml.writeEndElement();
  }

  private void testCase(String suite, JunitCase each, String name) throws XMLStreamException {
    xml.writeStartElement("testcase");
    // GitLab knows a case by these two and drops one that repeats them.
    attribute("classname", family + "." + suite);
    attribute("name", name);
    attribute("time", seconds(Duration.ZERO));
    attribute("file", each.file());
    attribute("line", Integer.toString(each.line()));
    properties(each);
    switch (each.outcome()) {
      case PASSED -> {
        xml.writeStartElement("system-out");
        xml.writeCharacters(XmlText.clean(each.body()));
        xml.writeEndElement();
      }
      case SKIPPED -> {
        xml.writeEmptyElement("skipped");
        attribute("message", each.message());
      }
      case FAILED -> problem("failure", each);
      case ERROR -> problem("error", each);
    }
    xml.writeEndElement();
  }

  private void problem(String element, JunitCase each) throws XMLStreamException {
    xml.writeStartElement(element);
    attribute("type", each.type());
    attribute("message", each.message());
    xml.writeCharacters(XmlText.clean(each.body()));
    xml.writeEndElement();
  }

  private void properties(JunitCase each) throws XMLStreamException {
    if (each.properties().isEmpty()) {
      return;
    }
    xml.writeStartElement("properties");
    for (Map.Entry<String, String> property : each.properties().entrySet()) {
      xml.writeEmptyElement("property");
      attribute("name", property.getKey());
      attribute("value", property.getValue());
    }
    xml.writeEndElement();
  }

  private void counts(List<JunitCase> cases) throws XMLStreamException {
    attribute("tests", Integer.toString(cases.size()));
    attribute("failures", count(cases, Outcome.FAILED));
    attribute("errors", count(cases, Outcome.ERROR));
    attribute("skipped", count(cases, Outcome.SKIPPED));
  }

  private static String count(List<JunitCase> cases, Outcome outcome) {
    return Long.toString(cases.stream().filter(each -> each.outcome() == outcome).count());
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, XmlText.clean(value));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toNanos() / NANOS_PER_SECOND);
  }
}

package dev.concordat.report.conform;

import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.conform.OperationCoverage;
import dev.concordat.model.place.Place;
import dev.concordat.report.junit.UniqueNames;
import dev.concordat.report.junit.XmlText;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A run against one provider as JUnit XML: a failing case for each finding, a passing one for each operation without any, a
/// skipped one for each that was not tested, an error where nothing could be. Flaky findings stand in a passing case, as
/// Surefire writes them.
public final class ConformJunit {
  private static final double NANOS_PER_SECOND = 1e9;

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
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      new ConformJunit(report).suites(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory", e);
    }
    return text.toString();
  }

  private void suites(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("testsuites");
    attribute(xml, "name", "concordat conform");
    counts(xml);
    attribute(xml, "timestamp", report.started().toString());
    xml.writeStartElement("testsuite");
    attribute(xml, "name", report.contract());
    counts(xml);
    attribute(xml, "file", report.contract());
    if (!report.trouble().isEmpty()) {
      open(xml, "the provider is there", Place.of(report.contract()));
      problem(xml, "error", "environment", report.trouble(), report.trouble());
      xml.writeEndElement();
    }
    for (ConformFinding finding : report.findings()) {
      finding(xml, finding);
    }
    for (OperationCoverage operation : calm) {
      operation(xml, operation);
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void finding(XMLStreamWriter xml, ConformFinding finding) throws XMLStreamException {
    open(xml, ConformWords.headline(finding), ConformWords.place(report, finding));
    properties(xml, finding);
    String text = ConformWords.text(finding);
    if (finding.isFlaky()) {
      xml.writeStartElement("flakyFailure");
      attribute(xml, "message", finding.message());
      attribute(xml, "type", finding.rule().id());
      xml.writeStartElement("stackTrace");
      xml.writeCharacters(XmlText.clean(text));
      xml.writeEndElement();
      xml.writeEndElement();
    } else {
      problem(xml, "failure", finding.rule().id(), finding.message(), text);
    }
    xml.writeEndElement();
  }

  private void operation(XMLStreamWriter xml, OperationCoverage operation)
      throws XMLStreamException {
    open(xml, operation.operation(), operation.place());
    if (!operation.untested().isEmpty()) {
      xml.writeEmptyElement("skipped");
      attribute(xml, "message", "not tested: " + operation.untested());
    }
    xml.writeEndElement();
  }

  private void open(XMLStreamWriter xml, String name, Place place) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute(xml, "classname", "concordat.conform." + report.contract());
    attribute(xml, "name", names.unique(name));
    attribute(xml, "time", "0.000");
    attribute(xml, "file", place.file());
    attribute(xml, "line", Integer.toString(place.line()));
  }

  private static void properties(XMLStreamWriter xml, ConformFinding finding)
      throws XMLStreamException {
    xml.writeStartElement("properties");
    property(xml, "fingerprint", finding.id());
    property(xml, "certainty", finding.certainty().name().toLowerCase(Locale.ROOT));
    property(xml, "cases", Integer.toString(finding.cases()));
    xml.writeEndElement();
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeEmptyElement("property");
    attribute(xml, "name", name);
    attribute(xml, "value", value);
  }

  private static void problem(
      XMLStreamWriter xml, String element, String type, String message, String body)
      throws XMLStreamException {
    xml.writeStartElement(element);
    attribute(xml, "type", type);
    attribute(xml, "message", message);
    xml.writeCharacters(XmlText.clean(body));
    xml.writeEndElement();
  }

  private void counts(XMLStreamWriter xml) throws XMLStreamException {
    int errors = report.trouble().isEmpty() ? 0 : 1;
    long failures = report.findings().stream().filter(finding -> !finding.isFlaky()).count();
    long skipped = calm.stream().filter(operation -> !operation.untested().isEmpty()).count();
    attribute(xml, "tests", Integer.toString(report.findings().size() + calm.size() + errors));
    attribute(xml, "failures", Long.toString(failures));
    attribute(xml, "errors", Integer.toString(errors));
    attribute(xml, "skipped", Long.toString(skipped));
    attribute(
        xml,
        "time",
        String.format(Locale.ROOT, "%.3f", report.took().toNanos() / NANOS_PER_SECOND));
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, XmlText.clean(value));
  }
}

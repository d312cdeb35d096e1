package dev.concordat.report.junit;

import dev.concordat.model.finding.Incident;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.RunReport;
import dev.concordat.model.run.Trouble;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A run as JUnit XML, in the dialect that GitHub's annotators, GitLab and Jenkins agree on: a `testsuite` for every
/// group of cases, a `testcase` for every case with `file` and `line` of the sentence it comes from, one `failure` on the
/// case that shows an incident best, and `error` for environment and data. A case that merely repeats an incident fails
/// with one line that points to it. Names are unique in their class, since GitLab drops duplicates.
public final class JunitXml {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Map<String, List<Incident>> incidentsByCase = new LinkedHashMap<>();

  private JunitXml(RunReport run) {
    for (Incident incident : run.incidents()) {
      incident.findings().stream()
          .map(finding -> finding.caseId())
          .distinct()
          .forEach(id -> incidentsByCase.computeIfAbsent(id, k -> new ArrayList<>()).add(incident));
    }
  }

  /// The XML document. Characters that XML 1.0 cannot hold are replaced by U+FFFD.
  public static String of(RunReport run) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      new JunitXml(run).suites(xml, run);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory", e);
    }
    return text.toString();
  }

  private void suites(XMLStreamWriter xml, RunReport run) throws XMLStreamException {
    Map<String, List<CaseResult>> groups =
        run.cases().stream()
            .collect(
                Collectors.groupingBy(CaseResult::group, LinkedHashMap::new, Collectors.toList()));
    int troubles = run.troubles().size();
    xml.writeStartElement("testsuites");
    attribute(xml, "name", "concordat");
    counts(xml, run.cases(), troubles);
    attribute(xml, "time", seconds(run.duration()));
    attribute(xml, "timestamp", run.startedAt().toString());
    for (Map.Entry<String, List<CaseResult>> group : groups.entrySet()) {
      suite(xml, group.getKey(), group.getValue());
    }
    if (troubles > 0) {
      troubles(xml, run.troubles());
    }
    xml.writeEndElement();
  }

  private void suite(XMLStreamWriter xml, String name, List<CaseResult> cases)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute(xml, "name", name);
    counts(xml, cases, 0);
    attribute(
        xml,
        "time",
        seconds(cases.stream().map(CaseResult::duration).reduce(Duration.ZERO, Duration::plus)));
    attribute(xml, "file", cases.getFirst().place().file());
    UniqueNames names = new UniqueNames();
    for (CaseResult result : cases) {
      testCase(xml, result, names.unique(result.name()));
    }
    xml.writeEndElement();
  }

  private void testCase(XMLStreamWriter xml, CaseResult result, String name)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute(xml, "classname", "concordat." + result.group());
    attribute(xml, "name", name);
    attribute(xml, "time", seconds(result.duration()));
    attribute(xml, "file", result.place().file());
    attribute(xml, "line", Integer.toString(result.place().line()));
    List<Incident> incidents = incidentsByCase.getOrDefault(result.id(), List.of());
    if (!incidents.isEmpty()) {
      properties(xml, incidents.getFirst());
    }
    switch (result.outcome()) {
      case HELD -> {}
      case SKIPPED -> {
        xml.writeEmptyElement("skipped");
        attribute(xml, "message", result.reason());
      }
      case ERROR -> problem(xml, "error", "environment", result.reason(), result.reason());
      case BROKE -> failure(xml, result, incidents);
    }
    xml.writeEndElement();
  }

  private static void failure(XMLStreamWriter xml, CaseResult result, List<Incident> incidents)
      throws XMLStreamException {
    if (incidents.isEmpty()) {
      String text = "a symptom of another incident: " + result.reason();
      problem(xml, "failure", "symptom", text, text);
      return;
    }
    String message = headline(incidents.getFirst());
    String body = incidents.stream().map(JunitXml::describe).collect(Collectors.joining("\n\n"));
    problem(xml, "failure", incidents.getFirst().main().rule().id(), message, body);
  }

  private static String headline(Incident incident) {
    return incident.main().rule().id()
        + " "
        + incident.main().operation()
        + " owner: "
        + incident.owner().team()
        + " – "
        + incident.main().message();
  }

  private static String describe(Incident incident) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(incident));
    incident
        .main()
        .comparison()
        .ifPresent(c -> lines.add("expected " + c.expected() + "\nseen     " + c.actual()));
    incident
        .main()
        .sentence()
        .ifPresent(s -> lines.add("contract " + s.place().shortForm() + "  " + s.text().strip()));
    lines.add("why      " + incident.main().why());
    lines.add("replay   concordat replay " + incident.id());
    return String.join("\n", lines);
  }

  private static void properties(XMLStreamWriter xml, Incident incident) throws XMLStreamException {
    xml.writeStartElement("properties");
    property(xml, "owner", incident.owner().team());
    property(xml, "fingerprint", incident.id());
    property(xml, "rule", incident.main().rule().id());
    if (incident.main().link().isPresent()) {
      property(xml, "link", incident.main().link().get().toString());
    }
    xml.writeEndElement();
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeEmptyElement("property");
    attribute(xml, "name", name);
    attribute(xml, "value", value);
  }

  private static void troubles(XMLStreamWriter xml, List<Trouble> troubles)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute(xml, "name", "environment");
    numbers(xml, troubles.size(), 0, troubles.size(), 0);
    attribute(xml, "time", "0.000");
    UniqueNames names = new UniqueNames();
    for (Trouble trouble : troubles) {
      xml.writeStartElement("testcase");
      attribute(xml, "classname", "concordat.environment");
      attribute(xml, "name", names.unique(trouble.subject()));
      attribute(xml, "time", "0.000");
      String body =
          trouble.message() + "\n" + String.join("\n", trouble.logLines()) + "\n" + trouble.fix();
      problem(
          xml, "error", trouble.kind().name().toLowerCase(Locale.ROOT), trouble.message(), body);
      xml.writeEndElement();
    }
    xml.writeEndElement();
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

  private static void counts(XMLStreamWriter xml, List<CaseResult> cases, int troubles)
      throws XMLStreamException {
    Map<CaseResult.Outcome, Long> outcomes =
        cases.stream()
            .map(CaseResult::outcome)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    numbers(
        xml,
        cases.size() + troubles,
        outcomes.getOrDefault(CaseResult.Outcome.BROKE, 0L),
        outcomes.getOrDefault(CaseResult.Outcome.ERROR, 0L) + troubles,
        outcomes.getOrDefault(CaseResult.Outcome.SKIPPED, 0L));
  }

  private static void numbers(
      XMLStreamWriter xml, long tests, long failures, long errors, long skipped)
      throws XMLStreamException {
    attribute(xml, "tests", Long.toString(tests));
    attribute(xml, "failures", Long.toString(failures));
    attribute(xml, "errors", Long.toString(errors));
    attribute(xml, "skipped", Long.toString(skipped));
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, XmlText.clean(value));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toNanos() / NANOS_PER_SECOND);
  }
}

package dev.concordat.report.junit;

import dev.concordat.model.finding.Incident;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.RunReport;
import dev.concordat.model.run.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A run as JUnit XML, in the dialect that GitHub's annotators, GitLab and Jenkins agree on: a `testsuite` for every
/// group of cases, a `testcase` for every case with `file` and `line` of the sentence it comes from, one `failure` on the
/// case that shows an incident best, and `error` for environment and data. A case that merely repeats an incident fails
/// with one line that points to it. Names are unique in their class, since GitLab drops duplicates.
public final class JunitXml {
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
    return JunitElements.document(xml -> new JunitXml(run).suites(xml, run));
  }

  private void suites(JunitElements xml, RunReport run) {
    Map<String, List<CaseResult>> groups =
        run.cases().stream()
            .collect(
                Collectors.groupingBy(CaseResult::group, LinkedHashMap::new, Collectors.toList()));
    int troubles = run.troubles().size();
    xml.open("testsuites");
    xml.attribute("name", "concordat");
    counts(xml, run.cases(), troubles);
    xml.time(run.duration());
    xml.attribute("timestamp", run.startedAt().toString());
    for (Map.Entry<String, List<CaseResult>> group : groups.entrySet()) {
      suite(xml, group.getKey(), group.getValue());
    }
    if (troubles > 0) {
      troubles(xml, run.troubles());
    }
    xml.close();
  }

  private void suite(JunitElements xml, String name, List<CaseResult> cases) {
    xml.open("testsuite");
    xml.attribute("name", name);
    counts(xml, cases, 0);
    xml.time(cases.stream().map(CaseResult::duration).reduce(Duration.ZERO, Duration::plus));
    xml.attribute("file", cases.getFirst().place().file());
    UniqueNames names = new UniqueNames();
    for (CaseResult result : cases) {
      testCase(xml, result, names.unique(result.name()));
    }
    xml.close();
  }

  private void testCase(JunitElements xml, CaseResult result, String name) {
    xml.testCase("concordat." + result.group(), name, result.duration());
    xml.place(result.place().file(), result.place().line());
    List<Incident> incidents = incidentsByCase.getOrDefault(result.id(), List.of());
    if (!incidents.isEmpty()) {
      properties(xml, incidents.getFirst());
    }
    switch (result.outcome()) {
      case HELD -> {}
      case SKIPPED -> xml.skipped(result.reason());
      case ERROR -> xml.problem("error", "environment", result.reason(), result.reason());
      case BROKE -> failure(xml, result, incidents);
    }
    xml.close();
  }

  private static void failure(JunitElements xml, CaseResult result, List<Incident> incidents) {
    if (incidents.isEmpty()) {
      String text = "a symptom of another incident: " + result.reason();
      xml.problem("failure", "symptom", text, text);
      return;
    }
    String message = headline(incidents.getFirst());
    String body = incidents.stream().map(JunitXml::describe).collect(Collectors.joining("\n\n"));
    xml.problem("failure", incidents.getFirst().main().rule().id(), message, body);
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

  private static void properties(JunitElements xml, Incident incident) {
    xml.open("properties");
    xml.property("owner", incident.owner().team());
    xml.property("fingerprint", incident.id());
    xml.property("rule", incident.main().rule().id());
    if (incident.main().link().isPresent()) {
      xml.property("link", incident.main().link().get().toString());
    }
    xml.close();
  }

  private static void troubles(JunitElements xml, List<Trouble> troubles) {
    xml.open("testsuite");
    xml.attribute("name", "environment");
    xml.counts(troubles.size(), 0, troubles.size(), 0);
    xml.time(Duration.ZERO);
    UniqueNames names = new UniqueNames();
    for (Trouble trouble : troubles) {
      xml.testCase("concordat.environment", names.unique(trouble.subject()), Duration.ZERO);
      String body =
          trouble.message() + "\n" + String.join("\n", trouble.logLines()) + "\n" + trouble.fix();
      xml.problem("error", trouble.kind().name().toLowerCase(Locale.ROOT), trouble.message(), body);
      xml.close();
    }
    xml.close();
  }

  private static void counts(JunitElements xml, List<CaseResult> cases, int troubles) {
    Map<CaseResult.Outcome, Long> outcomes =
        cases.stream()
            .map(CaseResult::outcome)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    xml.counts(
        cases.size() + troubles,
        outcomes.getOrDefault(CaseResult.Outcome.BROKE, 0L),
        outcomes.getOrDefault(CaseResult.Outcome.ERROR, 0L) + troubles,
        outcomes.getOrDefault(CaseResult.Outcome.SKIPPED, 0L));
  }
}

package dev.concordat.engine.run;

import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.diagnose.CaseEvidence;
import dev.concordat.engine.diagnose.Dependencies;
import dev.concordat.engine.diagnose.Diagnosis;
import dev.concordat.engine.plan.RunPlan;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Incident;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.run.Measures;
import dev.concordat.model.run.PartView;
import dev.concordat.model.run.RunReport;
import dev.concordat.model.run.SystemView;
import dev.concordat.model.run.Trouble;
import dev.concordat.wire.redaction.Redactor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// From the records of all cases to the report, without secrets.
final class Reporting {
  private static final Redactor REDACTOR = new Redactor();

  private Reporting() {}

  static RunReport report(
      Environment environment,
      RunPlan plan,
      String runId,
      Instant startedAt,
      Duration took,
      List<CaseRecord> records,
      List<Trouble> troubles,
      List<String> notes,
      Measures measures) {
    Setup setup = environment.setup();
    List<Incident> incidents =
        Diagnosis.incidents(
                records.stream().map(record -> evidence(record, plan.book())).toList(),
                system -> owner(setup, system))
            .stream()
            .map(Reporting::redacted)
            .toList();
    return new RunReport(
        runId,
        setup.root().toString(),
        plan.options().seed(),
        startedAt,
        ready(environment),
        took,
        environment.systems(),
        environment.parts(),
        LinkMap.of(setup, plan.book(), Engine.exchanges(records), incidents),
        records.stream().map(CaseRecord::result).toList(),
        incidents,
        List.copyOf(new LinkedHashSet<>(troubles)),
        shown(records, incidents),
        measures,
        notes.stream().map(REDACTOR::redact).toList());
  }

  /// Parts and systems start side by side, so the slowest of them is what a person waited for.
  private static Duration ready(Environment environment) {
    return Stream.concat(
            environment.systems().stream().map(SystemView::ready),
            environment.parts().stream().map(PartView::ready))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static CaseEvidence evidence(CaseRecord record, ContractBook book) {
    var links = new ArrayList<LinkName>();
    for (Exchange exchange : record.exchanges()) {
      switch (exchange) {
        case HttpExchange http -> links.add(http.link());
        case MessageDelivery message ->
            book.publisher(message.address())
                .ifPresent(
                    publisher ->
                        book.subscribers(message.address())
                            .forEach(user -> links.add(new LinkName(user, publisher))));
        case RowChange ignored -> {}
      }
    }
    return new CaseEvidence(
        record.planned().id(),
        record.isCritical(),
        record.findings(),
        Dependencies.of(links),
        record.exchanges().size());
  }

  private static Owner owner(Setup setup, String system) {
    return setup
        .system(system)
        .map(SystemSpec::owner)
        .orElseGet(() -> Owner.unowned(system + " is not a system of this workspace"));
  }

  private static Map<String, List<Exchange>> shown(
      List<CaseRecord> records, List<Incident> incidents) {
    var shown = new LinkedHashMap<String, List<Exchange>>();
    for (Incident incident : incidents) {
      records.stream()
          .filter(record -> record.planned().id().equals(incident.main().caseId()))
          .findFirst()
          .ifPresent(
              record ->
                  shown.put(
                      incident.main().caseId(),
                      record.exchanges().stream().map(REDACTOR::redact).toList()));
    }
    return shown;
  }

  private static Incident redacted(Incident incident) {
    return new Incident(
        incident.id(),
        incident.owner(),
        redacted(incident.main()),
        incident.findings().stream().map(Reporting::redacted).toList(),
        incident.cases(),
        incident.symptoms().stream().map(Reporting::redacted).toList());
  }

  private static Finding redacted(Finding it) {
    Optional<Comparison> comparison =
        it.comparison()
            .map(c -> new Comparison(REDACTOR.redact(c.expected()), REDACTOR.redact(c.actual())));
    return new Finding(
        it.rule(),
        it.system(),
        it.side(),
        it.why(),
        it.link(),
        it.operation(),
        it.pointer(),
        REDACTOR.redact(it.message()),
        it.sentence(),
        comparison,
        it.caseId(),
        it.exchangeId());
  }
}

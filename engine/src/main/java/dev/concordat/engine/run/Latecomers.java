package dev.concordat.engine.run;

import dev.concordat.cases.ContractCase;
import dev.concordat.engine.judge.CaseView;
import dev.concordat.engine.judge.Judge;
import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Exchanges that a case caused after it was over, as their trace ids say. They are judged as part of that case.
final class Latecomers {
  private Latecomers() {}

  static CaseRecord judged(CaseRecord record, Map<String, List<Exchange>> late, Judge judge) {
    String id = record.planned().id();
    List<Exchange> own = late.getOrDefault(id + "@1", List.of());
    if (own.isEmpty()) {
      return record;
    }
    Optional<ContractCase> tried =
        record.planned() instanceof PlannedCase.OfContract it
            ? Optional.of(it.content())
            : Optional.empty();
    var findings = new ArrayList<Finding>(record.findings());
    findings.addAll(judge.judge(own, new CaseView(id, tried)));
    var exchanges = new ArrayList<Exchange>(record.exchanges());
    exchanges.addAll(own);
    return record.with(findings, exchanges);
  }
}

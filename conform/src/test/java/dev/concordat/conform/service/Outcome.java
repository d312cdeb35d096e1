package dev.concordat.conform.service;

import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a run against a workshop with faults said of them.
///
/// @param told the finding that tells each fault that was found
/// @param others findings that tell no fault, or one that another finding tells already
record Outcome(Map<Fault, ConformFinding> told, List<ConformFinding> others, int requests) {

  /// Gives every finding to the first of the faults that it may tell and that none has told before.
  static Outcome of(ConformReport report, List<FaultTable.Line> faults) {
    Map<Fault, ConformFinding> told = new EnumMap<>(Fault.class);
    List<ConformFinding> others = new ArrayList<>();
    for (ConformFinding finding : report.findings()) {
      faults.stream()
          .filter(fault -> !told.containsKey(fault.fault()) && tells(finding, fault))
          .findFirst()
          .ifPresentOrElse(fault -> told.put(fault.fault(), finding), () -> others.add(finding));
    }
    return new Outcome(told, others, report.requests());
  }

  /// The rule is one of the fault's, and so is the operation. Only what is flaky may be called flaky.
  private static boolean tells(ConformFinding finding, FaultTable.Line fault) {
    return fault.rules().contains(finding.rule().id())
        && fault.operations().contains(finding.operation())
        && finding.isFlaky() == fault.fault().isFlaky();
  }
}

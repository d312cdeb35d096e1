package dev.concordat.report.drift;

import dev.concordat.model.drift.CheckedStub;
import dev.concordat.model.drift.DriftFinding;
import dev.concordat.model.drift.DriftReport;
import dev.concordat.model.drift.Reliance;
import java.util.ArrayList;
import java.util.List;

/// A finding with the files that rely on its stub.
record Placed(DriftFinding finding, List<Reliance> reliances) {
  /// All findings of a report: the lies in the order of the stubs, then the others.
  static List<Placed> all(DriftReport report) {
    List<Placed> all = new ArrayList<>();
    for (CheckedStub stub : report.stubs()) {
      stub.lies().forEach(lie -> all.add(new Placed(lie, stub.reliedOnBy())));
    }
    report.others().forEach(finding -> all.add(new Placed(finding, List.of())));
    return all;
  }

  String text() {
    return DriftWords.text(finding, reliances);
  }
}

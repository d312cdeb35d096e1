package dev.concordat.drift;

import dev.concordat.drift.lie.Correction;
import dev.concordat.drift.mock.Mock;
import dev.concordat.model.drift.CheckedStub;
import dev.concordat.model.drift.DriftReport;
import java.util.List;

/// A report, with what puts each stub right.
///
/// @param report secrets redacted
/// @param stubs each stub of the report with its mock and its corrections, in the same order
public record Judged(DriftReport report, List<Mended> stubs) {
  public Judged {
    stubs = List.copyOf(stubs);
  }

  /// A stub and what to change in it.
  public record Mended(CheckedStub stub, Mock mock, List<Correction> corrections) {
    public Mended {
      corrections = List.copyOf(corrections);
    }
  }
}

package dev.concordat.cases;

import java.util.List;

/// The cases of one contract, and those that could not be made.
public record GeneratedCases(List<ContractCase> cases, List<SkippedCase> skipped) {
  public GeneratedCases {
    cases = List.copyOf(cases);
    skipped = List.copyOf(skipped);
  }
}

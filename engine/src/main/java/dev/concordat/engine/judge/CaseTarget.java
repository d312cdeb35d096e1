package dev.concordat.engine.judge;

import dev.concordat.cases.ContractCase;
import dev.concordat.model.finding.Sentence;

/// What a contract case aims at, for findings about the case itself.
final class CaseTarget {
  private CaseTarget() {}

  /// The value whose constraints are not checked, without the keyword: too small and too big are one cause.
  static String of(ContractCase tried) {
    String pointer = tried.sentence().pointer();
    int last = pointer.lastIndexOf('/');
    return last <= 0 ? pointer : pointer.substring(0, last);
  }

  static Sentence sentence(ContractCase tried) {
    return new Sentence(tried.sentence(), tried.reason());
  }
}

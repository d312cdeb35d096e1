package dev.concordat.compare.protobuf;

import dev.concordat.compare.protobuf.wire.Misreading;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.finding.AgreeProtobufRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import java.util.List;

/// What a change does, and how that is known.
record Verdict(Rule rule, Impact impact, Evidence evidence) {
  /// Bytes are misread.
  static Verdict bytes(Misreading misreading) {
    return new Verdict(
        AgreeProtobufRules.BYTES_MISREAD,
        Impact.BREAKS,
        new Evidence.Witnessed(misreading.witness()));
  }

  /// JSON is misread.
  static Verdict json(Misreading misreading) {
    return new Verdict(
        AgreeProtobufRules.JSON_MISREAD,
        Impact.BREAKS,
        new Evidence.Witnessed(misreading.witness()));
  }

  /// Every message passes and some mean something else.
  static Verdict meaning(Misreading misreading) {
    return new Verdict(
        AgreeRules.MEANING_CHANGED, Impact.MEANING, new Evidence.Witnessed(misreading.witness()));
  }

  /// Some readers lose something, though the field's rules allow the change.
  static Verdict risky(Misreading misreading) {
    return new Verdict(
        AgreeProtobufRules.BYTES_MISREAD,
        Impact.RISKY,
        new Evidence.Witnessed(misreading.witness()));
  }

  /// Messages stay, names in generated code do not.
  static Verdict clientCode() {
    return new Verdict(AgreeRules.CLIENT_CODE_CHANGED, Impact.CLIENT_CODE, new Evidence.Stated());
  }

  /// The same, and that messages stay is proved.
  static Verdict clientCode(String how) {
    return new Verdict(
        AgreeRules.CLIENT_CODE_CHANGED, Impact.CLIENT_CODE, new Evidence.Proved(how));
  }

  /// It should break messages, and none was found.
  static Verdict undecided(Rule rule, String reason, List<String> tried) {
    return new Verdict(rule, Impact.UNKNOWN, new Evidence.Undecided(reason, tried));
  }

  Verdict withImpact(Impact other) {
    return new Verdict(rule, other, evidence);
  }
}

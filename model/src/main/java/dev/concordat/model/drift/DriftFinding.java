package dev.concordat.model.drift;

import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// One thing that is not as it is said.
///
/// @param subject what says it: a stub's title, a recording's entry, an operation
/// @param operation the operation it is about: `GET /orders/{id}`; method and path where no contract names it
/// @param pointer where in the exchange: `status`, `header:Location`, `content-type`, `/items/*/price`
/// @param message one sentence with the actual values
/// @param said the sentence that is not true, with its file and line
/// @param contract the sentence of the contract that speaks against it
/// @param comparison what is true beside what was said
/// @param grounds what it rests on, the surest first; at least one
/// @param evidence the exchanges that show it
public record DriftFinding(
    Rule rule,
    String subject,
    String operation,
    String pointer,
    String message,
    Sentence said,
    Optional<Sentence> contract,
    Optional<Comparison> comparison,
    List<Ground> grounds,
    List<Shown> evidence) {
  public DriftFinding {
    if (grounds.isEmpty()) {
      throw new IllegalArgumentException("a finding rests on something");
    }
    grounds = List.copyOf(grounds);
    evidence = List.copyOf(evidence);
  }

  /// Short, and the same whenever the same stub says the same untruth, whatever the values: `7f3a91`.
  public String id() {
    CRC32 sum = new CRC32();
    String key = String.join("|", rule.id(), said.place().file(), subject, operation, pointer);
    sum.update(key.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(sum.getValue()).substring(2);
  }
}

package dev.concordat.compare.consumer;

import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.model.comparison.ContractComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The known consumers of a provider.
public final class Consumers {
  private final List<Known> known;
  private final Policies policies;

  private Consumers(List<Known> known, Policies policies) {
    this.known = List.copyOf(known);
    this.policies = policies;
  }

  /// The consumers that are known.
  ///
  /// @param policies how contracts are read, and which day is today
  public static Consumers of(List<Known> known, Policies policies) {
    return new Consumers(known, policies);
  }

  /// The comparison with a verdict for each consumer. What breaks the contract and meets no known consumer is risky and
  /// says so; what breaks a consumer and not the contract is added. Nothing is left out. Without consumers nothing changes.
  ///
  /// @param before the contract that was the old one in the comparison
  /// @param after the new one
  /// @param isStrict whether what breaks the contract breaks, whoever is known
  public ContractComparison narrowed(
      ContractComparison comparison, Contract before, Contract after, boolean isStrict) {
    if (known.isEmpty()) {
      return comparison;
    }
    Map<String, List<Known>> byConsumer = new LinkedHashMap<>();
    known.forEach(
        each -> byConsumer.computeIfAbsent(each.label(), label -> new ArrayList<>()).add(each));
    List<Consumer> consumers = new ArrayList<>();
    byConsumer.forEach(
        (label, evidence) ->
            consumers.add(Consumer.judged(label, evidence, before, after, policies)));
    Seen seen = Seen.of(consumers, known, before, policies.today());
    return new Narrowing(consumers, seen, isStrict).narrowed(comparison);
  }
}

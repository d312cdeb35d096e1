package dev.concordat.registry.publication;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.report.comparison.WitnessText;
import dev.concordat.report.json.Members;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a pact fits what a provider's version provides.
sealed interface Comparison {
  /// Shown to fit, or shown to break.
  ///
  /// @param results JSON text: a list of findings with their witnesses; empty where it fits
  record Decided(boolean fits, String results) implements Comparison {}

  /// Neither could be shown: nothing is claimed.
  record Undecided(String reason) implements Comparison {}

  static Comparison of(
      String consumer, Bytes pact, List<ProviderContracts.Kept> provided, LocalDate today) {
    Provided left = Provided.read(Provided.fileName("pact"), pact);
    if (left.error().isPresent()) {
      return new Undecided("the pact cannot be read: " + left.error().get());
    }
    List<Provided> rights = new ArrayList<>();
    for (ProviderContracts.Kept kept : provided) {
      Provided right = Provided.read(Provided.fileName(kept.kind()), kept.bytes());
      if (Comparer.canAgree(left.contract(), right.contract())
          && speaksOf(left.contract(), right.contract().kind())) {
        rights.add(right);
      }
    }
    if (rights.size() != 1) {
      return new Undecided(
          rights.isEmpty()
              ? "the provider publishes no contract that the pact can be compared with"
              : "the provider publishes several contracts that the pact could be about");
    }
    Provided right = rights.getFirst();
    if (right.error().isPresent()) {
      return new Undecided("the provider's contract cannot be read: " + right.error().get());
    }
    Optional<ContractComparison> compared =
        new Comparer(Policies.defaults(today)).agree(left.contract(), right.contract());
    return compared
        .map(it -> judged(consumer, it))
        .orElseGet(() -> new Undecided("the two kinds cannot be compared"));
  }

  /// A pact of requests is not about the messages that its provider sends as well, and the other way round.
  private static boolean speaksOf(Contract pact, ContractKind kind) {
    if (!(pact instanceof PactContract read)) {
      return true;
    }
    int http = read.httpInteractions().size();
    boolean isMixed = http > 0 && http < read.interactions().size();
    return isMixed || (http > 0) == (kind != ContractKind.ASYNCAPI);
  }

  private static Comparison judged(String consumer, ContractComparison compared) {
    List<Difference> breaks =
        compared.differences().stream().filter(it -> it.impact() == Impact.BREAKS).toList();
    if (!breaks.isEmpty()) {
      return new Decided(
          false,
          JsonText.compact(Members.array(breaks, difference -> finding(consumer, difference))));
    }
    if (!compared.holds()) {
      return new Undecided(
          compared.differences().stream()
              .filter(it -> it.impact().isFinding())
              .map(Difference::message)
              .findFirst()
              .orElse("something was left open"));
    }
    return compared.tally().all() == 0
        ? new Undecided("the pact has nothing that could be compared")
        : new Decided(true, "[]");
  }

  private static JsonValue finding(String consumer, Difference difference) {
    Members finding =
        new Members()
            .put("success", false)
            .put("rule", difference.rule().id())
            .put("operation", difference.position().operation())
            .put("where", difference.position().text() + " " + difference.pointer())
            .put("message", difference.message())
            .put("consumer", consumer);
    if (difference.evidence() instanceof Evidence.Witnessed(var witness)) {
      finding.put(
          "witness",
          difference.message()
              + " – "
              + String.join(" ", WitnessText.lines(witness.message()))
              + " – "
              + witness.refusal());
    }
    return finding.object();
  }
}

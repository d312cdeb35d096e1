package dev.concordat.compare.consumer;

import dev.concordat.model.comparison.Affected;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Witness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds to a comparison what it means for each known consumer.
final class Narrowing {
  private final List<Consumer> consumers;
  private final Seen seen;
  private final boolean isStrict;

  Narrowing(List<Consumer> consumers, Seen seen, boolean isStrict) {
    this.consumers = consumers;
    this.seen = seen;
    this.isStrict = isStrict;
  }

  ContractComparison narrowed(ContractComparison comparison) {
    List<Difference> all = new ArrayList<>();
    for (Difference each : comparison.differences()) {
      all.add(each.impact() == Impact.SAFE ? each : narrowed(each));
    }
    all.addAll(others(comparison.differences()));
    all.sort(Comparator.comparing(Difference::impact));
    return new ContractComparison(
        comparison.left(), comparison.right(), all, comparison.tally(), comparison.problems());
  }

  private Difference narrowed(Difference change) {
    // What is said of the whole document, such as its version, is met by no message.
    if (change.position().part() == Position.Part.DOCUMENT) {
      return change;
    }
    List<Affected> affected =
        consumers.stream().map(consumer -> Verdicts.of(change, consumer)).toList();
    Difference told = change.withAffected(affected);
    boolean isMet =
        affected.stream()
            .anyMatch(
                each ->
                    each.impact() == Impact.BREAKS
                        || each.impact() == Impact.UNKNOWN
                        || each.impact() == Impact.MISREAD);
    return switch (change.impact()) {
      case BREAKS ->
          isMet || isStrict
              ? told
              : said(told.withImpact(Impact.RISKY), unmet(change, "breaks the contract"));
      case MISREAD ->
          isMet || isStrict
              ? told
              : said(told.withImpact(Impact.MEANING), unmet(change, "misreads requests"));
      case RISKY ->
          affected.stream().anyMatch(each -> each.impact() == Impact.BREAKS)
              ? told.withImpact(Impact.BREAKS)
              : told;
      case UNKNOWN, MEANING, CLIENT_CODE, POLICY, SAFE -> told;
    };
  }

  private String unmet(Difference change, String what) {
    return change.message() + ": " + what + ", no known consumer (seen: " + seen.text() + ")";
  }

  private static Difference said(Difference difference, String message) {
    return new Difference(
        difference.rule(),
        difference.impact(),
        difference.evidence(),
        difference.position(),
        difference.pointer(),
        message,
        difference.before(),
        difference.after(),
        difference.aliases(),
        difference.affected(),
        difference.also());
  }

  /// What breaks a consumer and is no break of the contract: it reads what was never promised, or is not any more.
  private List<Difference> others(List<Difference> changes) {
    Map<String, Difference> found = new LinkedHashMap<>();
    for (Consumer consumer : consumers) {
      for (News news : consumer.news()) {
        Difference met = news.found();
        boolean isExplained =
            changes.stream()
                .filter(change -> change.impact() != Impact.SAFE)
                .anyMatch(change -> Relation.isFrom(met, change));
        if (!isExplained) {
          found.merge(met.id(), of(consumer, met), Narrowing::both);
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static Difference of(Consumer consumer, Difference met) {
    Optional<Witness> witness =
        met.evidence() instanceof Evidence.Witnessed(Witness shown)
            ? Optional.of(shown)
            : Optional.empty();
    return said(
            met,
            "breaks no promise of the contract, and "
                + consumer.label()
                + " meets it: "
                + met.message())
        .withAffected(
            List.of(new Affected(consumer.label(), met.impact(), met.message(), witness)));
  }

  private static Difference both(Difference one, Difference other) {
    List<Affected> affected = new ArrayList<>(one.affected());
    affected.addAll(other.affected());
    Impact worse = one.impact().compareTo(other.impact()) <= 0 ? one.impact() : other.impact();
    return one.withAffected(affected).withImpact(worse);
  }
}

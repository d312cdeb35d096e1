package dev.concordat.compare.jsonschema;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.schema.SchemaComparison;
import dev.concordat.compare.schema.SchemaDifference;
import dev.concordat.compare.schema.Verdict;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Tally;
import java.util.ArrayList;
import java.util.List;

/// Positions at which two schemas meet, collected. Not thread-safe.
final class SchemaPositions {
  private final SchemaComparison comparison;
  private final List<Difference> differences = new ArrayList<>();
  private Tally tally = Tally.NONE;

  SchemaPositions(SchemaComparison comparison) {
    this.comparison = comparison;
  }

  void add(Schema before, Schema after, SchemaTelling telling) {
    List<SchemaDifference> found = comparison.compare(before, after, telling.way());
    found.stream().map(telling::tell).forEach(differences::add);
    tally = tally.plus(count(found));
  }

  private static Tally count(List<SchemaDifference> found) {
    if (found.stream().anyMatch(each -> each.verdict() instanceof Verdict.Breaks)) {
      return new Tally(0, 1, 0);
    }
    return found.stream().anyMatch(each -> each.verdict() instanceof Verdict.Unknown)
        ? new Tally(0, 0, 1)
        : new Tally(1, 0, 0);
  }

  /// What is safe in one direction is not told where the other breaks at the same place.
  Compared compared() {
    return new Compared(
        differences.stream()
            .filter(each -> each.impact() != Impact.SAFE || !isWorseElsewhere(each))
            .toList(),
        tally);
  }

  private boolean isWorseElsewhere(Difference safe) {
    return differences.stream()
        .anyMatch(
            each ->
                each.impact() != Impact.SAFE
                    && each.pointer().equals(safe.pointer())
                    && each.before().equals(safe.before())
                    && each.after().equals(safe.after()));
  }
}

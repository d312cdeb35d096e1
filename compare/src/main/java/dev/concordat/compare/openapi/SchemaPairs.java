package dev.concordat.compare.openapi;

import dev.concordat.compare.format.Policies;
import dev.concordat.compare.schema.SchemaComparison;
import dev.concordat.compare.schema.SchemaDifference;
import dev.concordat.compare.schema.Verdict;
import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Pairs of schemas and how they differ; what is used by many operations is compared once.
final class SchemaPairs {
  private final SchemaComparison comparison;
  private final Map<Pair, List<SchemaDifference>> known = new HashMap<>();

  private record Pair(Schema before, Schema after, Way way) {}

  SchemaPairs(Policies policies) {
    this.comparison = SchemaComparison.votingLater(policies);
  }

  /// What was found out about schemas so far, and can be asked for more.
  Aliases.Known known() {
    return new Aliases.Known(inclusions(), comparison.writing());
  }

  /// What the schemas mean, as far as it was asked.
  Inclusions inclusions() {
    return comparison.inclusions();
  }

  /// Whether both contracts write the same, or nothing; mostly they do, and nothing is to be compared.
  boolean areAlike(Optional<Schema> before, Optional<Schema> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return before.isEmpty() && after.isEmpty();
    }
    return comparison.writing().isSame(before.get().view().schema(), after.get().view().schema());
  }

  /// All differences, in the order of the schemas.
  List<SchemaDifference> differences(Schema before, Schema after, Way way) {
    var pair = new Pair(before.view().schema(), after.view().schema(), way);
    List<SchemaDifference> seen = known.get(pair);
    if (seen == null) {
      seen = comparison.compare(pair.before, pair.after, way);
      known.put(pair, seen);
    }
    return seen;
  }

  /// What is left of a break when the second validator was asked.
  Verdict voted(Schema sender, Schema receiver, Direction direction, Verdict.Breaks breaks) {
    return comparison.voted(sender, receiver, direction, breaks);
  }

  /// Whether whatever the sender may send, the receiver takes. A break was judged by one validator.
  Verdict verdict(Schema sender, Schema receiver, Direction direction) {
    return comparison.verdict(sender, receiver, direction);
  }
}

package dev.concordat.contracts.jsonpath;

import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.OptionalLong;

/// A query: from the root (`$`) or, in filters, from the current node (`@`), one segment after the other.
record Query(boolean isAbsolute, List<Segment> segments) {
  Query {
    segments = List.copyOf(segments);
  }

  /// Whether it selects one node at most (RFC 9535 section 2.3.5.1).
  boolean isSingular() {
    return segments.stream()
        .allMatch(
            segment ->
                !segment.descends()
                    && segment.selectors().size() == 1
                    && (segment.selectors().getFirst() instanceof Selector.Name
                        || segment.selectors().getFirst() instanceof Selector.Index));
  }

  /// Selects among the children, or among all descendants.
  record Segment(boolean descends, List<Selector> selectors) {
    Segment {
      selectors = List.copyOf(selectors);
    }
  }

  /// Section 2.3.
  sealed interface Selector {
    record Name(String name) implements Selector {}

    record Wildcard() implements Selector {}

    record Index(long index) implements Selector {}

    record Slice(OptionalLong start, OptionalLong end, long step) implements Selector {}

    record Filter(Condition condition) implements Selector {}
  }

  /// What a filter asks.
  sealed interface Condition {
    record Or(List<Condition> parts) implements Condition {}

    record And(List<Condition> parts) implements Condition {}

    record Not(Condition condition) implements Condition {}

    record Exists(Query query) implements Condition {}

    record Compares(Operand left, String operator, Operand right) implements Condition {}

    /// `match` when whole, else `search` (sections 2.4.6 and 2.4.7).
    record Matches(Operand text, Operand pattern, boolean isWhole) implements Condition {}
  }

  /// What can be compared.
  sealed interface Operand {
    record Literal(JsonValue value) implements Operand {}

    /// The value of the one node of a query: a singular query, or `value()`.
    record Only(Query query) implements Operand {}

    record Length(Operand of) implements Operand {}

    record Count(Query query) implements Operand {}
  }
}

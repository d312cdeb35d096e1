package dev.concordat.model.matching;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Whether every expected item has an actual item of its own, in any order: a maximum matching between the two lists
/// (augmenting paths, Kuhn 1955).
final class UnorderedMatching {
  private static final int FREE = -1;

  /// How many pairs of items are compared at most.
  private static final long MAX_PAIRS = 1_000_000;

  private final JsonMatcher matcher;
  private final DocumentPath path;
  private final JsonArray expected;
  private final JsonArray actual;

  UnorderedMatching(JsonMatcher matcher, DocumentPath path, JsonArray expected, JsonArray actual) {
    this.matcher = matcher;
    this.path = path;
    this.expected = expected;
    this.actual = actual;
  }

  void run(MatchingRule.IgnoreOrder rule, Set<Difference> found) {
    boolean isExactSize = rule.min().isEmpty() && rule.max().isEmpty();
    if (isExactSize && expected.items().size() != actual.items().size()) {
      String message =
          String.format(
              "Expected a List with %d elements but received %d elements",
              expected.items().size(), actual.items().size());
      found.add(JsonMatcher.difference(path, expected, actual, rule.name(), message));
    }
    if ((long) expected.items().size() * actual.items().size() > MAX_PAIRS) {
      String message =
          String.format(
              "Lists of %d and %d items are too long to compare in any order",
              expected.items().size(), actual.items().size());
      found.add(JsonMatcher.difference(path, expected, actual, rule.name(), message));
      return;
    }
    List<int[]> candidates = candidates();
    int[] owner = new int[actual.items().size()];
    Arrays.fill(owner, FREE);
    for (int wanted = 0; wanted < candidates.size(); wanted++) {
      if (!assign(wanted, candidates, owner, new boolean[owner.length])) {
        JsonValue missing = expected.items().get(wanted);
        found.add(
            JsonMatcher.difference(
                path.item(wanted),
                missing,
                actual,
                rule.name(),
                "Expected " + missing + " to be in the actual list, in any position"));
      }
    }
  }

  private List<int[]> candidates() {
    List<int[]> candidates = new ArrayList<>();
    for (int wanted = 0; wanted < expected.items().size(); wanted++) {
      JsonValue example = expected.items().get(wanted);
      DocumentPath place = path.item(wanted);
      JsonMatcher items = matcher.under(matcher.rules().without(path));
      candidates.add(
          IntStream.range(0, actual.items().size())
              .filter(i -> items.match(place, example, actual.items().get(i)).isEmpty())
              .toArray());
    }
    return candidates;
  }

  private static boolean assign(int wanted, List<int[]> candidates, int[] owner, boolean[] tried) {
    for (int item : candidates.get(wanted)) {
      if (!tried[item]) {
        tried[item] = true;
        if (owner[item] == FREE || assign(owner[item], candidates, owner, tried)) {
          owner[item] = wanted;
          return true;
        }
      }
    }
    return false;
  }
}

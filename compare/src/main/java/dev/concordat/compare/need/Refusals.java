package dev.concordat.compare.need;

import dev.concordat.compare.need.Example.Step;
import dev.concordat.model.matching.Difference;
import dev.concordat.model.matching.PathExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a consumer's matchers refuses in a value.
record Refusals(List<Difference> all) {
  private static final int MAX_SHOWN = 3;

  static Refusals of(List<Difference> all) {
    return new Refusals(List.copyOf(all));
  }

  String text() {
    String first =
        all.stream().limit(MAX_SHOWN).map(Difference::message).collect(Collectors.joining("; "));
    return all.size() <= MAX_SHOWN ? first : first + "; and " + (all.size() - MAX_SHOWN) + " more";
  }

  /// Where the first of them is.
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    if (!all.isEmpty()) {
      for (String name : PathExpression.parse(all.getFirst().path()).names()) {
        boolean isItem = name.length() < 9 && name.chars().allMatch(Character::isDigit);
        steps.add(isItem ? new Step.Item(Integer.parseInt(name)) : new Step.Member(name));
      }
    }
    return steps;
  }

  String pointer() {
    return all.size() == 1 ? Steps.pointer(steps()) : "";
  }

  /// The very place of the only one.
  String named() {
    return all.size() == 1 ? Steps.exactly(steps()) : "";
  }
}

package dev.concordat.contracts.pact.content;

import dev.concordat.model.matching.Difference;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.Failure;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.matching.ValueMatcher;
import java.util.List;
import java.util.Optional;

/// Binary bodies: a rule on the whole, else the same bytes.
record BytesMatching(RuleSet rules, ValueMatcher values) {
  List<Difference> match(DocumentPath path, TypedBody expected, TypedBody actual) {
    Optional<RuleList> list = rules.best(path);
    if (list.isPresent()) {
      return values.bytes(list.get(), expected.bytes().toArray(), actual.bytes().toArray()).stream()
          .map(failure -> difference(path, expected, actual, failure))
          .toList();
    }
    if (expected.bytes().equals(actual.bytes())) {
      return List.of();
    }
    String message =
        "Actual body "
            + BodyText.describe(actual)
            + " is not equal to the expected body "
            + BodyText.describe(expected);
    return List.of(
        new Difference(
            path.toString(), BodyText.show(expected), BodyText.show(actual), "equality", message));
  }

  static Difference difference(
      DocumentPath path, TypedBody expected, TypedBody actual, Failure failure) {
    return new Difference(
        path.toString(),
        BodyText.show(expected),
        BodyText.show(actual),
        failure.rule().name(),
        failure.message());
  }
}

package dev.concordat.contracts.pact.content;

import dev.concordat.model.matching.Difference;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.matching.ValueMatcher;
import java.util.List;
import java.util.Optional;

/// Text bodies: a rule on the whole, else the same text.
record TextBodies(RuleSet rules, ValueMatcher values) {
  List<Difference> match(DocumentPath path, TypedBody expected, TypedBody actual) {
    String wanted = expected.bytes().utf8();
    String text = actual.bytes().utf8();
    Optional<RuleList> list = rules.best(path);
    if (list.isPresent()) {
      return values.text(list.get(), wanted, text).stream()
          .map(failure -> BytesMatching.difference(path, expected, actual, failure))
          .toList();
    }
    if (expected.bytes().equals(actual.bytes())) {
      return List.of();
    }
    String message =
        String.format(
            "Expected body '%s' to match '%s' using equality but did not match", wanted, text);
    return List.of(new Difference(path.toString(), wanted, text, "equality", message));
  }
}

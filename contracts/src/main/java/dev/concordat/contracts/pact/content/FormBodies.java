package dev.concordat.contracts.pact.content;

import dev.concordat.model.matching.Difference;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.matching.ValueMatcher;
import java.util.List;

/// Form bodies.
record FormBodies(RuleSet rules, boolean allowsUnexpected, ValueMatcher values) {
  List<Difference> match(DocumentPath path, TypedBody expected, TypedBody actual) {
    return new NamedValues("form post parameter", rules, allowsUnexpected, values)
        .match(
            path,
            FormText.parse(expected.bytes().utf8().strip()),
            FormText.parse(actual.bytes().utf8().strip()));
  }
}

package dev.concordat.contracts.pact.content;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.ParsedJson;
import dev.concordat.model.matching.Difference;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.JsonMatcher;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.matching.ValueMatcher;
import java.util.ArrayList;
import java.util.List;

/// JSON bodies.
record JsonBodies(RuleSet rules, boolean allowsUnexpected, ValueMatcher values) {
  List<Difference> match(DocumentPath path, TypedBody expected, TypedBody actual) {
    ParsedJson wanted = JsonParser.parse(expected.bytes().toArray());
    ParsedJson present = JsonParser.parse(actual.bytes().toArray());
    if (wanted.value().isPresent() && present.value().isPresent()) {
      return new JsonMatcher(rules, allowsUnexpected, values)
          .match(path, wanted.value().get(), present.value().get());
    }
    var problems = new ArrayList<Difference>();
    wanted
        .failure()
        .ifPresent(failure -> problems.add(broken(path, "expected", expected, actual, failure)));
    present
        .failure()
        .ifPresent(failure -> problems.add(broken(path, "actual", expected, actual, failure)));
    return problems;
  }

  private static Difference broken(
      DocumentPath path,
      String which,
      TypedBody expected,
      TypedBody actual,
      ParsedJson.Failure failure) {
    String message = String.format("Failed to parse the %s body: '%s'", which, failure.message());
    return new Difference(
        path.toString(), BodyText.show(expected), BodyText.show(actual), "equality", message);
  }
}

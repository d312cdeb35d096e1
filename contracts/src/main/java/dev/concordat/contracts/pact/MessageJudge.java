package dev.concordat.contracts.pact;

import dev.concordat.contracts.pact.Mismatch.Part;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.Failure;
import dev.concordat.model.matching.MatchingRule;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.ValueMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares messages: contents and metadata.
final class MessageJudge {
  private static final RuleList EQUALITY = RuleList.of(new MatchingRule.Equality());

  private final ValueMatcher values;

  MessageJudge(ValueMatcher values) {
    this.values = values;
  }

  List<Mismatch> judge(ExpectedMessage expected, PactMessage actual) {
    var found = new ArrayList<Mismatch>();
    Optional<String> statedType = expected.contentType();
    Optional<String> actualType = Metadata.contentType(actual.metadata());
    var body =
        new BodyJudge.Expected(
            expected.body(),
            statedType,
            !typeRules(expected).isEmpty(),
            expected.rules().body(),
            true,
            expected.node());
    found.addAll(new BodyJudge(values).judge(body, actualType, actual.contents()));
    metadata(expected, actual, found);
    return found;
  }

  private static List<RuleList> typeRules(ExpectedMessage expected) {
    return expected.metadata().keySet().stream()
        .filter(Metadata::isContentType)
        .flatMap(name -> expected.rules().metadata().exact(DocumentPath.ROOT.field(name)).stream())
        .toList();
  }

  private void metadata(ExpectedMessage expected, PactMessage actual, List<Mismatch> found) {
    expected
        .metadata()
        .forEach(
            (name, wanted) -> {
              JsonValue present = actual.metadata().get(name);
              if (present == null) {
                String message = "Expected message metadata '" + name + "' but was missing";
                found.add(mismatch(expected, name, wanted, "", "equality", message));
              } else {
                value(expected, name, wanted, present, found);
              }
            });
  }

  private void value(
      ExpectedMessage expected,
      String name,
      JsonValue wanted,
      JsonValue present,
      List<Mismatch> found) {
    Optional<RuleList> rules = expected.rules().metadata().best(DocumentPath.ROOT.field(name));
    if (rules.isEmpty()
        && Metadata.isContentType(name)
        && HeaderJudge.isSame(name, Fields.text(wanted), Fields.text(present))) {
      return;
    }
    RuleList list = rules.orElse(EQUALITY);
    // What came over a wire is text, whatever it was written as.
    List<Failure> failures =
        present instanceof JsonString(String text)
            ? values.text(list, Fields.text(wanted), text)
            : values.json(list, wanted, present);
    for (Failure failure : failures) {
      String message =
          String.format(
              "Expected metadata key '%s' to have value '%s' but was '%s' - %s",
              name, Fields.text(wanted), Fields.text(present), failure.message());
      found.add(
          mismatch(expected, name, wanted, Fields.text(present), failure.rule().name(), message));
    }
  }

  private static Mismatch mismatch(
      ExpectedMessage expected,
      String name,
      JsonValue wanted,
      String present,
      String rule,
      String message) {
    return new Mismatch(
        Part.METADATA,
        name,
        Fields.text(wanted),
        present,
        rule,
        message,
        PactPlaces.of(expected.node(), "metadata", "metaData"));
  }
}

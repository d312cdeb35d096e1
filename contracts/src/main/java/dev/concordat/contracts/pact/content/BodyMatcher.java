package dev.concordat.contracts.pact.content;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.model.matching.Difference;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.MatchingRule;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.matching.ValueMatcher;
import java.util.List;

/// Compares a body with the expected one, by the expected media type. Every difference is reported.
public final class BodyMatcher {
  private final RuleSet rules;
  private final boolean allowsUnexpected;
  private final ValueMatcher values;

  /// @param allowsUnexpected whether there may be more than is expected: yes in responses and messages, no in requests
  public BodyMatcher(RuleSet rules, boolean allowsUnexpected, ValueMatcher values) {
    this.rules = rules;
    this.allowsUnexpected = allowsUnexpected;
    this.values = values;
  }

  /// The differences between an expected body and an actual one whose media types fit.
  public List<Difference> match(ExpectedBody expected, MediaType type, TypedBody actual) {
    return switch (expected) {
      case ExpectedBody.Unstated() -> List.of();
      case ExpectedBody.None() -> isNone(actual) ? List.of() : List.of(unexpected(actual));
      case ExpectedBody.Present(var bytes) ->
          match(
              SchemaRegistryFrame.removed(new TypedBody(type, bytes)),
              SchemaRegistryFrame.removed(actual));
    };
  }

  private static boolean isNone(TypedBody actual) {
    return actual.bytes().size() == 0 || actual.bytes().utf8().strip().equals("null");
  }

  private static Difference unexpected(TypedBody actual) {
    String shown = BodyText.show(actual);
    return new Difference("$", "", shown, "equality", "Expected empty body but received " + shown);
  }

  List<Difference> match(TypedBody expected, TypedBody actual) {
    return match(DocumentPath.ROOT, expected, actual);
  }

  /// The same for a part of a larger body.
  List<Difference> match(DocumentPath path, TypedBody expected, TypedBody actual) {
    MediaType type = expected.mediaType();
    boolean isStructured = BodyTypes.isJson(type) || type.isXml() || type.isMultipart();
    if (actual.bytes().size() == 0 && (isStructured || rules.best(path).isEmpty())) {
      String shown = BodyText.show(expected);
      return List.of(
          new Difference(
              path.toString(), shown, "", "equality", "Expected body " + shown + " but was empty"));
    }
    if (hasContentTypeRule(path)) {
      return new BytesMatching(rules, values).match(path, expected, actual);
    }
    if (BodyTypes.isJson(type)) {
      return new JsonBodies(rules, allowsUnexpected, values).match(path, expected, actual);
    }
    if (type.isXml()) {
      return new XmlBodies(rules, allowsUnexpected, values).match(path, expected, actual);
    }
    if (type.isForm()) {
      return new FormBodies(rules, allowsUnexpected, values).match(path, expected, actual);
    }
    if (type.isMultipart()) {
      return new MultipartBodies(rules, values, this).match(path, expected, actual);
    }
    return BodyTypes.isText(type) || type.isUnknown()
        ? new TextBodies(rules, values).match(path, expected, actual)
        : new BytesMatching(rules, values).match(path, expected, actual);
  }

  private boolean hasContentTypeRule(DocumentPath path) {
    return rules
        .exact(path)
        .filter(list -> list.rules().stream().anyMatch(MatchingRule.ContentType.class::isInstance))
        .isPresent();
  }
}

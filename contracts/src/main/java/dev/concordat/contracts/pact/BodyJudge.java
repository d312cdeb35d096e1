package dev.concordat.contracts.pact;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.pact.Mismatch.Part;
import dev.concordat.contracts.pact.content.BodyMatcher;
import dev.concordat.contracts.pact.content.BodyTypes;
import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.contracts.pact.content.TypedBody;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.matching.Difference;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.matching.ValueMatcher;
import java.util.List;
import java.util.Optional;

/// Compares bodies, after their media types.
final class BodyJudge {
  private final ValueMatcher values;

  BodyJudge(ValueMatcher values) {
    this.values = values;
  }

  /// What an interaction says about a body.
  ///
  /// @param statedType by the body itself, else by header or metadata; empty where unstated
  /// @param isTypeByRule whether a rule decides about the content type, so that it need not be equal
  /// @param node the message in the file
  record Expected(
      ExpectedBody body,
      Optional<String> statedType,
      boolean isTypeByRule,
      RuleSet rules,
      boolean allowsUnexpected,
      Node node) {
    MediaType type() {
      return statedType.map(BodyTypes::parse).orElseGet(this::sniffed);
    }

    private MediaType sniffed() {
      return body instanceof ExpectedBody.Present(Bytes bytes)
          ? BodyTypes.sniff(bytes.toArray())
          : MediaType.UNKNOWN;
    }
  }

  List<Mismatch> judge(Expected expected, Optional<String> actualType, Bytes actual) {
    if (actual.isCut()) {
      // Only its start was kept, so nothing can be said about it.
      return List.of();
    }
    MediaType wanted = expected.type();
    MediaType present =
        actualType.map(BodyTypes::parse).orElseGet(() -> BodyTypes.sniff(actual.toArray()));
    boolean isComparable =
        wanted.isUnknown()
            || present.isUnknown()
            || expected.isTypeByRule()
            || BodyTypes.admits(wanted, present);
    if (!isComparable) {
      return expected.body() instanceof ExpectedBody.Present
          ? List.of(otherType(expected.node(), wanted, present))
          : List.of();
    }
    return new BodyMatcher(expected.rules(), expected.allowsUnexpected(), values)
        .match(expected.body(), wanted, new TypedBody(present, actual)).stream()
            .map(difference -> mismatch(expected.node(), difference))
            .toList();
  }

  static Mismatch otherType(Node node, MediaType wanted, MediaType present) {
    String message =
        String.format(
            "Expected a body of '%s' but the actual content type was '%s'", wanted, present);
    return new Mismatch(
        Part.BODY_TYPE,
        "",
        wanted.toString(),
        present.toString(),
        "equality",
        message,
        PactPlaces.of(node, "body", "contents"));
  }

  private static Mismatch mismatch(Node node, Difference difference) {
    return new Mismatch(
        Part.BODY,
        difference.path(),
        difference.expected(),
        difference.actual(),
        difference.rule(),
        difference.message(),
        PactPlaces.inBody(node, difference));
  }
}

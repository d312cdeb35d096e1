package dev.concordat.contracts.wiremock;

import java.util.Set;
import java.util.TreeSet;

/// The operators that patterns have (WireMock documentation, "Request matching").
final class Operators {
  private static final Set<String> KNOWN =
      Set.of(
          "equalTo",
          "binaryEqualTo",
          "contains",
          "doesNotContain",
          "matches",
          "doesNotMatch",
          "equalToJson",
          "matchesJsonPath",
          "matchesJsonSchema",
          "equalToXml",
          "matchesXPath",
          "absent",
          "and",
          "or",
          "not",
          "before",
          "after",
          "equalToDateTime",
          "anything",
          "matchesPathTemplate",
          "hasExactly",
          "includes");

  private Operators() {}

  static boolean isOperator(String name) {
    return KNOWN.contains(name);
  }

  static String names() {
    return String.join(", ", new TreeSet<>(KNOWN));
  }
}

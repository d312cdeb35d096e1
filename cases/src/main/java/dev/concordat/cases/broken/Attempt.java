package dev.concordat.cases.broken;

import java.util.List;
import java.util.function.UnaryOperator;

/// A sentence to break at one place of a value.
///
/// @param keywords the keyword; some have two spellings (`minimum`, `exclusiveMinimum`)
/// @param member the member that a violation will point at; empty for the value itself
/// @param options in the order of preference
record Attempt(List<String> keywords, String member, List<Option> options) {
  Attempt {
    keywords = List.copyOf(keywords);
    options = List.copyOf(options);
  }

  static Attempt of(String keyword, List<Option> options) {
    return new Attempt(List.of(keyword), "", options);
  }

  Attempt with(UnaryOperator<Option> change) {
    return new Attempt(keywords, member, options.stream().map(change).toList());
  }
}

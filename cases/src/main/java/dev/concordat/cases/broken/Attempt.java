package dev.concordat.cases.broken;

import java.util.List;
import java.util.function.UnaryOperator;

/// A sentence to break at one place of a value.
///
/// @param keywords the keyword; some have two spellings (`minimum`, `exclusiveMinimum`)
/// @param member the member that a violation will point at; empty for the value itself
/// @param way what tells it apart from other ways to break the same keyword: `null`, `fraction`; mostly empty
/// @param options in the order of preference
record Attempt(List<String> keywords, String member, String way, List<Option> options) {
  Attempt {
    keywords = List.copyOf(keywords);
    options = List.copyOf(options);
  }

  Attempt(List<String> keywords, String member, List<Option> options) {
    this(keywords, member, "", options);
  }

  static Attempt of(String keyword, List<Option> options) {
    return new Attempt(List.of(keyword), "", options);
  }

  /// One of several ways to break a keyword.
  static Attempt of(String keyword, String way, Option option) {
    return new Attempt(List.of(keyword), "", way, List.of(option));
  }

  Attempt with(UnaryOperator<Option> change) {
    return new Attempt(keywords, member, way, options.stream().map(change).toList());
  }
}

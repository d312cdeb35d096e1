package dev.concordat.contracts.schema;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The vocabularies of 2019-09 and 2020-12.
enum Vocabulary {
  CORE("core"),
  APPLICATOR("applicator"),
  UNEVALUATED("unevaluated"),
  VALIDATION("validation"),
  META_DATA("meta-data"),
  FORMAT("format"),
  FORMAT_ANNOTATION("format-annotation"),
  FORMAT_ASSERTION("format-assertion"),
  CONTENT("content");

  private final String name;

  Vocabulary(String name) {
    this.name = name;
  }

  /// What a dialect's own schema names; there `format` is an annotation.
  static Set<Vocabulary> standard() {
    return EnumSet.complementOf(EnumSet.of(FORMAT_ASSERTION));
  }

  /// The vocabulary of a URI such as `https://json-schema.org/draft/2020-12/vocab/core`.
  static Optional<Vocabulary> named(String uri) {
    return Arrays.stream(values())
        .filter(
            vocabulary ->
                uri.matches(
                    "https://json-schema\\.org/draft/(2019-09|2020-12)/vocab/" + vocabulary.name))
        .findFirst();
  }
}

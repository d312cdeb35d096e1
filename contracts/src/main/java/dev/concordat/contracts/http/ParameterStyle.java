package dev.concordat.contracts.http;

import java.util.Optional;

/// How a parameter's value is written on the wire (OpenAPI 3.1, section 4.8.12.3, Style Values; RFC 6570).
public enum ParameterStyle {
  MATRIX("matrix"),
  LABEL("label"),
  SIMPLE("simple"),
  FORM("form"),
  SPACE_DELIMITED("spaceDelimited"),
  PIPE_DELIMITED("pipeDelimited"),
  DEEP_OBJECT("deepObject"),
  /// Not a style of OpenAPI 3: Swagger 2.0's `collectionFormat: tsv`.
  TAB_DELIMITED("tsv"),
  /// As `form`, in cookies and without percent-encoding (OpenAPI 3.2).
  COOKIE("cookie"),
  /// Not a style of OpenAPI: the value is one text of a media type, mostly JSON (a parameter with `content`).
  JSON("content");

  private final String word;

  ParameterStyle(String word) {
    this.word = word;
  }

  public static Optional<ParameterStyle> of(String word) {
    for (ParameterStyle style : values()) {
      if (style != JSON && style != TAB_DELIMITED && style.word.equals(word)) {
        return Optional.of(style);
      }
    }
    return Optional.empty();
  }

  /// What stands between the items of a list that is one text.
  String separator() {
    return switch (this) {
      case SPACE_DELIMITED -> " ";
      case PIPE_DELIMITED -> "|";
      case TAB_DELIMITED -> "\t";
      case MATRIX, LABEL, SIMPLE, FORM, DEEP_OBJECT, COOKIE, JSON -> ",";
    };
  }

  /// The style as OpenAPI writes it.
  public String word() {
    return word;
  }

  /// The style that holds when the contract names none.
  public static ParameterStyle defaultOf(ParameterLocation location) {
    return switch (location) {
      case QUERY, COOKIE -> FORM;
      case QUERYSTRING -> JSON;
      case PATH, HEADER -> SIMPLE;
    };
  }
}

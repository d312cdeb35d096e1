package dev.concordat.compare.openapi;

import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;

/// How things are called in messages.
final class Words {
  private static final int MAX_SHOWN_CHARACTERS = 60;

  private Words() {}

  /// `the query parameter 'limit'`, `the request header 'X-Tenant'`, `the cookie 'session'`.
  static String named(Parameter parameter) {
    String noun =
        switch (parameter.in()) {
          case PATH -> "path parameter";
          case QUERY -> "query parameter";
          case QUERYSTRING -> "query";
          case HEADER -> "request header";
          case COOKIE -> "cookie";
        };
    return "the " + noun + " '" + parameter.name() + "'";
  }

  /// A value as JSON, cut where it is long.
  static String shown(JsonValue value) {
    String text = JsonText.compact(value);
    return text.length() <= MAX_SHOWN_CHARACTERS
        ? text
        : text.substring(0, MAX_SHOWN_CHARACTERS) + "…";
  }

  /// The sentence at a place.
  static Sentence sentence(Located written) {
    return new Sentence(written.place(), written.sourceLine());
  }
}

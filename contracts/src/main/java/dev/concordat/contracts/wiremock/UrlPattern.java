package dev.concordat.contracts.wiremock;

/// Which addresses a stub answers.
public record UrlPattern(Kind kind, String value) {
  /// Any address.
  public static final UrlPattern ANY = new UrlPattern(Kind.ANY, "");

  /// How the value is compared.
  public enum Kind {
    /// Path and query, equal.
    URL("url"),
    /// The path, equal.
    PATH("urlPath"),
    /// Path and query, by a regular expression.
    URL_REGEX("urlPattern"),
    /// The path, by a regular expression.
    PATH_REGEX("urlPathPattern"),
    /// The path, by a template: `/orders/{id}`.
    PATH_TEMPLATE("urlPathTemplate"),
    /// Not compared.
    ANY("");

    private final String field;

    Kind(String field) {
      this.field = field;
    }

    /// The member of a mapping that states it.
    public String field() {
      return field;
    }

    boolean hasQuery() {
      return this == URL || this == URL_REGEX;
    }
  }
}

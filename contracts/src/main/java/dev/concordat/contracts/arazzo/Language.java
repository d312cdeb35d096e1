package dev.concordat.contracts.arazzo;

/// The language of a condition or a selector.
///
/// @param version empty where the standard one of its kind is meant
public record Language(Kind kind, String version) {
  /// Conditions of literals, operators and runtime expressions.
  public static final Language SIMPLE = new Language(Kind.SIMPLE, "");

  /// Which language.
  public enum Kind {
    SIMPLE,
    REGEX,
    JSONPATH,
    XPATH,
    JSONPOINTER
  }
}

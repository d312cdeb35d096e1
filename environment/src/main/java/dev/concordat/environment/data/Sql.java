package dev.concordat.environment.data;

/// Names and texts as they stand in SQL.
final class Sql {
  private Sql() {}

  /// An identifier, whatever is in it.
  static String name(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /// A string literal, which also becomes any other type.
  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

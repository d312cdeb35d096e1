package dev.concordat.environment.reach;

/// Words of variables that hold several.
final class Quoted {
  private Quoted() {}

  /// A word that stays one where it holds a blank, as `JAVA_TOOL_OPTIONS` and `NODE_OPTIONS` read it.
  static String word(String text) {
    return text.contains(" ") ? "\"" + text + "\"" : text;
  }
}

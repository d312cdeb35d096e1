package dev.concordat.engine.flow;

import dev.concordat.model.finding.Sentence;

/// Where a value is not what a flow expects.
///
/// @param pointer where in the value, array indices generalised to `*`: `/body/lines/*/sku`
/// @param expected what the flow says, short
/// @param actual what was seen, short
/// @param sentence the line of the flow
public record Mismatch(String pointer, String expected, String actual, Sentence sentence) {
  /// What a mismatch shows of a longer value.
  static final int MAX_SHOWN_CHARACTERS = 160;

  public Mismatch {
    expected = cut(expected);
    actual = cut(actual);
  }

  /// One sentence with both values.
  public String message() {
    String where = pointer.isEmpty() ? "the value" : pointer;
    return where + " is " + actual + ", expected " + expected;
  }

  private static String cut(String text) {
    return text.length() <= MAX_SHOWN_CHARACTERS
        ? text
        : text.substring(0, MAX_SHOWN_CHARACTERS - 1) + "…";
  }
}

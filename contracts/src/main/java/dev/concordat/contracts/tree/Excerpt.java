package dev.concordat.contracts.tree;

/// The part of a line that is shown around a mark.
///
/// @param isCutBefore whether the line goes on to the left of it
/// @param isCutAfter whether it goes on to the right
record Excerpt(String beforeMark, String afterMark, boolean isCutBefore, boolean isCutAfter) {
  /// The longest line that is shown as a whole.
  static final int MAX_CHARACTERS = 100;

  /// How much of a longer line is shown to the left of the mark.
  static final int BEFORE_MARK = 40;

  boolean isBlank() {
    return beforeMark.isBlank() && afterMark.isBlank();
  }
}

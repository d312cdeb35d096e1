package dev.concordat.engine.fidelity;

/// How a place spells a value that it keeps.
enum Spelling {
  /// As it was sent.
  PLAIN,
  /// As text, whatever it was.
  AS_TEXT,
  /// As a number where it was text.
  AS_NUMBER
}

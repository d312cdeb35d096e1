package dev.concordat.contracts.inclusion;

/// How the schema of a sender is read.
public enum Reading {
  /// Exactly as it says: what it does not speak of may be there.
  LITERAL,
  /// A sender emits what it declares: an object whose schema names members and says nothing of others has only these.
  /// Without this reading, adding an optional member to any open object would be a break.
  CLOSED
}

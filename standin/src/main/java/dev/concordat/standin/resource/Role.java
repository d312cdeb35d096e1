package dev.concordat.standin.resource;

/// What an operation does to its resource.
public enum Role {
  CREATE,
  LIST,
  READ,
  /// Gives all members of one new values.
  REPLACE,
  /// Gives some members of one new values.
  MERGE,
  REMOVE,
  /// Nothing that could be told from its path and method.
  OTHER
}

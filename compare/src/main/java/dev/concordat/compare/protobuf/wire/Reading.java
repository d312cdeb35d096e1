package dev.concordat.compare.protobuf.wire;

/// What came of reading a message.
sealed interface Reading {
  /// It could be read.
  record Read(Content.Fields content) implements Reading {}

  /// The reader turns it away.
  ///
  /// @param reason in its words
  record Refused(String reason) implements Reading {}

  /// This reader cannot tell.
  record Unknown(String reason) implements Reading {}
}

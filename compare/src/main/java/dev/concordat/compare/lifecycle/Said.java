package dev.concordat.compare.lifecycle;

import java.util.Optional;

/// What a document says under an extension.
///
/// @param <T> what it means
public sealed interface Said<T> {
  /// The extension is not there.
  record Nothing<T>() implements Said<T> {}

  /// It says this.
  record Meaning<T>(T value) implements Said<T> {}

  /// It says something that means nothing.
  ///
  /// @param text as written
  record Nonsense<T>(String text) implements Said<T> {}

  /// What is meant, where something is.
  default Optional<T> meant() {
    return this instanceof Meaning<T>(T it) ? Optional.of(it) : Optional.empty();
  }
}

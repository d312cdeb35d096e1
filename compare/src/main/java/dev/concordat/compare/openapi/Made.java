package dev.concordat.compare.openapi;

import java.util.function.Function;

/// A message that was to be made.
sealed interface Made<T> {
  /// Here it is.
  record Message<T>(T message) implements Made<T> {}

  /// It could not be made.
  ///
  /// @param reason which part of it stood in the way
  record Nothing<T>(String reason) implements Made<T> {}

  default <R> Made<R> then(Function<T, Made<R>> next) {
    return switch (this) {
      case Message<T>(T message) -> next.apply(message);
      case Nothing<T>(String reason) -> new Nothing<>(reason);
    };
  }
}

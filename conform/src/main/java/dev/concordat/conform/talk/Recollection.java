package dev.concordat.conform.talk;

/// A memory that can still learn. Thread-safe.
public interface Recollection extends Memory {
  /// Takes in what a request and its answer show.
  void remember(Exchange exchange);
}

package dev.concordat.registry.http;

/// What one route does.
@FunctionalInterface
public interface Action {
  /// Answers; failures that the caller caused are answers too.
  Answer answer(Asked asked);
}

package dev.concordat.conform.talk;

import dev.concordat.contracts.openapi.OpenApiContract;

/// The way to the provider. Blocking; used by one thread at a time.
public interface Conversation {
  /// Sends a request as its identity and waits for the answer. Everything that comes back is remembered in
  /// {@link #memory}. Never throws because of the provider.
  Exchange send(Trial trial);

  /// Whether at least so many requests are left in the budget.
  boolean hasBudget(int requests);

  /// What the provider showed until now.
  Memory memory();

  OpenApiContract contract();

  /// How many users with credentials of their own there are.
  int users();
}

package dev.concordat.registry.selector;

import java.util.Optional;

/// Chooses consumer versions whose pacts a provider is to verify, as the Pact dialect has it. Each may be about one consumer
/// only.
public sealed interface ConsumerSelector {
  /// The one consumer it is about; empty for all.
  Optional<String> consumer();

  /// The head of the main branch of each consumer.
  record MainBranch(Optional<String> consumer) implements ConsumerSelector {}

  /// The head of a branch.
  ///
  /// @param fallback the branch that counts where no consumer has a pact on the first one
  record Branch(String name, Optional<String> fallback, Optional<String> consumer)
      implements ConsumerSelector {}

  /// The heads of all branches.
  record EveryBranch(Optional<String> consumer) implements ConsumerSelector {}

  /// The newest pact of a version with a tag.
  ///
  /// @param fallback the tag that counts where no consumer has a pact with the first one
  record LatestTagged(String tag, Optional<String> fallback, Optional<String> consumer)
      implements ConsumerSelector {}

  /// All versions with a tag.
  record Tagged(String tag, Optional<String> consumer) implements ConsumerSelector {}

  /// The newest pact of each consumer.
  record Latest(Optional<String> consumer) implements ConsumerSelector {}

  /// What is deployed now.
  ///
  /// @param environment empty for all of them
  record Deployed(Optional<String> environment, Optional<String> consumer)
      implements ConsumerSelector {}

  /// What is released and still supported.
  ///
  /// @param environment empty for all of them
  record Released(Optional<String> environment, Optional<String> consumer)
      implements ConsumerSelector {}

  /// What is deployed to an environment, or released and supported there.
  record InEnvironment(String environment, Optional<String> consumer) implements ConsumerSelector {}
}

package dev.concordat.registry.verification;

import dev.concordat.registry.selector.ConsumerSelector;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a provider asks before it verifies.
///
/// @param branch of the provider version that will verify
/// @param tags that the provider version will get
/// @param selectors empty for the usual ones
/// @param isPendingAsked whether the answer says what is pending
/// @param wipSince work in progress that was published after this is included; empty for none
/// @param isOldWay whether it was asked by GET, which only the first clients do
record Question(
    String provider,
    Optional<String> branch,
    List<String> tags,
    List<ConsumerSelector> selectors,
    boolean isPendingAsked,
    Optional<Instant> wipSince,
    boolean isOldWay) {
  Question {
    tags = List.copyOf(tags);
    selectors = List.copyOf(selectors);
  }
}

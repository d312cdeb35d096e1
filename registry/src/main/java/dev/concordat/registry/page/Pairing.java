package dev.concordat.registry.page;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A consumer and a provider, and whether the one keeps the contract of the other.
///
/// @param consumer whose contract it is
/// @param contractOf the version of the consumer whose contract is judged; empty where none is published any more
/// @param verifiedBy the version of the provider that is judged; empty where none is there
/// @param isPlaced whether only what is in one environment counts
/// @param verification the one that says so; empty where nobody verified this contract
/// @param lying whose mocks no longer tell the truth, by the newest proof of this version; empty where nobody said so
record Pairing(
    Party consumer,
    Party provider,
    Optional<String> contractOf,
    Optional<String> verifiedBy,
    boolean isPlaced,
    Optional<Verified> verification,
    Optional<String> lying) {
  /// One side.
  record Party(String name, Optional<String> owner) {}

  /// What a verification says.
  ///
  /// @param method `replay` or `comparison`
  record Verified(boolean success, String method, Instant at) {}

  /// How many there are of each state, in a sentence.
  ///
  /// @param limit the most that the page shows
  static String summary(List<Pairing> pairs, int limit) {
    List<Pairing> shown = pairs.subList(0, Math.min(limit, pairs.size()));
    String counts =
        Arrays.stream(State.values())
            .filter(state -> state != State.DRIFTING || count(shown, state) > 0)
            .map(state -> count(shown, state) + " " + state.word())
            .collect(Collectors.joining(", "));
    return (pairs.size() > limit ? "More than " : "")
        + shown.size()
        + (shown.size() == 1 ? " pair: " : " pairs: ")
        + counts
        + ".";
  }

  private static long count(List<Pairing> shown, State state) {
    return shown.stream().filter(pair -> pair.state() == state).count();
  }

  State state() {
    return verification.map(it -> it.success() ? kept() : State.BROKEN).orElse(State.UNKNOWN);
  }

  private State kept() {
    return lying.isPresent() ? State.DRIFTING : State.PROVED;
  }

  /// What the state rests on, in a few words.
  String basis() {
    if (state() == State.DRIFTING) {
      return "mocks of " + lying.orElse("") + " no longer tell the truth";
    }
    if (verification.isPresent()) {
      return verification.get().method().equals("comparison")
          ? "contracts were compared"
          : "replayed against the provider";
    }
    if (contractOf.isEmpty()) {
      return "no contract is published";
    }
    if (verifiedBy.isPresent()) {
      return "never verified by this version";
    }
    return isPlaced ? "nothing of the provider is here" : "no version of the provider verified it";
  }
}

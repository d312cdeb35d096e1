package dev.concordat.conform.experiment;

import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Trial;
import java.util.List;
import java.util.Optional;

/// Something to try that shows faults: one request, or several that belong together. Can be done again at any time, from any
/// state of the provider: what it needs it makes itself. Does nothing random of its own.
public interface Experiment {
  /// Stable for the same contract and seed; its beginning is the operation's id: `placeOrder/full`.
  String id();

  /// How many requests it sends at most.
  int requests();

  /// Does it, and says what was wrong. Ends early, without suspicions, where the provider gives no ground to go on.
  List<Suspicion> run(Conversation talk);

  /// The one request that it consists of, before it is prepared; nothing where it is more.
  default Optional<Trial> single() {
    return Optional.empty();
  }

  /// Smaller experiments that may show the same, the smallest first; few, because each is sent.
  default List<Experiment> smaller() {
    return List.of();
  }
}

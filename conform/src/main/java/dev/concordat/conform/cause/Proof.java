package dev.concordat.conform.cause;

import dev.concordat.conform.talk.Conversation;
import dev.concordat.model.conform.Tries;
import java.time.Duration;

/// Tells what always shows from what shows sometimes, by doing it again a few times. Between the times its last request is sent
/// once more by itself, so that a fault of every second or fourth answer does not fall on the same step each time.
final class Proof {
  /// Shown in so many tries of so many, a fault is one that always shows: of such as show every second time one in 32 passes.
  private static final int ENOUGH = 5;

  /// How many tries tell how often a flaky one shows.
  private static final int MAX_TRIES = 10;

  private static final int MAX_UNREACHED = 3;

  /// What takes longer is not tried more often than it was already.
  private static final Duration MAX_TOOK = Duration.ofMillis(900);

  /// Of a whole run.
  private static final int MAX_REQUESTS = 2_000;

  private int left = MAX_REQUESTS;

  /// Whether there is room for trying such a thing at all.
  boolean hasRoomFor(Sighting sighting, Conversation talk) {
    int requests = sighting.experiment().requests() + 1;
    return sighting.took().compareTo(MAX_TOOK) < 0 && left >= requests && talk.hasBudget(requests);
  }

  /// How often it shows.
  Tries of(Sighting sighting, Conversation talk) {
    Tries tries = Tries.ONCE;
    int unreached = 0;
    boolean isDecided = false;
    while (!isDecided && unreached < MAX_UNREACHED && hasRoomFor(sighting, talk)) {
      boolean isShifted = tries.of() % 2 == 0;
      if (isShifted) {
        talk.send(sighting.suspicion().story().getLast().trial());
      }
      left -= sighting.experiment().requests() + (isShifted ? 1 : 0);
      switch (Again.of(sighting, talk).outcome()) {
        case SEEN -> tries = tries.and(true);
        case NOT_SEEN -> tries = tries.and(false);
        case NOT_REACHED -> unreached++;
      }
      isDecided = tries.of() >= (tries.isAlways() ? ENOUGH : MAX_TRIES);
    }
    return tries;
  }
}

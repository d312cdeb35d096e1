package dev.concordat.standin.kafka;

import dev.concordat.contracts.breach.Breach;
import java.util.function.Consumer;

/// Tells people at once what is wrong, up to a number of times. Used under its owner's lock.
final class Alarm {
  /// What follows is in the journal only.
  private static final int MAX_TOLD = 1_000;

  private final Consumer<String> listener;
  private int told;

  Alarm(Consumer<String> listener) {
    this.listener = listener;
  }

  /// A message broke the contract.
  void broken(Entry entry) {
    if (!isHeard()) {
      return;
    }
    listener.accept(
        "refused a message on "
            + entry.topic()
            + " (partition "
            + entry.partition()
            + ", offset "
            + entry.offset()
            + "), which "
            + entry.operation()
            + " takes:");
    for (Breach breach : entry.breaches()) {
      listener.accept(
          "  " + breach.message() + (breach.pointer().isEmpty() ? "" : " at " + breach.pointer()));
      listener.accept("    " + breach.sentence().shortForm() + "  " + breach.sentenceText());
    }
  }

  /// Something could not be done.
  void failed(String what) {
    if (isHeard()) {
      listener.accept(what);
    }
  }

  private boolean isHeard() {
    told++;
    if (told == MAX_TOLD + 1) {
      listener.accept("more is wrong, which the journal tells");
    }
    return told <= MAX_TOLD;
  }
}

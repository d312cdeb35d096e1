package dev.concordat.cli.standin;

import dev.concordat.cli.console.Console;
import java.util.List;

/// What `--require-verified` asks of the contracts that are to be served.
final class VerifiedOnly {
  private VerifiedOnly() {}

  /// Whether all were verified against their providers and kept; those that were not are told.
  static boolean areVerified(Console console, List<Speaker> speakers) {
    List<Speaker> others =
        speakers.stream().filter(speaker -> !speaker.verification().isTrusted()).toList();
    for (Speaker other : others) {
      console.say(
          "concordat: --require-verified: "
              + other.file()
              + " was "
              + other.verification().sentence()
              + ".");
      console.say("  " + other.proof());
    }
    return others.isEmpty();
  }
}

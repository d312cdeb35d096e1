package dev.concordat.standin;

import java.time.Instant;

/// Whether a contract's meaning was held against the real provider, and what came of it.
public sealed interface Verification {
  /// Nobody did, as far as is known here.
  record Never() implements Verification {}

  /// The provider kept it.
  ///
  /// @param tested operations that answered with a success
  /// @param operations all of them
  record Held(Instant time, String provider, int tested, int operations) implements Verification {}

  /// The provider broke it.
  record Broken(Instant time, String provider, int findings) implements Verification {}

  /// Where verifications are looked up.
  interface Source {
    /// Whether it can have one of a contract with so many operations: contracts that mean the same have as many.
    boolean mayKnow(int operations);

    /// The newest of the contract with this digest of its meaning.
    Verification of(String meaning);
  }

  /// Knows of no verification.
  Source NONE =
      new Source() {
        @Override
        public boolean mayKnow(int operations) {
          return false;
        }

        @Override
        public Verification of(String meaning) {
          return new Never();
        }
      };

  /// Whether what the stand-in says may be relied on.
  default boolean isTrusted() {
    return this instanceof Held;
  }

  /// For people: `held on 2026-11-28 by http://localhost:8080, 7 of 7 operations`.
  default String sentence() {
    return switch (this) {
      case Never() -> "never verified against the real provider";
      case Held(Instant time, String provider, int tested, int operations) ->
          "verified "
              + time
              + " against "
              + provider
              + ", "
              + tested
              + " of "
              + operations
              + " operations";
      case Broken(Instant time, String provider, int findings) ->
          "broken by "
              + provider
              + " on "
              + time
              + ": "
              + findings
              + (findings == 1 ? " finding" : " findings");
    };
  }

  /// For the structured field of answers.
  default String parameters() {
    return switch (this) {
      case Never() -> "; verified=?0";
      case Held(Instant time, String provider, int tested, int operations) ->
          "; verified=?1; verified-at=\""
              + time
              + "\"; tested="
              + tested
              + "; operations="
              + operations;
      case Broken(Instant time, String provider, int findings) ->
          "; verified=?0; broken-at=\"" + time + "\"; findings=" + findings;
    };
  }
}

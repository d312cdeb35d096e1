package dev.concordat.contracts.language;

import java.io.Serial;

/// A language that is not regular (look-around, back-references), or whose automaton is too big.
public final class Undecided extends Exception {
  @Serial private static final long serialVersionUID = 1;

  Undecided(String message) {
    super(message, null, false, false);
  }
}

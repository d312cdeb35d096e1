package dev.concordat.contracts.pact;

import java.util.Optional;

/// A version of the Pact specification.
public enum PactVersion {
  V1("1.0.0"),
  V1_1("1.1.0"),
  V2("2.0.0"),
  V3("3.0.0"),
  V4("4.0");

  private final String number;

  PactVersion(String number) {
    this.number = number;
  }

  /// The number as a pact file states it.
  public String number() {
    return number;
  }

  /// The version that a number stands for: `1.1`, `2.0.0`, `4.0`.
  public static Optional<PactVersion> of(String number) {
    if (number.equals("1.1") || number.startsWith("1.1.")) {
      return Optional.of(V1_1);
    }
    int dot = number.indexOf('.');
    return switch (dot < 0 ? number : number.substring(0, dot)) {
      case "1" -> Optional.of(V1);
      case "2" -> Optional.of(V2);
      case "3" -> Optional.of(V3);
      case "4" -> Optional.of(V4);
      default -> Optional.empty();
    };
  }

  public boolean isAtLeast(PactVersion other) {
    return compareTo(other) >= 0;
  }
}

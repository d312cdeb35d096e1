package dev.concordat.cases.broken;

/// Which broken sentences a provider may overlook without a fault: many readers take null for absent.
final class Forgiveness {
  private Forgiveness() {}

  static boolean covers(Attempt attempt, boolean isRequired) {
    return attempt.way().equals("null") && !isRequired;
  }
}

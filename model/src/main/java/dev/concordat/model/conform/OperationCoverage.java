package dev.concordat.model.conform;

import dev.concordat.model.place.Place;
import java.util.List;

/// How far one operation was tested.
///
/// @param operation its id
/// @param title method and path
/// @param requests how many requests were sent to it
/// @param outcomes the documented ones first, in the contract's order, then others that were met
/// @param untested why it never answered with a success, with what to do about it; empty when it did
/// @param skipped cases that could not be made, one sentence each, at most {@link #MAX_SKIPPED}
public record OperationCoverage(
    String operation,
    String title,
    Place place,
    int requests,
    List<Outcome> outcomes,
    String untested,
    List<String> skipped) {
  /// More reasons of one operation teach nothing.
  public static final int MAX_SKIPPED = 20;

  public OperationCoverage {
    outcomes = List.copyOf(outcomes);
    skipped = List.copyOf(skipped);
  }

  /// A status with how often it came.
  ///
  /// @param status as the contract writes it (`201`, `4XX`, `default`), or the status itself where it is not documented
  /// @param unreached why a documented outcome never came; empty when it did or nothing is known
  public record Outcome(String status, boolean isDocumented, int count, String unreached) {}
}

package dev.concordat.conform.learned;

import java.util.List;

/// What was learned about a provider and its contract. Bounded, without secrets; the same in leads to the same requests.
///
/// @param worked a request of each operation that was answered with a success
/// @param demands what the provider demands although the contract does not say so
/// @param failures what was found, the surest first
public record Learned(List<Worked> worked, List<Demand> demands, List<Failure> failures) {
  public static final Learned NOTHING = new Learned(List.of(), List.of(), List.of());

  private static final int MAX_WORKED = 1_000;
  private static final int MAX_DEMANDS = 1_000;
  private static final int MAX_FAILURES = 200;

  public Learned {
    worked = List.copyOf(worked.subList(0, Math.min(MAX_WORKED, worked.size())));
    demands = List.copyOf(demands.subList(0, Math.min(MAX_DEMANDS, demands.size())));
    failures = List.copyOf(failures.subList(0, Math.min(MAX_FAILURES, failures.size())));
  }

  /// Nothing but one failure.
  public static Learned of(Failure failure) {
    return new Learned(List.of(), List.of(), List.of(failure));
  }
}

package dev.concordat.drift.observed;

import java.util.List;

/// What a comparison of a mock with observed answers gives.
///
/// @param isChecked whether the answers were such that the mock could be held against them
/// @param notChecked what could not be held against them, and why
public record Compared(boolean isChecked, List<Observation> observations, List<String> notChecked) {
  public Compared {
    observations = List.copyOf(observations);
    notChecked = List.copyOf(notChecked);
  }

  static Compared nothing(String why) {
    return new Compared(false, List.of(), List.of(why));
  }
}

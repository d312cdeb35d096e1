package dev.concordat.report.junit;

import java.util.HashMap;
import java.util.Map;

/// Gives a name that was used before a number: `place (2)`. Not thread-safe.
public final class UniqueNames {
  private final Map<String, Integer> used = new HashMap<>();

  /// The name, or with a number after it where it was used before.
  public String unique(String name) {
    int times = used.merge(name, 1, Integer::sum);
    return times == 1 ? name : name + " (" + times + ")";
  }
}

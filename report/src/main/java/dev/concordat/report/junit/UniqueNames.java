package dev.concordat.report.junit;

import java.util.HashMap;
import java.util.Map;

/// Gives a name that was used before a number: `place (2)`.
final class UniqueNames {
  private final Map<String, Integer> used = new HashMap<>();

  String unique(String name) {
    int times = used.merge(name, 1, Integer::sum);
    return times == 1 ? name : name + " (" + times + ")";
  }
}

package com.example.notify;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Bugs we had once and can bring back with SHOP_FAULTS, to show that our tests would notice. */
public final class Faults {

  private static final Set<String> ENABLED =
      Arrays.stream(System.getenv().getOrDefault("SHOP_FAULTS", "").split(","))
          .map(String::strip)
          .collect(Collectors.toUnmodifiableSet());

  private Faults() {}

  public static boolean enabled(String id) {
    return ENABLED.contains(id) || ENABLED.contains("all");
  }
}

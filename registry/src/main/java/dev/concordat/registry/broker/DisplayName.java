package dev.concordat.registry.broker;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The name of a system for reading, made of its name: `payment-serviceAPI` is `Payment Service API`.
final class DisplayName {
  private DisplayName() {}

  static String of(String name) {
    String words =
        name.replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2")
            .replaceAll("([a-z\\d])([A-Z])", "$1 $2")
            .replaceAll("[-_\\s]+", " ")
            .strip();
    return Arrays.stream(words.split(" ", -1))
        .map(
            word ->
                word.isEmpty()
                    ? word
                    : word.substring(0, word.offsetByCodePoints(0, 1))
                            .toUpperCase(java.util.Locale.ROOT)
                        + word.substring(word.offsetByCodePoints(0, 1)))
        .collect(Collectors.joining(" "));
  }
}

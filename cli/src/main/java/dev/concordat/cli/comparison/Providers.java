package dev.concordat.cli.comparison;

import dev.concordat.contracts.pact.PactContract;
import java.util.List;
import java.util.Locale;

/// Which of several providers a consumer speaks of.
final class Providers {
  private Providers() {}

  /// Those whose title or file has the name that a pact gives its provider, where there are any; else all.
  static List<ReadContract> of(ReadContract consumer, List<ReadContract> all) {
    if (!(consumer.contract() instanceof PactContract pact) || all.size() < 2) {
      return all;
    }
    String wanted = letters(pact.provider());
    List<ReadContract> named =
        all.stream()
            .filter(
                provider ->
                    letters(provider.contract().title()).contains(wanted)
                        || letters(provider.name()).contains(wanted))
            .toList();
    return named.isEmpty() ? all : named;
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}

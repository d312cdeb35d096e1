package dev.concordat.compare.pact;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Witness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// A consumer's contract and a provider's, read and compared.
final class Agreement {
  private Agreement() {}

  static ContractComparison of(Path folder, String consumer, String provider) {
    return new Comparer(Policies.defaults(LocalDate.of(2026, 1, 1)))
        .agree(read(folder, "consumer.json", consumer), read(folder, "provider.yaml", provider))
        .orElseThrow();
  }

  static Contract read(Path folder, String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
      return new ContractReader(folder).read(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Each difference on one line: impact, rule, position, pointer.
  static List<String> told(ContractComparison comparison) {
    return comparison.differences().stream().map(Agreement::told).toList();
  }

  private static String told(Difference difference) {
    String pointer = difference.pointer().isEmpty() ? "" : " " + difference.pointer();
    return difference.impact().word()
        + " "
        + difference.rule().id()
        + " "
        + difference.position().text()
        + pointer;
  }

  static Witness witness(Difference difference) {
    return ((Evidence.Witnessed) difference.evidence()).witness();
  }
}

package dev.concordat.compare.asyncapi;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// Documents compared, and what came of it as text.
final class Compares {
  static final Policies POLICIES = Policies.defaults(LocalDate.of(2026, 1, 1));

  private Compares() {}

  static Contract contract(String file, String text) {
    return new ContractReader(Path.of("."))
        .read(new DocumentReader(Path.of(".")).parse(file, text.getBytes(StandardCharsets.UTF_8)));
  }

  static ContractComparison diff(String before, String after) {
    return diff(POLICIES, before, after);
  }

  static ContractComparison diff(Policies policies, String before, String after) {
    return new Comparer(policies)
        .diff(contract("old.yaml", before), contract("new.yaml", after))
        .orElseThrow();
  }

  static ContractComparison agree(String consumer, String provider) {
    return new Comparer(POLICIES)
        .agree(contract("consumer.yaml", consumer), contract("provider.yaml", provider))
        .orElseThrow();
  }

  /// One line each: impact, rule, position, pointer.
  static List<String> lines(ContractComparison comparison) {
    return comparison.differences().stream()
        .map(
            each ->
                each.impact().word()
                    + " "
                    + each.rule().id().substring("agree/".length())
                    + " "
                    + each.position().text()
                    + (each.pointer().isEmpty() ? "" : " " + each.pointer()))
        .toList();
  }

  static Witness witness(Difference difference) {
    if (difference.evidence() instanceof Evidence.Witnessed(Witness witness)) {
      return witness;
    }
    throw new AssertionError("no witness: " + difference);
  }

  /// `ADDRESS HEADERS PAYLOAD`.
  static String message(Difference difference) {
    return switch (witness(difference).message()) {
      case WitnessMessage.Message(var address, var headers, var payload) ->
          address + " " + headers + " " + payload;
      case WitnessMessage other -> other.toString();
    };
  }
}

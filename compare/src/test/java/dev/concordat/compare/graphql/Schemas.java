package dev.concordat.compare.graphql;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// Reads GraphQL texts and compares them by the public door.
record Schemas(Path folder) {
  Contract read(String name, String text) throws IOException {
    return new ContractReader(folder).read(Files.writeString(folder.resolve(name), text));
  }

  ContractComparison diff(String before, String after) throws IOException {
    return diff(read("old.graphql", before), read("new.graphql", after));
  }

  static ContractComparison diff(Contract before, Contract after) {
    return new Comparer(Policies.defaults(LocalDate.EPOCH)).diff(before, after).orElseThrow();
  }

  ContractComparison agree(String document, String schema) throws IOException {
    return new Comparer(Policies.defaults(LocalDate.EPOCH))
        .agree(read("ask.graphql", document), read("schema.graphql", schema))
        .orElseThrow();
  }

  /// `BREAKS agree/graphql-selection-refused: field Order.total`, worst first.
  static List<String> told(ContractComparison comparison) {
    return comparison.differences().stream().map(Schemas::told).toList();
  }

  static String told(Difference difference) {
    return difference.impact()
        + " "
        + difference.rule().id().substring("agree/".length())
        + ": "
        + difference.position().text()
        + difference.pointer();
  }

  /// What shows the worst difference: an operation, or an operation and its answer.
  static String witness(ContractComparison comparison) {
    return witness(comparison.differences().getFirst());
  }

  static String witness(Difference difference) {
    return difference.evidence() instanceof Evidence.Witnessed(Witness witness)
        ? switch (witness.message()) {
          case WitnessMessage.GraphQl message ->
              message.document()
                  + (message.variables().toString().equals("{}") ? "" : " " + message.variables());
          case WitnessMessage.GraphQlAnswer message ->
              message.document() + " -> " + message.answer();
          default -> "another kind of message";
        }
        : difference.evidence().toString();
  }

  static List<Difference> of(ContractComparison comparison, Impact impact) {
    return comparison.differences().stream().filter(one -> one.impact() == impact).toList();
  }
}

package dev.concordat.cli.provider;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.ReferencePolicy;
import dev.concordat.model.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A contract that a provider is tested against.
sealed interface OpenApiFile {
  /// It was read and has operations.
  record Read(OpenApiContract contract) implements OpenApiFile {}

  /// It is not there, or not what it should be.
  ///
  /// @param reasons for people, the first says all
  record Unusable(List<String> reasons) implements OpenApiFile {}

  /// How many mistakes of a file that is no contract are told.
  int MAX_MISTAKES = 5;

  /// Reads a file; references stay in the folder.
  static OpenApiFile read(Path folder, Path file) {
    if (!Files.isRegularFile(file)) {
      return new Unusable(List.of("there is no file '" + file + "'."));
    }
    Contract contract =
        new ContractReader(folder, ReadLimits.defaults(), ReferencePolicy.WORKSPACE_ONLY)
            .read(file);
    if (contract instanceof OpenApiContract openApi && !openApi.operations().isEmpty()) {
      return new Read(openApi);
    }
    Stream<String> mistakes =
        contract.problems().stream()
            .filter(Problem::isError)
            .limit(MAX_MISTAKES)
            .map(problem -> problem.place() + "  " + problem.message());
    return new Unusable(
        Stream.concat(Stream.of("'" + file + "' is no OpenAPI contract with operations."), mistakes)
            .toList());
  }
}

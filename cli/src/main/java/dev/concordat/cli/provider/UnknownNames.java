package dev.concordat.cli.provider;

import dev.concordat.conform.ConformOptions;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.problem.DidYouMean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// Operations that a person names and the contract does not have: mistyped, they would be passed over without a word.
final class UnknownNames {
  private UnknownNames() {}

  /// A sentence for each, with what was probably meant.
  static List<String> in(OpenApiContract contract, ConformOptions options) {
    List<String> operations = contract.operations().stream().map(HttpOperation::id).toList();
    List<String> unknown = new ArrayList<>();
    for (String id : new TreeSet<>(options.skipped().keySet())) {
      if (!operations.contains(id)) {
        unknown.add(sentence("--skip", id, operations));
      }
    }
    return unknown;
  }

  private static String sentence(String option, String id, Collection<String> operations) {
    return option
        + ": the contract has no operation '"
        + id
        + "'."
        + DidYouMean.sentence(id, operations);
  }
}

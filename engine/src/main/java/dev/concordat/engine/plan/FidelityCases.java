package dev.concordat.engine.plan;

import dev.concordat.cases.CaseGenerator;
import dev.concordat.cases.ContractCase;
import dev.concordat.cases.Expectation;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.engine.book.ContractBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// One case for each operation that takes values: in a body, in the query or in headers.
final class FidelityCases {
  private FidelityCases() {}

  /// @param isChosen whether a contract is to be tried
  static List<PlannedCase> of(ContractBook book, long seed, Predicate<String> isChosen) {
    var generator = new CaseGenerator(seed);
    List<PlannedCase> cases = new ArrayList<>();
    for (ContractBook.Provided provided : book.provided()) {
      if (!isChosen.test(provided.contract().file())) {
        continue;
      }
      List<ContractCase> all = generator.cases(provided.system(), provided.contract());
      for (HttpOperation operation : provided.contract().operations()) {
        List<ContractCase> bases = takesValues(operation) ? bases(all, operation) : List.of();
        if (!bases.isEmpty()) {
          cases.add(new PlannedCase.OfFidelity(provided.contract(), bases));
        }
      }
    }
    return cases;
  }

  private static boolean takesValues(HttpOperation operation) {
    return operation.body().isPresent()
        || !operation.parameters(ParameterLocation.QUERY).isEmpty()
        || !operation.parameters(ParameterLocation.HEADER).isEmpty();
  }

  /// Documented examples first, among them the longest.
  private static List<ContractCase> bases(List<ContractCase> all, HttpOperation operation) {
    return all.stream()
        .filter(it -> it.operation().id().equals(operation.id()))
        .filter(it -> it.expectation() != Expectation.REJECTED)
        .sorted(
            Comparator.comparingInt((ContractCase it) -> rank(it.expectation()))
                .thenComparingInt(
                    it -> -it.request().body().size() - it.request().target().length()))
        .toList();
  }

  private static int rank(Expectation expectation) {
    return switch (expectation) {
      case ACCEPTED -> 0;
      case ANSWERED -> 1;
      case REJECTED -> 2;
    };
  }
}

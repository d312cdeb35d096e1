package dev.concordat.engine.plan;

import dev.concordat.cases.CaseGenerator;
import dev.concordat.cases.ContractCase;
import dev.concordat.cases.Expectation;
import dev.concordat.engine.book.ContractBook;
import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.link.LinkName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// One case for each link between two systems whose consumer has a contract: its valid requests are what makes it call.
final class LinkCases {
  private LinkCases() {}

  /// @param isChosen whether the contract of a consumer is to be tried
  static List<PlannedCase> of(
      Setup setup, ContractBook book, long seed, Predicate<String> isChosen) {
    List<PlannedCase> cases = new ArrayList<>();
    for (SystemSpec system : setup.systems()) {
      List<ContractCase> causes = causes(book, system.name(), seed, isChosen);
      List<String> providers =
          system.consumes().stream().map(Consumption::provider).distinct().toList();
      for (String provider : providers) {
        if (!causes.isEmpty() && !book.openApis(provider).isEmpty()) {
          cases.add(new PlannedCase.OfLink(new LinkName(system.name(), provider), causes));
        }
      }
    }
    return cases;
  }

  /// Valid requests to a system, by its contracts.
  static List<ContractCase> causes(
      ContractBook book, String system, long seed, Predicate<String> isChosen) {
    var generator = new CaseGenerator(seed);
    return book.openApis(system).stream()
        .filter(contract -> isChosen.test(contract.file()))
        .flatMap(contract -> CaseOrder.sorted(generator.cases(system, contract)).stream())
        .filter(it -> it.expectation() != Expectation.REJECTED)
        .toList();
  }
}

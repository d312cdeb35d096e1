package dev.concordat.cli.comparison;

import dev.concordat.compare.Comparer;
import dev.concordat.contracts.Contract;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Subject;
import dev.concordat.model.comparison.Tally;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// Contracts that only one of two folders has.
final class Unpaired {
  private Unpaired() {}

  /// A contract that is gone breaks all it promised.
  static ContractComparison removed(Contract contract) {
    Difference difference =
        difference(
            AgreeRules.CONTRACT_REMOVED,
            Impact.BREAKS,
            contract.kind().label() + " contract " + contract.title() + " is gone",
            Optional.of(sentence(contract)),
            Optional.empty());
    return new ContractComparison(
        subject(Comparer.OLD, contract),
        absent(Comparer.NEW, contract),
        List.of(difference),
        new Tally(0, 1, 0),
        List.of());
  }

  /// A contract that is new breaks nobody.
  static ContractComparison added(Contract contract) {
    Difference difference =
        difference(
            AgreeRules.CHANGED_SAFELY,
            Impact.SAFE,
            contract.kind().label() + " contract " + contract.title() + " is new",
            Optional.empty(),
            Optional.of(sentence(contract)));
    return new ContractComparison(
        absent(Comparer.OLD, contract),
        subject(Comparer.NEW, contract),
        List.of(difference),
        Tally.NONE,
        contract.problems());
  }

  private static Difference difference(
      Rule rule,
      Impact impact,
      String message,
      Optional<Sentence> before,
      Optional<Sentence> after) {
    return new Difference(
        rule,
        impact,
        new Evidence.Stated(),
        new Position(
            "",
            Position.Part.DOCUMENT,
            before.or(() -> after).map(s -> s.place().file()).orElse("")),
        "",
        message,
        before,
        after,
        List.of(),
        List.of());
  }

  private static Sentence sentence(Contract contract) {
    return new Sentence(Place.of(contract.file()), "");
  }

  private static Subject subject(String role, Contract contract) {
    return new Subject(
        role, contract.file(), contract.kind().label(), contract.title(), contract.version());
  }

  private static Subject absent(String role, Contract contract) {
    return new Subject(role, contract.file(), "none", contract.title(), "");
  }
}

package dev.concordat.compare.pact;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.pact.PactInteraction.UnknownInteraction;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeNeedRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Interactions that a provider's contract cannot speak of, because it is of another kind.
final class OtherInteractions {
  private OtherInteractions() {}

  /// @param isCompared which interactions the provider's contract speaks of
  static List<Difference> of(
      PactContract pact, Contract provider, Predicate<PactInteraction> isCompared) {
    List<Difference> found = new ArrayList<>();
    List<PactInteraction> others =
        pact.interactions().stream()
            .filter(each -> !(each instanceof UnknownInteraction))
            .filter(isCompared.negate())
            .toList();
    if (!others.isEmpty()) {
      String message =
          (others.size() == 1 ? "1 interaction is" : others.size() + " interactions are")
              + " of a kind that "
              + provider.kind().label()
              + " does not speak of";
      found.add(difference(others.getFirst(), provider, Impact.RISKY, message));
    }
    for (PactInteraction each : pact.interactions()) {
      if (each instanceof UnknownInteraction(var header, String type, var content)) {
        String message =
            PactNeeds.name(each) + ": interactions of type '" + type + "' are not known";
        found.add(difference(each, provider, Impact.UNKNOWN, message));
      }
    }
    return found;
  }

  private static Difference difference(
      PactInteraction interaction, Contract provider, Impact impact, String message) {
    return new Difference(
        AgreeNeedRules.NOT_COMPARED,
        impact,
        new Evidence.Undecided(message, List.of()),
        new Position("", Part.DOCUMENT, ""),
        "",
        message,
        Optional.of(new Sentence(interaction.place(), interaction.description())),
        Optional.of(new Sentence(Place.of(provider.file()), provider.title())),
        List.of(),
        List.of());
  }
}

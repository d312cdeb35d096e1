package dev.concordat.engine.plan;

import dev.concordat.environment.setup.WrittenAcceptance;
import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/// Checks that what `concordat.yaml` accepts is something that can happen to a value.
final class AcceptanceCheck {
  private static final String ANY = "any";
  private static final String PREFIX = "fidelity/";

  private AcceptanceCheck() {}

  static List<Problem> check(List<WrittenAcceptance> accepted) {
    List<String> known = words();
    return accepted.stream()
        .filter(it -> !it.transformation().equals(ANY) && !known.contains(it.transformation()))
        .map(
            it ->
                Problem.error(
                    "config/unknown-transformation",
                    it.place(),
                    "there is no transformation '"
                        + it.transformation()
                        + "'."
                        + DidYouMean.sentence(it.transformation(), known),
                    "Write the last word of a rule of fidelity, such as trimmed or rounded; "
                        + "docs/reference/rules.md has them all."))
        .toList();
  }

  private static List<String> words() {
    return Stream.of(Alteration.values())
        .flatMap(it -> it.rule().stream())
        .map(rule -> rule.id().substring(PREFIX.length()))
        .distinct()
        .toList();
  }
}

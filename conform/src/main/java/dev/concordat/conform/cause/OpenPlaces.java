package dev.concordat.conform.cause;

import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.model.finding.ConformHttpRules;
import dev.concordat.model.finding.ConformRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Joins what gets in at one place of a request where nobody looks at all: one check is missing, not one for each sentence.
final class OpenPlaces {
  /// So many sentences about one parameter are not forgotten one by one.
  private static final int MANY = 3;

  private OpenPlaces() {}

  static List<Suspect> join(List<Suspect> suspects) {
    List<Suspect> kept = new ArrayList<>();
    for (Suspect suspect : suspects) {
      Optional<Suspect> cause =
          suspects.stream().filter(other -> isCause(other, suspect, suspects)).findFirst();
      if (cause.isPresent()) {
        cause.get().absorb(suspect);
      } else {
        kept.add(suspect);
      }
    }
    return kept;
  }

  private static boolean isCause(Suspect cause, Suspect other, List<Suspect> all) {
    Suspicion open = cause.best();
    Suspicion seen = other.best();
    if (cause == other
        || !open.rule().equals(ConformRules.INVALID_ACCEPTED)
        || !open.operation().equals(seen.operation())) {
      return false;
    }
    if (seen.rule().equals(ConformHttpRules.ABSENT_ANSWERED)) {
      return open.pointer().startsWith("path:");
    }
    return seen.rule().equals(ConformRules.INVALID_ACCEPTED)
        && (isOpenAbove(open, seen) || isFirstOfMany(cause, other, all));
  }

  /// Where a value of any type gets in, so does everything of that place and inside.
  private static boolean isOpenAbove(Suspicion open, Suspicion other) {
    String place = open.pointer();
    return isOfType(open)
        && (other.pointer().startsWith(place + "/")
            || (other.pointer().equals(place) && !isOfType(other)))
        && !isOpenParameter(open);
  }

  private static boolean isOfType(Suspicion suspicion) {
    return suspicion.shape().startsWith("type@");
  }

  private static boolean isOpenParameter(Suspicion suspicion) {
    return !suspicion.pointer().startsWith("body");
  }

  /// Of a parameter against which many sentences are broken, the first tells them all.
  private static boolean isFirstOfMany(Suspect first, Suspect other, List<Suspect> all) {
    List<Suspect> ofParameter =
        all.stream()
            .filter(each -> each.best().rule().equals(ConformRules.INVALID_ACCEPTED))
            .filter(each -> isOpenParameter(each.best()))
            .filter(each -> parameter(each.best()).equals(parameter(other.best())))
            .toList();
    return ofParameter.size() >= MANY
        && ofParameter.contains(other)
        && ofParameter.getFirst() == first;
  }

  /// The operation and the parameter's name with its location.
  private static String parameter(Suspicion suspicion) {
    return suspicion.operation() + " " + suspicion.pointer().split("/", 2)[0];
  }
}

package dev.concordat.conform.cause;

import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.model.finding.ConformRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Joins faults that look different and have one cause: an operation that fails whatever is sent fails once.
final class Joining {
  /// From so many places of one operation on, the place is not what makes it fail.
  private static final int MANY_POINTERS = 3;

  private Joining() {}

  static List<Suspect> join(List<Suspect> suspects) {
    Map<String, List<Suspect>> groups = new LinkedHashMap<>();
    for (Suspect suspect : suspects) {
      groups.computeIfAbsent(group(suspect.best()), k -> new ArrayList<>()).add(suspect);
    }
    List<Suspect> joined = new ArrayList<>();
    for (List<Suspect> group : groups.values()) {
      boolean isEverywhere =
          group.size() >= MANY_POINTERS
              || group.stream().anyMatch(suspect -> suspect.best().pointer().equals("status"));
      if (group.size() > 1 && isEverywhere) {
        Suspect first = plainest(group);
        group.stream().filter(other -> other != first).forEach(first::absorb);
        joined.add(first);
      } else {
        joined.addAll(group);
      }
    }
    return joined;
  }

  /// The one that fails without anything being wrong with its request, else the first.
  private static Suspect plainest(List<Suspect> group) {
    return group.stream()
        .filter(suspect -> suspect.best().pointer().equals("status"))
        .findFirst()
        .orElse(group.getFirst());
  }

  /// Errors and silence of one operation with the same signature, at whatever place of the request.
  private static String group(Suspicion suspicion) {
    boolean isFailure =
        suspicion.rule().equals(ConformRules.SERVER_ERROR)
            || suspicion.rule().equals(ConformRules.NO_ANSWER);
    return isFailure && !suspicion.isShared()
        ? suspicion.rule().id() + "|" + suspicion.operation() + "|" + suspicion.shape()
        : suspicion.causeKey();
  }
}

package dev.concordat.conform.cause;

import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.model.finding.ConformHttpRules;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Joins faults that look different and have one cause: an operation that fails whatever is sent fails once, and an invalid
/// value that was let in comes out again.
final class Joining {
  /// From so many places of one operation on, the place is not what makes it fail.
  private static final int MANY_POINTERS = 3;

  private static final Set<Rule> OF_VALUES =
      Set.of(
          ConformRules.VALUE_NOT_ALLOWED,
          ConformRules.WRONG_TYPE,
          ConformRules.MISSING_FIELD,
          ConformRules.UNEXPECTED_FIELD);

  private Joining() {}

  static List<Suspect> join(List<Suspect> suspects, Refusals refusals) {
    Map<String, List<Suspect>> groups = new LinkedHashMap<>();
    for (Suspect suspect : suspects) {
      groups.computeIfAbsent(group(suspect.best()), k -> new ArrayList<>()).add(suspect);
    }
    List<Suspect> joined = new ArrayList<>();
    groups.values().forEach(group -> joined.addAll(joinGroup(group)));
    List<Suspect> left = without(unchecked(joined, refusals), Joining::letIn);
    left = without(left, Joining::isTakenId);
    left = without(left, (cause, seen) -> isUnreadable(cause, seen, refusals));
    return without(left, Joining::isHowItRefuses);
  }

  /// What lies in a part of which nothing is checked, in one.
  private static List<Suspect> unchecked(List<Suspect> suspects, Refusals refusals) {
    Map<String, Suspect> firsts = new LinkedHashMap<>();
    List<Suspect> kept = new ArrayList<>();
    for (Suspect suspect : suspects) {
      String part =
          suspect.best().rule().equals(ConformRules.INVALID_ACCEPTED)
              ? refusals.unchecked(suspect.best())
              : "";
      Suspect first =
          part.isEmpty()
              ? suspect
              : firsts.computeIfAbsent(suspect.best().operation() + "|" + part, k -> suspect);
      if (first == suspect) {
        kept.add(suspect);
      } else {
        first.caused(suspect);
        first.absorb(suspect);
      }
    }
    return kept;
  }

  /// Whether another fault explains one.
  private interface Explains {
    boolean test(Suspect cause, Suspect seen);
  }

  /// Without those that another explains; they are told with it.
  private static List<Suspect> without(List<Suspect> suspects, Explains explains) {
    List<Suspect> kept = new ArrayList<>();
    for (Suspect seen : suspects) {
      Optional<Suspect> cause =
          suspects.stream()
              .filter(other -> other != seen && explains.test(other, seen))
              .findFirst();
      if (cause.isPresent()) {
        cause.get().caused(seen);
      } else {
        kept.add(seen);
      }
    }
    return kept;
  }

  /// An id that is taken although it breaks the contract names nothing: that it is answered follows.
  private static boolean isTakenId(Suspect entrance, Suspect answered) {
    return answered.best().rule().equals(ConformHttpRules.ABSENT_ANSWERED)
        && entrance.best().rule().equals(ConformRules.INVALID_ACCEPTED)
        && entrance.best().pointer().startsWith("path:")
        && entrance.best().operation().equals(answered.best().operation());
  }

  /// Where values of another type are let in, so are those that cannot be read as the right one: a number of twenty digits gets
  /// past a maximum that others are held to.
  private static boolean isUnreadable(Suspect type, Suspect seen, Refusals refusals) {
    return isEntrance(type)
        && isEntrance(seen)
        && keyword(type).equals("type")
        && !keyword(seen).equals("type")
        && type.best().operation().equals(seen.best().operation())
        && type.best().pointer().equals(seen.best().pointer())
        && refusals.isEnforced(seen.best());
  }

  private static boolean isEntrance(Suspect suspect) {
    return suspect.best().rule().equals(ConformRules.INVALID_ACCEPTED);
  }

  private static String keyword(Suspect suspect) {
    return suspect.best().shape().replaceFirst("@.*", "");
  }

  private static List<Suspect> joinGroup(List<Suspect> group) {
    boolean isEverywhere =
        group.size() >= MANY_POINTERS
            || group.stream().anyMatch(Joining::isPlain)
            || group.getFirst().best().rule().equals(ConformRules.INVALID_ACCEPTED);
    if (group.size() == 1 || !isEverywhere) {
      return group;
    }
    Suspect first = group.stream().filter(Joining::isPlain).findFirst().orElse(group.getFirst());
    group.stream().filter(other -> other != first).forEach(first::absorb);
    return List.of(first);
  }

  /// It fails without anything being wrong with its request.
  private static boolean isPlain(Suspect suspect) {
    String pointer = suspect.best().pointer();
    return pointer.equals("status") || pointer.equals("answer");
  }

  /// Errors and silence of one operation with the same signature, at whatever place of the request.
  private static String group(Suspicion suspicion) {
    boolean isFailure =
        suspicion.rule().equals(ConformRules.SERVER_ERROR)
            || suspicion.rule().equals(ConformRules.NO_ANSWER);
    if (isFailure && !suspicion.isShared()) {
      return suspicion.rule().id() + "|" + suspicion.operation() + "|" + suspicion.shape();
    }
    return suspicion.rule().equals(ConformRules.INVALID_ACCEPTED)
        ? entrance(suspicion)
        : suspicion.causeKey();
  }

  /// The same sentence about the same member of the same things, whichever operation lets it in: contracts say it once for
  /// each.
  private static String entrance(Suspicion suspicion) {
    String things =
        suspicion
            .story()
            .getLast()
            .trial()
            .operation()
            .path()
            .text()
            .replaceFirst("/\\{[^/]*}$", "");
    String keyword = suspicion.shape().replaceFirst("@.*", "");
    return String.join("|", suspicion.rule().id(), things, lastName(suspicion.pointer()), keyword);
  }

  /// A valid request is refused with a status that says nothing true of it: the refusal is the fault.
  private static boolean isHowItRefuses(Suspect refused, Suspect status) {
    return status.best().rule().equals(ConformHttpRules.MISUSED_STATUS)
        && refused.best().rule().equals(ConformRules.VALID_REFUSED)
        && refused.best().operation().equals(status.best().operation())
        && lastStatus(refused) == lastStatus(status);
  }

  private static int lastStatus(Suspect suspect) {
    return suspect.best().story().getLast().status();
  }

  /// What was let in against the contract is answered against the contract later: that is no fault of its own.
  private static boolean letIn(Suspect entrance, Suspect seen) {
    return OF_VALUES.contains(seen.best().rule())
        && entrance.best().rule().equals(ConformRules.INVALID_ACCEPTED)
        && entrance.best().pointer().startsWith("body:")
        && (seen.best().pointer() + "/").contains("/" + lastName(entrance.best().pointer()) + "/");
  }

  /// The name of the member or parameter: of `/items/*/price` and of `query:price` it is `price`.
  private static String lastName(String pointer) {
    String path = pointer;
    while (path.endsWith("/*")) {
      path = path.substring(0, path.length() - 2);
    }
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
  }
}

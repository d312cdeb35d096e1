package dev.concordat.registry.gate;

import dev.concordat.model.problem.DidYouMean;
import dev.concordat.registry.gate.Rows.SystemRow;
import dev.concordat.registry.gate.Rows.VersionRow;
import dev.concordat.registry.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Decides whether versions may go somewhere, from what was verified. Every two versions that will meet there and have a
/// contract are one pair; each pair needs a successful newest verification of exactly this contract by exactly this version
/// of the provider.
public final class Gate {
  private Gate() {}

  /// Decides as of one moment.
  public static GateAnswer decide(Database database, GateQuestion question, Clock clock) {
    return database.read(handle -> decide(handle, question, clock));
  }

  /// Decides within a transaction.
  public static GateAnswer decide(Handle handle, GateQuestion question, Clock clock) {
    GateStore store = new GateStore(handle);
    long environmentId = 0;
    if (question.target() instanceof Target.Environment(String name)) {
      Optional<Long> found = store.environment(name);
      if (found.isEmpty()) {
        return refused(
            "The registry has no environment",
            name,
            store.names("environments"),
            "'concordat deployed SYSTEM --to " + name + " --create-environment' makes it.");
      }
      environmentId = found.get();
    }
    Map<String, SystemRow> systems =
        store.systems(question.versions().stream().map(SystemVersion::system).toList());
    List<VersionRow> known = new ArrayList<>();
    Set<Long> unsettled = new HashSet<>();
    List<Reason> reasons = new ArrayList<>();
    for (SystemVersion version : question.versions()) {
      SystemRow system = systems.get(version.system());
      if (system == null) {
        return refused(
            "The registry has no system",
            version.system(),
            store.names("systems"),
            "'concordat publish' tells it of the systems here.");
      }
      store
          .version(system.id(), version.version())
          .ifPresentOrElse(
              known::add,
              () -> {
                unsettled.add(system.id());
                reasons.add(new Reason.VersionUnknown(version, Commands.publish(version)));
              });
    }
    World world = World.read(store, known, unsettled, question.target(), environmentId);
    reasons.addAll(Reasons.of(store, handle, world, question.target()));
    List<Notice> notices = new ArrayList<>(Notices.of(world));
    List<Reason> judged = Exemptions.apply(reasons, question.exemptions(), clock, notices);
    notices.addAll(Notices.removed(judged));
    return new GateAnswer.Decision(
        question, verdict(judged), Reasons.sorted(judged), notices, clock.instant());
  }

  private static Verdict verdict(List<Reason> reasons) {
    Verdict verdict = Verdict.SAFE;
    for (Reason reason : reasons) {
      switch (reason) {
        case Reason.Broken _ -> {
          return Verdict.UNSAFE;
        }
        case Reason.Unproved _, Reason.ProviderAbsent _, Reason.VersionUnknown _ ->
            verdict = Verdict.UNKNOWN;
        case Reason.Proved _, Reason.Exempt _ -> {}
      }
    }
    return verdict;
  }

  /// @param first what makes one where there is none
  private static GateAnswer refused(
      String what, String name, Collection<String> known, String first) {
    String names = known.isEmpty() ? "It has none yet: " + first : "It has: " + shown(known) + ".";
    return new GateAnswer.Refused(
        what + " '" + name + "'. " + names, DidYouMean.closest(name, List.copyOf(known)));
  }

  private static String shown(Collection<String> names) {
    int most = 10;
    String first = String.join(", ", names.stream().limit(most).toList());
    return names.size() <= most ? first : first + " and " + (names.size() - most) + " more";
  }
}

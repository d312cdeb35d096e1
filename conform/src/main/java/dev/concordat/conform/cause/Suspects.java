package dev.concordat.conform.cause;

import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Conversation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The faults that a run has seen signs of. Each is tried again when it is first seen, and made smaller at the end.
/// Thread-safe.
public final class Suspects {
  /// More faults than this help nobody; what comes after only counts.
  private static final int MAX_SUSPECTS = 2_000;

  private static final int MAX_SHRINKING_REQUESTS = 40;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Map<String, Suspect> byCause = new LinkedHashMap<>();
  private final Consumer<Suspicion> listener;

  /// @param listener is told of each fault when it is first seen
  public Suspects(Consumer<Suspicion> listener) {
    this.listener = listener;
  }

  /// Takes in what an experiment found, and does it again where that is new.
  public void take(Experiment experiment, List<Suspicion> found, Conversation talk) {
    for (Suspicion suspicion : found) {
      Suspect suspect = add(suspicion, experiment);
      if (suspect != null && isWaiting(suspect)) {
        confirm(suspect, suspicion, experiment, talk);
      }
    }
  }

  private synchronized @Nullable Suspect add(Suspicion suspicion, Experiment experiment) {
    String key = suspicion.causeKey();
    Suspect known = byCause.get(key);
    if (known == null) {
      if (byCause.size() == MAX_SUSPECTS) {
        return null;
      }
      known = new Suspect(suspicion, experiment);
      byCause.put(key, known);
      listener.accept(suspicion);
    }
    known.saw(suspicion, experiment);
    return known;
  }

  private synchronized boolean isWaiting(Suspect suspect) {
    return suspect.wantsConfirmation();
  }

  private void confirm(
      Suspect suspect, Suspicion suspicion, Experiment experiment, Conversation talk) {
    int times = experiment.requests() > 1 ? 2 : 1;
    for (int i = 0; i < times; i++) {
      if (!talk.hasBudget(experiment.requests())) {
        return;
      }
      if (!isSeen(suspicion.causeKey(), experiment, talk)) {
        doubt(suspect, isOneSafeRequest(suspicion));
        return;
      }
    }
    confirmed(suspect);
  }

  private static boolean isSeen(String causeKey, Experiment experiment, Conversation talk) {
    return experiment.run(talk).stream().anyMatch(again -> again.causeKey().equals(causeKey));
  }

  private synchronized void doubt(Suspect suspect, boolean isDecided) {
    suspect.doubted(isDecided);
  }

  private synchronized void confirmed(Suspect suspect) {
    suspect.confirmed();
  }

  private static boolean isOneSafeRequest(Suspicion suspicion) {
    return suspicion.story().size() == 1
        && SAFE.contains(suspicion.story().getFirst().sent().method());
  }

  /// How many there are.
  public synchronized int size() {
    return byCause.size();
  }

  /// Confirms what could not be confirmed yet, then makes every story smaller, short experiments first.
  public void settle(Conversation talk) {
    for (Suspect suspect : snapshot()) {
      if (isWaiting(suspect)) {
        confirm(suspect, suspect.best(), suspect.experiment(), talk);
      }
    }
    for (Suspect suspect : snapshot()) {
      if (suspect.isConfirmed() && !suspect.isShrunk()) {
        shrink(suspect, talk);
      }
    }
  }

  private synchronized List<Suspect> snapshot() {
    List<Suspect> all = new ArrayList<>(byCause.values());
    all.sort(Comparator.comparingInt(suspect -> suspect.experiment().requests()));
    return all;
  }

  private void shrink(Suspect suspect, Conversation talk) {
    int left = MAX_SHRINKING_REQUESTS;
    boolean isSmaller = true;
    while (isSmaller) {
      isSmaller = false;
      for (Experiment smaller : suspect.experiment().smaller()) {
        if (left < smaller.requests() || !talk.hasBudget(smaller.requests())) {
          suspect.shrunk();
          return;
        }
        left -= smaller.requests();
        isSmaller = suspect.takeIfSame(smaller, smaller.run(talk));
        if (isSmaller) {
          break;
        }
      }
    }
    suspect.shrunk();
  }

  /// All, in the order in which they were first seen.
  synchronized List<Suspect> all() {
    return List.copyOf(byCause.values());
  }
}

package dev.concordat.conform.cause;

import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.learned.Failure;
import dev.concordat.conform.talk.Conversation;
import dev.concordat.model.conform.Tries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The faults that a run has seen signs of. Each is tried again when it is first seen, and made smaller at the end.
/// Thread-safe.
public final class Suspects {
  /// More faults than this help nobody; what comes after only counts.
  private static final int MAX_SUSPECTS = 2_000;

  private static final int MAX_SHRINKING_REQUESTS = 40;

  private final Map<String, Suspect> byCause = new LinkedHashMap<>();
  private final Consumer<Suspicion> listener;
  private final boolean isThrifty;

  /// @param listener is told of each fault when it is first seen
  /// @param isThrifty whether requests are few: then nothing is tried again before {@link #settle}, and what another experiment
  ///     shows too is not tried again at all
  public Suspects(Consumer<Suspicion> listener, boolean isThrifty) {
    this.listener = listener;
    this.isThrifty = isThrifty;
  }

  /// Takes in what an experiment found, and does it again where that is new.
  public void take(Experiment experiment, List<Suspicion> found, Conversation talk) {
    for (Suspicion suspicion : found) {
      Suspect suspect = add(suspicion, experiment);
      if (suspect != null && isWaiting(suspect) && !isThrifty) {
        confirm(suspect, new Sighting(suspicion, experiment), talk);
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
    if (isThrifty && known.isShownByAnother(experiment)) {
      known.confirmed(1);
    }
    known.saw(suspicion, experiment);
    return known;
  }

  private synchronized boolean isWaiting(Suspect suspect) {
    return suspect.wantsConfirmation();
  }

  private void confirm(Suspect suspect, Sighting sighting, Conversation talk) {
    int times = sighting.experiment().requests() > 1 && !isThrifty ? 2 : 1;
    for (int i = 0; i < times; i++) {
      if (!talk.hasBudget(sighting.experiment().requests())) {
        return;
      }
      Again.Outcome outcome = again(sighting, talk);
      if (outcome != Again.Outcome.SEEN) {
        doubt(suspect, outcome == Again.Outcome.NOT_REACHED && isByItself(sighting));
        return;
      }
    }
    confirmed(suspect, times);
  }

  /// What is wrong with the one answer of one request is wrong, whether or not the provider can be asked for it once more.
  private static boolean isByItself(Sighting sighting) {
    return sighting.experiment().single().isPresent();
  }

  private Again.Outcome again(Sighting sighting, Conversation talk) {
    Again again = Again.of(sighting, talk);
    if (isThrifty) {
      again.found().forEach(this::confirmOther);
    }
    return again.outcome();
  }

  /// What shows beside the one that an experiment is done again for is seen again as well.
  private synchronized void confirmOther(Suspicion again) {
    Suspect suspect = byCause.get(again.causeKey());
    if (suspect != null && suspect.wantsConfirmation()) {
      suspect.confirmed(1);
    }
  }

  private synchronized void doubt(Suspect suspect, boolean isUnreached) {
    if (isUnreached) {
      suspect.unreached();
    } else {
      suspect.doubted();
    }
  }

  private synchronized void confirmed(Suspect suspect, int times) {
    suspect.confirmed(times);
  }

  /// Whether what an earlier run found was seen in this one.
  public synchronized boolean shows(Failure failure) {
    return byCause.values().stream().anyMatch(known -> Again.isSame(known.best(), failure));
  }

  /// How many there are.
  public synchronized int size() {
    return byCause.size();
  }

  /// Confirms what could not be confirmed yet, then makes every story smaller, short experiments first.
  public void settle(Conversation talk) {
    for (Suspect suspect : snapshot()) {
      if (isWaiting(suspect)) {
        confirm(suspect, suspect.sighting(), talk);
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

  /// Tells what always shows from what shows sometimes; comes last, with what is left of the budget.
  public void prove(Conversation talk) {
    var proof = new Proof();
    for (Suspect suspect : snapshot()) {
      Sighting best = suspect.sighting();
      if (proof.hasRoomFor(best, talk)) {
        Tries tries = proof.of(best, talk);
        Optional<Sighting> sure = suspect.sure().filter(_ -> !tries.isAlways());
        if (sure.isPresent() && proof.hasRoomFor(sure.get(), talk)) {
          suspect.fallBack(sure.get(), proof.of(sure.get(), talk));
        } else {
          suspect.proved(tries);
        }
      }
    }
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

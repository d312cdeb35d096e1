package dev.concordat.conform.cause;

import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Listening;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.learned.Failure;
import dev.concordat.conform.learned.Step;
import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What came of doing an experiment again.
///
/// @param found everything that looked wrong this time
public record Again(Outcome outcome, List<Suspicion> found) {

  /// Whether the fault showed.
  public enum Outcome {
    /// The same fault showed at the same step.
    SEEN,
    /// Everything went as before, and the fault did not show.
    NOT_SEEN,
    /// It did not come as far: the budget ended, or the provider is in a state that keeps the fault from showing.
    NOT_REACHED
  }

  /// Refusals for what is there, how often, and how busy the provider is: they say nothing of the request itself.
  private static final Set<Integer> OF_STATE =
      Set.of(401, 403, 404, 408, 409, 410, 412, 423, 424, 425, 428, 429, 502, 503, 504);

  /// The same where a sequence says itself what must be there.
  private static final Set<Integer> OF_LOAD = Set.of(408, 409, 423, 425, 429, 502, 503, 504);

  /// Does again what showed a failure in an earlier run.
  public static Again of(Experiment experiment, Failure failure, Conversation talk) {
    return of(experiment, found -> isSame(found, failure), failure.story(), talk);
  }

  static Again of(Sighting sighting, Conversation talk) {
    String cause = sighting.suspicion().causeKey();
    return of(
        sighting.experiment(),
        found -> found.causeKey().equals(cause),
        sighting.suspicion().story().stream().map(Step::of).toList(),
        talk);
  }

  /// The same fault. A sentence of the contract that moved changes the key and nothing else.
  static boolean isSame(Suspicion found, Failure failure) {
    return found.causeKey().equals(failure.causeKey())
        || (found.rule().id().equals(failure.rule())
            && found.operation().equals(failure.operation())
            && found.pointer().equals(failure.pointer()));
  }

  private static Again of(
      Experiment experiment, Predicate<Suspicion> isSame, List<Step> story, Conversation talk) {
    List<Exchange> exchanges = new ArrayList<>();
    List<Suspicion> found = experiment.run(new Listening(talk, exchanges::add));
    Step last = story.getLast();
    // At another step of a sequence it is not the same again: something else than the step brings
    // it about.
    boolean isSeen =
        found.stream().filter(isSame).anyMatch(again -> last.isAgain(again.story().getLast()));
    if (isSeen) {
      return new Again(Outcome.SEEN, found);
    }
    return new Again(isAsFar(story, exchanges) ? Outcome.NOT_SEEN : Outcome.NOT_REACHED, found);
  }

  /// Whether all steps of the story came again, in their order, and the last was answered for what it asks.
  private static boolean isAsFar(List<Step> story, List<Exchange> again) {
    int step = 0;
    for (Exchange exchange : again) {
      if (!story.get(step).isAgain(exchange)) {
        continue;
      }
      boolean isLast = step == story.size() - 1;
      if (!isLast) {
        step++;
      } else if (isAnswered(story, exchange)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfAbsence(Step step) {
    return step.expected() == Expected.ABSENT || step.expected() == Expected.ABSENT_OR_ITSELF;
  }

  private static boolean isAnswered(List<Step> story, Exchange now) {
    Step then = story.getLast();
    boolean isAboutState =
        (story.size() == 1 && !isOfAbsence(then))
            ? OF_STATE.contains(now.status())
            : OF_LOAD.contains(now.status());
    return now.response().isPresent() && (!isAboutState || now.status() == then.status());
  }
}

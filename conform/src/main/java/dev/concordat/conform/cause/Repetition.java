package dev.concordat.conform.cause;

import dev.concordat.conform.experiment.Listening;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What came of doing an experiment again.
enum Repetition {
  /// The same fault showed.
  SEEN,
  /// Everything went as before, and the fault did not show.
  NOT_SEEN,
  /// It did not come as far: the budget ended, or the provider is in a state that keeps the fault from showing.
  NOT_REACHED;

  /// Refusals for what is there, how often, and how busy the provider is: they say nothing of the request itself.
  private static final Set<Integer> OF_STATE =
      Set.of(401, 403, 404, 408, 409, 410, 412, 423, 424, 425, 428, 429, 502, 503, 504);

  /// The same where a sequence says itself what must be there.
  private static final Set<Integer> OF_LOAD = Set.of(408, 409, 423, 425, 429, 502, 503, 504);

  static Repetition of(Sighting sighting, Conversation talk) {
    List<Exchange> exchanges = new ArrayList<>();
    Suspicion before = sighting.suspicion();
    boolean isSeen =
        sighting.experiment().run(new Listening(talk, exchanges::add)).stream()
            .anyMatch(
                again ->
                    again.causeKey().equals(before.causeKey())
                        && isStep(before.story().getLast(), again.story().getLast()));
    if (isSeen) {
      return SEEN;
    }
    return isAsFar(before.story(), exchanges) ? NOT_SEEN : NOT_REACHED;
  }

  /// Whether all steps of the story came again, in their order, and the last was answered for what it asks.
  private static boolean isAsFar(List<Exchange> story, List<Exchange> again) {
    int step = 0;
    for (Exchange exchange : again) {
      if (!isStep(story.get(step), exchange)) {
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

  /// The same fault at another step of a sequence is not the same again: something else than the step brings it about.
  private static boolean isStep(Exchange then, Exchange now) {
    return now.trial().operation().id().equals(then.trial().operation().id())
        && now.sent().method().equals(then.sent().method())
        && now.trial().identity().equals(then.trial().identity())
        && now.trial().reason().what().equals(then.trial().reason().what());
  }

  private static boolean isAnswered(List<Exchange> story, Exchange now) {
    Exchange then = story.getLast();
    boolean isAboutState =
        story.size() == 1 && then.trial().expected() != Expected.ABSENT
            ? OF_STATE.contains(now.status())
            : OF_LOAD.contains(now.status());
    return now.response().isPresent() && (!isAboutState || now.status() == then.status());
  }
}

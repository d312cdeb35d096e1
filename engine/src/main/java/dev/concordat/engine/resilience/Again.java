package dev.concordat.engine.resilience;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;

/// What looks wrong is measured again from the start: only what shows twice is said.
final class Again {
  private Again() {}

  /// One measurement.
  interface Measuring {
    Measurement measure() throws EnvironmentFailure;
  }

  /// What is measured; sure where it is a word with this beginning twice, unknown where it is one the first time only.
  ///
  /// @param wrong how the words begin that would blame somebody
  static Measurement unless(String wrong, Measuring measuring) throws EnvironmentFailure {
    Measurement first = measuring.measure();
    if (!isSo(first, wrong)) {
      return first;
    }
    Measurement second = measuring.measure();
    return isSo(second, wrong)
        ? new Measurement(second.trait(), second.reading(), second.experiment(), Sureness.SURE)
        : Measurement.unknown(
            first.trait(), first.experiment(), "two tries showed something else each time");
  }

  private static boolean isSo(Measurement measured, String wrong) {
    return measured.reading() instanceof Reading.Word(String word) && word.startsWith(wrong);
  }
}

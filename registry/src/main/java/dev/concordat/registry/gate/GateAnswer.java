package dev.concordat.registry.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the gate answers.
public sealed interface GateAnswer {
  /// A verdict with its reasons.
  ///
  /// @param reasons the ones that decide come first: what is broken, what is missing, what is exempt, what was proved
  /// @param notices what else a person should know
  /// @param at when it was decided; everything was read as of one moment
  record Decision(
      GateQuestion question,
      Verdict verdict,
      List<Reason> reasons,
      List<Notice> notices,
      Instant at)
      implements GateAnswer {
    public Decision {
      reasons = List.copyOf(reasons);
      notices = List.copyOf(notices);
    }
  }

  /// The question names something that is not there.
  ///
  /// @param message what is wrong and what there is
  /// @param suggestion what was perhaps meant
  record Refused(String message, Optional<String> suggestion) implements GateAnswer {}
}

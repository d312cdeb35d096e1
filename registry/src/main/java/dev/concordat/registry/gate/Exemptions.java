package dev.concordat.registry.gate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Leaves out what somebody answers for. An exemption that is over is not applied, and said.
final class Exemptions {
  private Exemptions() {}

  static List<Reason> apply(
      List<Reason> reasons, List<Exemption> exemptions, Clock clock, List<Notice> notices) {
    LocalDate today = LocalDate.now(clock);
    List<Exemption> valid = new ArrayList<>();
    for (Exemption exemption : exemptions) {
      if (exemption.until().isBefore(today)) {
        notices.add(new Notice.ExemptionOver(exemption));
      } else {
        valid.add(exemption);
      }
    }
    Set<Exemption> used = new HashSet<>();
    List<Reason> judged = new ArrayList<>();
    for (Reason reason : reasons) {
      Optional<Exemption> fitting =
          valid.stream().filter(exemption -> isAbout(exemption, reason)).findFirst();
      fitting.ifPresent(used::add);
      judged.add(
          fitting.<Reason>map(exemption -> new Reason.Exempt(reason, exemption)).orElse(reason));
    }
    valid.stream()
        .filter(exemption -> !used.contains(exemption))
        .forEach(exemption -> notices.add(new Notice.ExemptionUnused(exemption)));
    return judged;
  }

  private static boolean isAbout(Exemption exemption, Reason reason) {
    return switch (reason) {
      case Reason.Broken(Pair pair, _, _) -> isAbout(exemption, pair);
      case Reason.Unproved(Pair pair, _, _) -> isAbout(exemption, pair);
      case Reason.ProviderAbsent absent ->
          exemption.isAbout(absent.consumer().version())
              || (exemption.version().isEmpty() && exemption.system().equals(absent.provider()));
      case Reason.VersionUnknown _, Reason.Proved _, Reason.Exempt _ -> false;
    };
  }

  private static boolean isAbout(Exemption exemption, Pair pair) {
    return exemption.isAbout(pair.consumer().version())
        || exemption.isAbout(pair.provider().version());
  }
}

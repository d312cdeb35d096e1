package dev.concordat.contracts.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which of several alternatives a value was meant for, told by what each of them misses in it.
final class BestFit {
  private static final int OTHER_TYPE = 1_000;
  private static final int OTHER_KIND = 100;
  private static final int MAX_COUNTED = 99;

  private BestFit() {}

  /// The report of the alternative that fits best; of equals the first.
  static List<Violation> of(List<List<Violation>> reports, String here) {
    List<Violation> best = List.of();
    int least = Integer.MAX_VALUE;
    for (List<Violation> report : reports) {
      int distance = report.isEmpty() ? Integer.MAX_VALUE : distance(report, here);
      if (distance < least) {
        best = report;
        least = distance;
      }
    }
    return best;
  }

  private static int distance(List<Violation> report, String here) {
    int distance = Math.min(MAX_COUNTED, report.size());
    for (Violation violation : report) {
      boolean isHere = violation.instancePointer().equals(here);
      if (isHere && violation.keyword().equals("type")) {
        distance += OTHER_TYPE;
      } else if (saysKind(violation, here)) {
        distance += OTHER_KIND;
      }
    }
    return distance;
  }

  /// A constant right below tells kinds apart: `{kind: {const: card}}`; so does a member that another alternative has.
  private static boolean saysKind(Violation violation, String here) {
    boolean isBelow = violation.instancePointer().lastIndexOf('/') == here.length();
    return isBelow && (violation.keyword().equals("const") || violation.keyword().equals("enum"));
  }

  /// What to say if every alternative just wants another type: `a string or null`.
  static Optional<String> allWantOtherTypes(List<List<Violation>> reports, String here) {
    Set<String> wanted = new LinkedHashSet<>();
    for (List<Violation> report : reports) {
      Optional<Violation> type =
          report.stream()
              .filter(each -> each.keyword().equals("type") && each.instancePointer().equals(here))
              .findFirst();
      if (type.isEmpty()) {
        return Optional.empty();
      }
      wanted.add(type.get().expected());
    }
    return wanted.size() < 2 ? Optional.empty() : Optional.of(String.join(" or ", wanted));
  }
}

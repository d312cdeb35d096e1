package dev.concordat.compare.consumer;

import dev.concordat.model.comparison.Affected;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.finding.AgreeRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What one difference does to one consumer.
final class Verdicts {
  private Verdicts() {}

  static Affected of(Difference change, Consumer consumer) {
    List<Affected> all = new ArrayList<>();
    consumer.documents().forEach(each -> all.add(each.affected(consumer.label(), change)));
    boolean hasOthers =
        !consumer.uses().isEmpty()
            || !consumer.news().isEmpty()
            || !consumer.open().isEmpty()
            || !consumer.unjudged().isEmpty();
    if (all.isEmpty() || hasOthers) {
      all.add(byComparison(change, consumer));
    }
    return Collections.min(all, Comparator.comparing(Affected::impact));
  }

  private static Affected byComparison(Difference change, Consumer consumer) {
    Optional<Affected> met =
        consumer.news().stream()
            .map(News::found)
            .filter(found -> Relation.isFrom(found, change))
            .map(found -> met(change, consumer, found))
            .min(Comparator.comparing(Affected::impact));
    if (met.isPresent()) {
      return met.get();
    }
    Optional<Difference> open =
        consumer.open().stream().filter(found -> Relation.isFrom(found, change)).findFirst();
    if (open.isPresent()) {
      return verdict(consumer, Impact.UNKNOWN, open.get().message());
    }
    if (!consumer.unjudged().isEmpty()) {
      return verdict(consumer, Impact.UNKNOWN, String.join("; ", consumer.unjudged()));
    }
    return notMet(change, consumer);
  }

  private static Affected met(Difference change, Consumer consumer, Difference found) {
    Optional<Witness> witness =
        found.evidence() instanceof Evidence.Witnessed(Witness shown)
            ? Optional.of(shown)
            : Optional.empty();
    boolean isOpen =
        found.impact() == Impact.UNKNOWN || found.evidence() instanceof Evidence.Undecided;
    boolean breaks =
        found.impact() == Impact.BREAKS
            || (witness.isPresent() && change.impact() == Impact.BREAKS);
    Impact otherwise = isOpen ? Impact.UNKNOWN : Impact.RISKY;
    Impact impact = breaks ? Impact.BREAKS : otherwise;
    return new Affected(consumer.label(), impact, found.message(), witness);
  }

  private static Affected verdict(Consumer consumer, Impact impact, String why) {
    return new Affected(consumer.label(), impact, why, Optional.empty());
  }

  /// Nothing that is known of the consumer meets the difference. Whether that says enough depends on what is known.
  private static Affected notMet(Difference change, Consumer consumer) {
    List<Use> uses = usesOf(change, consumer);
    boolean isOfDocument = change.position().operation().isEmpty();
    if (uses.isEmpty() && !isOfDocument && !consumer.uses().isEmpty()) {
      return verdict(consumer, Impact.SAFE, "it does not use this operation");
    }
    return switch (change.impact()) {
      case MISREAD, MEANING, CLIENT_CODE, POLICY ->
          uses.isEmpty() && !isOfDocument
              ? verdict(consumer, Impact.UNKNOWN, "which operations it uses is not known")
              : verdict(consumer, change.impact(), "it uses this operation");
      case BREAKS, UNKNOWN, RISKY, SAFE -> byKnowledge(change, consumer, uses);
    };
  }

  private static List<Use> usesOf(Difference change, Consumer consumer) {
    return consumer.uses().stream().filter(use -> Relation.isAt(change, use.operation())).toList();
  }

  private static Affected byKnowledge(Difference change, Consumer consumer, List<Use> uses) {
    Part part = change.position().part();
    if (part == Part.SECURITY) {
      return verdict(
          consumer, Impact.UNKNOWN, "it uses this operation; its credentials are not known");
    }
    if (isOfRequest(part) && uses.stream().anyMatch(use -> !use.saysRequest())) {
      return verdict(consumer, Impact.UNKNOWN, "only a part of what it sends is known");
    }
    if (isOfResponse(part) && uses.stream().anyMatch(use -> !use.saysResponse())) {
      return verdict(consumer, Impact.UNKNOWN, "what it reads of answers is not known");
    }
    boolean isNewStatus = change.rule().equals(AgreeRules.STATUS_UNEXPECTED);
    if (isNewStatus && uses.stream().noneMatch(use -> isPreparedFor(use, change))) {
      return verdict(consumer, Impact.UNKNOWN, "what it does with such a status is not known");
    }
    return verdict(consumer, Impact.SAFE, "nothing that it sends or reads meets it");
  }

  private static boolean isPreparedFor(Use use, Difference change) {
    return use.statuses().stream().anyMatch(change.position().detail()::startsWith);
  }

  private static boolean isOfRequest(Part part) {
    return switch (part) {
      case PATH_PARAMETER, QUERY_PARAMETER, REQUEST_HEADER, COOKIE, REQUEST_BODY -> true;
      default -> false;
    };
  }

  private static boolean isOfResponse(Part part) {
    return switch (part) {
      case RESPONSE, RESPONSE_HEADER, RESPONSE_BODY -> true;
      default -> false;
    };
  }
}

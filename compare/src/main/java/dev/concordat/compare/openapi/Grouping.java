package dev.concordat.compare.openapi;

import dev.concordat.compare.openapi.HttpChange.SchemaChanged;
import dev.concordat.compare.schema.Edit;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Occurrence;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes one difference of all that was found with one cause: the same change of the same sentences, with the same impact
/// on the same part of messages. The first place where it can be shown is told, the others stand beside.
final class Grouping {
  /// In how many places of one cause a message is tried, until one is found that shows it.
  private static final int MAX_TRIED = 5;

  private final Aliases.Names names;

  Grouping(Aliases.Names names) {
    this.names = names;
  }

  /// What tells causes apart.
  ///
  /// @param before its sentence; where neither contract says anything, each place is a cause of its own
  private record Cause(
      Class<?> change,
      Rule rule,
      Impact impact,
      Part part,
      Optional<Sentence> before,
      Optional<Sentence> after,
      List<String> what) {
    static Cause of(Found found, int number) {
      var what = new ArrayList<String>();
      if (found.change() instanceof SchemaChanged changed) {
        changed.difference().edits().forEach(edit -> what.add(text(edit)));
      } else {
        what.add(found.message());
      }
      if (found.before().isEmpty() && found.after().isEmpty()) {
        what.add(Integer.toString(number));
      }
      return new Cause(
          found.change().getClass(),
          found.rule(),
          found.impact(),
          found.position().part(),
          found.before(),
          found.after(),
          what);
    }

    private static String text(Edit edit) {
      return edit.keyword() + " " + edit.name() + " " + edit.change();
    }
  }

  List<Difference> differences(List<Found> all) {
    Map<Cause, List<Found>> groups = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      groups.computeIfAbsent(Cause.of(all.get(i), i), ignored -> new ArrayList<>()).add(all.get(i));
    }
    return groups.values().stream().map(this::difference).toList();
  }

  private Difference difference(List<Found> group) {
    int at = 0;
    Evidence evidence = group.getFirst().evidence().get();
    for (int i = 1; i < Math.min(group.size(), MAX_TRIED); i++) {
      if (group.getFirst().impact() != Impact.BREAKS || !(evidence instanceof Evidence.Undecided)) {
        break;
      }
      Evidence next = group.get(i).evidence().get();
      if (!(next instanceof Evidence.Undecided)) {
        at = i;
        evidence = next;
      }
    }
    var others = new ArrayList<>(group);
    Found shown = others.remove(at);
    Impact impact = impact(shown, evidence);
    List<Occurrence> also =
        others.stream()
            .map(found -> new Occurrence(found.position(), found.pointer()))
            .distinct()
            .toList();
    return new Difference(
        ruleOf(shown.rule(), impact),
        impact,
        evidence,
        shown.position(),
        shown.pointer(),
        shown.message(),
        shown.before(),
        shown.after(),
        group.stream().flatMap(found -> names.of(found.change()).stream()).distinct().toList(),
        List.of(),
        also);
  }

  private static Rule ruleOf(Rule rule, Impact impact) {
    return rule.equals(AgreeRules.NOTHING_TO_SEND) ? rule : Comparison.ruleOf(rule, impact);
  }

  /// What could not be shown is not claimed.
  private static Impact impact(Found found, Evidence evidence) {
    if (found.rule().equals(AgreeRules.NOTHING_TO_SEND)) {
      return found.impact();
    }
    boolean isClaimed = found.impact() == Impact.BREAKS || found.impact() == Impact.RISKY;
    return switch (evidence) {
      case Evidence.Undecided ignored when isClaimed -> Impact.UNKNOWN;
      case Evidence.Proved ignored when isClaimed -> Impact.SAFE;
      default -> found.impact();
    };
  }
}

package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Aim;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `additionalProperties`: what members are that nothing else speaks of.
final class RestEdits {
  private final Walk walk;

  RestEdits(Walk walk) {
    this.walk = walk;
  }

  /// How much one side takes, the least first.
  private enum Openness {
    CLOSED,
    TYPED,
    OPEN;

    static Openness of(List<Joined.Said<Schema>> said) {
      if (said.stream().anyMatch(each -> each.value().allowsNothing())) {
        return CLOSED;
      }
      return said.stream().allMatch(each -> each.value().allowsAll()) ? OPEN : TYPED;
    }
  }

  void compare(Spot spot, Findings findings) {
    List<Joined.Said<Schema>> before = spot.before().all(SchemaView::additionalProperties);
    List<Joined.Said<Schema>> after = spot.after().all(SchemaView::additionalProperties);
    Openness was = Openness.of(before);
    Openness is = Openness.of(after);
    if (was == Openness.TYPED && is == Openness.TYPED) {
      walk.compare(others(spot, before, after), findings);
    } else if (was != is) {
      Edit.Change change =
          is.compareTo(was) > 0 ? Edit.Change.GENERALISED : Edit.Change.SPECIALISED;
      findings.add(
          spot,
          spot.edit("additionalProperties", "", change, said(before), said(after)),
          aim(spot.way().receiver(before, after)));
    }
  }

  private static Spot others(
      Spot spot, List<Joined.Said<Schema>> before, List<Joined.Said<Schema>> after) {
    Set<String> names = new LinkedHashSet<>(spot.receiver().properties().keySet());
    List<String> patterns = List.copyOf(spot.receiver().patternProperties().keySet());
    return new Spot(
        spot.way(),
        spot.route().into(new Step.Another(names, patterns), "*", "additionalProperties"),
        Joined.of(before.stream().map(Joined.Said::value).toList()),
        Joined.of(after.stream().map(Joined.Said::value).toList()),
        false,
        false);
  }

  /// A member that the receiver speaks of by this keyword only, and refuses.
  private static Optional<Aim> aim(List<Joined.Said<Schema>> received) {
    var ways = new ArrayList<Aim>();
    for (Joined.Said<Schema> said : received) {
      if (!said.value().allowsAll()) {
        SchemaView around = said.part().view();
        ways.add(
            new Aim.Another(
                around.properties().keySet(),
                List.copyOf(around.patternProperties().keySet()),
                new Aim.Breaks(said.value())));
      }
    }
    return ways.isEmpty() ? Optional.empty() : Optional.of(new Aim.Any(ways));
  }

  private static Optional<Joined.Said<JsonValue>> said(List<Joined.Said<Schema>> all) {
    return all.stream()
        .findFirst()
        .map(each -> new Joined.Said<>(each.value().node().toJson(), each.part()));
  }
}

package dev.concordat.compare.graphql;

import dev.concordat.compare.graphql.Change.Subject;
import dev.concordat.contracts.graphql.GraphQlType.Applied;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares the directives that stand on one thing of two schemas.
///
/// @param isComplete whether both schemas tell of all directives; where not, only those that every schema tells are compared
record UsageWalk(Changes changes, boolean isComplete) {

  /// A thing on which directives stand.
  ///
  /// @param path its path; empty for the schema itself
  /// @param words how it is called: ``the field `Query.order` ``
  /// @param isNew whether it is only in the new schema
  record Spot(
      String path,
      String words,
      Subject subject,
      Position.Part part,
      InspectorType added,
      InspectorType removed,
      boolean isNew,
      Optional<Sentence> before,
      Optional<Sentence> after) {}

  void compare(List<Applied> before, List<Applied> after, Spot spot) {
    SideBySide<Applied> lists = SideBySide.of(told(before), told(after), Applied::name);
    for (Applied one : lists.removed()) {
      draft(spot.removed(), spot, one, "")
          .level(isSpecial(one) ? Level.NON_BREAKING : Level.DANGEROUS)
          .say("`@" + one.name() + "` no longer stands on " + spot.words());
    }
    for (Applied one : lists.added()) {
      draft(spot.added(), spot, one, "")
          .level(levelOfAdded(one, spot.isNew()))
          .say("`@" + one.name() + "` now stands on " + spot.words());
      one.arguments().forEach((name, value) -> argumentAdded(spot, one, name, value, true));
    }
    lists.both().forEach(pair -> arguments(spot, pair.before(), pair.after()));
  }

  private List<Applied> told(List<Applied> applied) {
    return isComplete
        ? applied
        : applied.stream()
            .filter(one -> SchemaView.SPECIFIED.contains(one.name()))
            .map(UsageWalk::withReason)
            .toList();
  }

  /// An introspection tells the reason that counts where none is written.
  private static Applied withReason(Applied one) {
    return one.name().equals("deprecated") && one.arguments().isEmpty()
        ? new Applied(one.name(), Map.of("reason", '"' + Notes.NO_REASON + '"'), one.place())
        : one;
  }

  private static boolean isSpecial(Applied one) {
    return one.name().equals("deprecated") || one.name().equals("oneOf");
  }

  private static Level levelOfAdded(Applied one, boolean isNew) {
    if (isNew) {
      return Level.NON_BREAKING;
    }
    return switch (one.name()) {
      case "deprecated" -> Level.NON_BREAKING;
      case "oneOf" -> Level.BREAKING;
      default -> Level.DANGEROUS;
    };
  }

  private Changes.Draft draft(InspectorType type, Spot spot, Applied one, String argument) {
    String path = spot.path() + ".@" + one.name() + argument;
    Changes.Draft draft =
        changes.of(type, spot.subject().with(one.name()), spot.part(), path).ofNew(spot.isNew());
    spot.before().ifPresent(draft::before);
    spot.after().ifPresent(draft::after);
    return draft;
  }

  private void arguments(Spot spot, Applied before, Applied after) {
    SideBySide<String> names =
        SideBySide.of(
            List.copyOf(before.arguments().keySet()), List.copyOf(after.arguments().keySet()));
    for (String name : names.removed()) {
      draft(InspectorType.DIRECTIVE_USAGE_ARGUMENT_REMOVED, spot, after, "." + name)
          .level(Level.DANGEROUS)
          .say(on(spot, after) + " no longer has `" + name + "`");
    }
    for (String name : names.added()) {
      argumentAdded(spot, after, name, after.arguments().getOrDefault(name, ""), false);
    }
    for (SideBySide.Pair<String> pair : names.both()) {
      String name = pair.before();
      String old = before.arguments().getOrDefault(name, "");
      String now = after.arguments().getOrDefault(name, "");
      if (!old.equals(now)) {
        draft(InspectorType.DIRECTIVE_USAGE_ARGUMENT_REMOVED, spot, after, "." + name)
            .level(Level.DANGEROUS)
            .alias(InspectorType.DIRECTIVE_USAGE_ARGUMENT_ADDED, Level.NON_BREAKING)
            .say(on(spot, after) + " has `" + name + ": " + now + "`, it had `" + old + "`");
      }
    }
  }

  private void argumentAdded(Spot spot, Applied one, String name, String value, boolean isOfNew) {
    draft(InspectorType.DIRECTIVE_USAGE_ARGUMENT_ADDED, spot, one, "." + name)
        .level(Level.NON_BREAKING)
        .ofNew(isOfNew || spot.isNew())
        .say(on(spot, one) + " has `" + name + ": " + value + "`");
  }

  private static String on(Spot spot, Applied one) {
    return "`@" + one.name() + "` on " + spot.words();
  }
}

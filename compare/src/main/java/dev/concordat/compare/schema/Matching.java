package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Likeness;
import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// Tells which alternative of one side is meant by which of the other: those that say the same, then those that refer to a
/// component of the same name or have the same title, then those that are most alike.
final class Matching {
  /// Two objects are alike when they share at least this part of their members.
  private static final double LEAST_SHARED = 0.5;

  private final Likeness likeness;

  Matching(Likeness likeness) {
    this.likeness = likeness;
  }

  record Pair(Schema before, Schema after) {}

  record Pairs(List<Pair> alike, List<Schema> gone, List<Schema> come) {}

  Pairs of(List<Schema> before, List<Schema> after) {
    var gone = new ArrayList<Schema>(before);
    var come = new ArrayList<Schema>(after);
    var alike = new ArrayList<Pair>();
    pair(gone, come, likeness::isSame, alike);
    pair(gone, come, (a, b) -> !name(a).isEmpty() && name(a).equals(name(b)), alike);
    for (Schema each : List.copyOf(gone)) {
      likest(come, Joined.of(List.of(each)))
          .ifPresent(
              other -> {
                gone.remove(each);
                come.remove(other);
                alike.add(new Pair(each, other));
              });
    }
    return new Pairs(alike, gone, come);
  }

  private static void pair(
      List<Schema> gone, List<Schema> come, BiPredicate<Schema, Schema> isAlike, List<Pair> alike) {
    for (Schema each : List.copyOf(gone)) {
      come.stream()
          .filter(other -> isAlike.test(each, other))
          .findFirst()
          .ifPresent(
              other -> {
                gone.remove(each);
                come.remove(other);
                alike.add(new Pair(each, other));
              });
    }
  }

  /// The one that is most like the schema; none if all are of other types, or objects with other members.
  Optional<Schema> likest(List<Schema> schemas, Joined wanted) {
    Optional<Schema> likest = Optional.empty();
    double most = 0;
    for (Schema each : schemas) {
      double shared = shared(Joined.of(List.of(each)), wanted);
      if (shared >= LEAST_SHARED && shared > most) {
        likest = Optional.of(each);
        most = shared;
      }
    }
    return likest;
  }

  private double shared(Joined one, Joined other) {
    boolean isSame =
        one.roots().stream()
            .anyMatch(a -> other.roots().stream().anyMatch(b -> likeness.isSame(a, b)));
    if (isSame) {
      return 2;
    }
    Optional<Set<JsonType>> types = one.types();
    if (!types.equals(other.types()) || types.isEmpty()) {
      return 0;
    }
    Set<String> names = one.properties().keySet();
    Set<String> all = new HashSet<>(names);
    all.addAll(other.properties().keySet());
    Set<String> both = new HashSet<>(names);
    both.retainAll(other.properties().keySet());
    return all.isEmpty() ? 1 : (double) both.size() / all.size();
  }

  /// What an alternative is called: the component it refers to, or its title; empty where it has neither.
  static String name(Schema schema) {
    if (!(schema.node() instanceof ObjectNode object)) {
      return "";
    }
    String reference = text(object, "$ref");
    return reference.isEmpty()
        ? text(object, "title")
        : reference.substring(reference.lastIndexOf('/') + 1);
  }

  private static String text(ObjectNode object, String name) {
    return object
        .get(name)
        .filter(ScalarNode.class::isInstance)
        .flatMap(node -> ((ScalarNode) node).text())
        .orElse("");
  }
}

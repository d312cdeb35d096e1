package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Proves that whatever a sender may send a receiver takes, by going through both schemas side by side: each sentence of
/// the receiver must follow from what the sender says at the same place. Where it cannot be shown in this way, nothing is
/// said. Costs no more than reading both, where a case analysis tries combinations.
///
/// A pair of places that is met again further inside a value counts as proved there: the value inside is smaller.
final class Congruence {
  private static final int NO_ASSUMPTION = Integer.MAX_VALUE;

  /// Most places and alternatives of one question.
  private static final int MAX_STEPS = 20_000;

  /// Deepest alternatives of one value within each other.
  private static final int MAX_IN_PLACE = 40;

  /// Deepest values within each other.
  private static final int MAX_DEPTH = 200;

  private static final List<JsonValue> PLAIN =
      List.of(JsonNull.NULL, new JsonBoolean(true), new JsonBoolean(false));

  private final Direction direction;
  private final Representatives representatives;
  private final ScalarProof scalars = new ScalarProof();
  private final ArrayProof arrays = new ArrayProof(this);
  private final ObjectProof objects = new ObjectProof(this);
  private final Apartness apartness;
  private final Map<Question, Boolean> known = new HashMap<>();
  private final Map<Question, Integer> open = new HashMap<>();
  private int lowestAssumed = NO_ASSUMPTION;
  private int steps;

  private record Question(
      List<Schema> sent, List<Schema> kept, boolean isClosed, Schema receiver) {}

  Congruence(Direction direction, Representatives representatives) {
    this.direction = direction;
    this.representatives = representatives;
    this.apartness = new Apartness(direction, representatives);
  }

  /// Whether it is shown that the receiver takes every value of the sender.
  boolean proves(Schema sender, boolean isClosed, Schema receiver) {
    return proves(new SentPlace.Roots(List.of(sender), List.of(), isClosed), receiver);
  }

  boolean proves(SentPlace.Roots sender, Schema receiver) {
    steps = 0;
    open.clear();
    lowestAssumed = NO_ASSUMPTION;
    try {
      return at(sender, receiver);
    } catch (StackOverflowError e) {
      return false;
    }
  }

  Apartness apartness() {
    return apartness;
  }

  Direction direction() {
    return direction;
  }

  boolean isSame(Schema a, Schema b) {
    return representatives.isSame(a, b);
  }

  /// Whether a value somewhere inside is taken.
  boolean at(SentPlace.Roots sender, Schema receiver) {
    if (receiver.allowsAll() || sender.isNothing()) {
      return true;
    }
    if (sender.isEmpty()) {
      return false;
    }
    Schema target = representatives.of(receiver);
    var question =
        new Question(
            sender.sent().stream().map(representatives::of).toList(),
            sender.kept().stream().map(representatives::of).toList(),
            sender.isClosed(),
            target);
    if (question.sent.contains(target) || question.kept.contains(target)) {
      return true;
    }
    Boolean before = known.get(question);
    if (before != null) {
      return before;
    }
    Integer depth = open.get(question);
    if (depth != null) {
      lowestAssumed = Math.min(lowestAssumed, depth);
      return true;
    }
    return answer(question, sender, receiver);
  }

  private boolean answer(Question question, SentPlace.Roots sender, Schema receiver) {
    int depth = open.size();
    if (depth > MAX_DEPTH || ++steps > MAX_STEPS) {
      return false;
    }
    int outer = lowestAssumed;
    lowestAssumed = NO_ASSUMPTION;
    open.put(question, depth);
    boolean isProved = whole(sender, receiver);
    open.remove(question);
    // What was not shown under a wrong assumption is not shown without it either.
    boolean isCertain = !isProved || lowestAssumed >= depth;
    if (isCertain && steps <= MAX_STEPS) {
      known.put(question, isProved);
    }
    lowestAssumed = Math.min(outer, lowestAssumed >= depth ? NO_ASSUMPTION : lowestAssumed);
    return isProved;
  }

  private boolean whole(SentPlace.Roots sender, Schema receiver) {
    if (direction == Direction.RESPONSE && KindProjection.isOnlyWritten(receiver)) {
      return false;
    }
    for (JsonValue plain : PLAIN) {
      if (sender.accept(plain, direction) && !receiver.accepts(plain, direction)) {
        return false;
      }
    }
    SentPlace place = SentPlace.of(sender, direction);
    Optional<List<JsonValue>> listed = place.listed();
    if (listed.isPresent()) {
      return listed.get().stream()
          .allMatch(
              value -> !sender.accept(value, direction) || receiver.accepts(value, direction));
    }
    Set<String> outer = apartness.enter(receiver);
    try {
      return holds(place, receiver, 0);
    } finally {
      apartness.leave(outer);
    }
  }

  /// Whether the receiver takes all values of the place that are numbers, texts, arrays or objects.
  boolean holds(SentPlace place, Schema receiver, int depth) {
    if (receiver.allowsAll() || place.kinds().isEmpty()) {
      return true;
    }
    if (receiver.allowsNothing() || depth > MAX_IN_PLACE || ++steps > MAX_STEPS) {
      return false;
    }
    SchemaView view = receiver.view();
    if (isPart(place, view.schema())) {
      return true;
    }
    if (direction == Direction.RESPONSE && view.writeOnly()) {
      return false;
    }
    // Alternatives are best asked about one by one where the receiver has some as well.
    boolean isSplitFirst = !place.groups().isEmpty() && hasAlternatives(view);
    return isSplitFirst
        ? isSplit(place, receiver, depth)
        : obeys(place, view, depth) || isSplit(place, receiver, depth);
  }

  private static boolean hasAlternatives(SchemaView view) {
    return view.anyOf().size() > 1 || view.oneOf().size() > 1;
  }

  /// What one part says of members that stay at home holds for the others too, and not for them alone.
  private boolean isPart(SentPlace place, Schema wanted) {
    return place.atHome().isEmpty()
        && place.parts().stream().anyMatch(part -> isSame(part.schema(), wanted));
  }

  private boolean isSplit(SentPlace place, Schema receiver, int depth) {
    if (place.kinds().size() > 1) {
      return place.kinds().stream()
          .allMatch(kind -> holds(place.ofKind(kind), receiver, depth + 1));
    }
    if (place.groups().isEmpty()) {
      return false;
    }
    SentPlace.Group group = place.groups().getFirst();
    return group.alternatives().stream()
        .allMatch(each -> holds(place.choosing(group, each), receiver, depth + 1));
  }

  private boolean obeys(SentPlace place, SchemaView view, int depth) {
    return view.enumValues().isEmpty()
        && view.constValue().isEmpty()
        && place.kinds().stream().allMatch(kind -> kind.isAmong(view.types()))
        && view.allOf().stream().allMatch(each -> holds(place, each, depth + 1))
        && one(place, view.anyOf(), false, depth)
        && one(place, view.oneOf(), true, depth)
        && view.not().map(each -> apartness.areApart(place, each)).orElse(true)
        && condition(place, view.conditions(), depth)
        && place.kinds().stream().allMatch(kind -> ofKind(place, kind, view, depth));
  }

  private boolean ofKind(SentPlace place, Kind kind, SchemaView view, int depth) {
    return switch (kind) {
      case NULL, BOOLEAN -> true;
      case NUMBER -> scalars.numbers(place, view);
      case STRING -> scalars.texts(place, view);
      case ARRAY -> arrays.obeys(place, view);
      case OBJECT -> objects.obeys(place, view, depth);
    };
  }

  /// @param isChoice whether of the alternatives only one may hold
  private boolean one(SentPlace place, List<Schema> all, boolean isChoice, int depth) {
    if (all.isEmpty()) {
      return true;
    }
    List<Schema> told = all.stream().filter(each -> !SentPlace.isOnlyNull(each)).toList();
    return told.stream()
        .anyMatch(
            each ->
                holds(place, each, depth + 1)
                    && (!isChoice
                        || told.stream()
                            .allMatch(other -> other == each || apartness.areApart(place, other))));
  }

  private boolean condition(SentPlace place, Map<String, Schema> conditions, int depth) {
    Schema condition = conditions.get("if");
    if (condition == null) {
      return true;
    }
    boolean isElse = apartness.areApart(place, condition);
    boolean isThen = !isElse && holds(place, condition, depth + 1);
    return (isElse || branch(place, conditions.get("then"), depth))
        && (isThen || branch(place, conditions.get("else"), depth));
  }

  private boolean branch(SentPlace place, @Nullable Schema branch, int depth) {
    return branch == null || holds(place, branch, depth + 1);
  }
}

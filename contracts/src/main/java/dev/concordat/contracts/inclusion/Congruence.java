package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
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

  private record Question(List<Schema> sent, List<Schema> kept, boolean isClosed, Schema receiver) {
    // By hand, as in Claim.
    @Override
    public boolean equals(Object other) {
      return other instanceof Question that
          && receiver.equals(that.receiver)
          && isClosed == that.isClosed
          && sent.equals(that.sent)
          && kept.equals(that.kept);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * sent.hashCode() + kept.hashCode()) + receiver.hashCode();
    }
  }

  Congruence(Direction direction, Representatives representatives) {
    this.direction = direction;
    this.representatives = representatives;
    this.apartness = new Apartness(direction, representatives);
  }

  /// Whether it is shown that the receiver takes every value of the sender.
  boolean proves(Schema sender, boolean isClosed, Schema receiver) {
    return proves(new Roots(List.of(sender), List.of(), isClosed), receiver);
  }

  boolean proves(Roots sender, Schema receiver) {
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
  boolean at(Roots sender, Schema receiver) {
    if (receiver.allowsAll() || sender.isNothing()) {
      return true;
    }
    if (sender.isEmpty()) {
      return false;
    }
    Schema target = representatives.of(receiver);
    // Most places of two contracts say the same.
    if (isAmong(sender.sent(), target) || isAmong(sender.kept(), target)) {
      return true;
    }
    var question =
        new Question(told(sender.sent()), told(sender.kept()), sender.isClosed(), target);
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

  private boolean isAmong(List<Schema> schemas, Schema representative) {
    for (Schema each : schemas) {
      if (representatives.of(each).equals(representative)) {
        return true;
      }
    }
    return false;
  }

  private List<Schema> told(List<Schema> schemas) {
    if (schemas.isEmpty()) {
      return List.of();
    }
    var told = new ArrayList<Schema>(schemas.size());
    for (Schema each : schemas) {
      told.add(representatives.of(each));
    }
    return told;
  }

  private boolean answer(Question question, Roots sender, Schema receiver) {
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

  private boolean whole(Roots sender, Schema receiver) {
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
    if (!place.atHome().isEmpty()) {
      return false;
    }
    Schema target = representatives.of(wanted);
    for (SchemaView part : place.parts()) {
      if (representatives.of(part.schema()).equals(target)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSplit(SentPlace place, Schema receiver, int depth) {
    if (place.kinds().size() > 1) {
      for (Kind kind : place.kinds()) {
        if (!holds(place.ofKind(kind), receiver, depth + 1)) {
          return false;
        }
      }
      return true;
    }
    if (place.groups().isEmpty()) {
      return false;
    }
    SentPlace.Group group = place.groups().getFirst();
    for (Schema each : group.alternatives()) {
      if (!holds(place.choosing(group, each), receiver, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean obeys(SentPlace place, SchemaView view, int depth) {
    return view.enumValues().isEmpty()
        && view.constValue().isEmpty()
        && areAmong(place.kinds(), view.types())
        && all(place, view.allOf(), depth)
        && one(place, view.anyOf(), false, depth)
        && one(place, view.oneOf(), true, depth)
        && view.not().map(each -> apartness.areApart(place, each)).orElse(true)
        && condition(place, view.conditions(), depth)
        && ofKinds(place, view, depth);
  }

  private static boolean areAmong(Set<Kind> kinds, Set<JsonType> types) {
    for (Kind kind : kinds) {
      if (!kind.isAmong(types)) {
        return false;
      }
    }
    return true;
  }

  private boolean all(SentPlace place, List<Schema> all, int depth) {
    for (Schema each : all) {
      if (!holds(place, each, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean ofKinds(SentPlace place, SchemaView view, int depth) {
    for (Kind kind : place.kinds()) {
      if (!ofKind(place, kind, view, depth)) {
        return false;
      }
    }
    return true;
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
    if (all.isEmpty() || (!isChoice && isOnePart(place, all))) {
      return true;
    }
    for (Schema each : all) {
      if (!SentPlace.isOnlyNull(each)
          && holds(place, each, depth + 1)
          && (!isChoice || areOthersApart(place, all, each))) {
        return true;
      }
    }
    return false;
  }

  /// What is the same on both sides is not compared with all that stands before it.
  private boolean isOnePart(SentPlace place, List<Schema> all) {
    for (Schema each : all) {
      if (isPart(place, each.view().schema())) {
        return true;
      }
    }
    return false;
  }

  private boolean areOthersApart(SentPlace place, List<Schema> all, Schema chosen) {
    for (Schema other : all) {
      if (other != chosen && !SentPlace.isOnlyNull(other) && !apartness.areApart(place, other)) {
        return false;
      }
    }
    return true;
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

package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.language.Undecided;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Makes a value that does what is aimed at from the inside out: what is wanted is looked for where it is wanted, and put
/// into a small value of the sender's around it. Whether the whole is what was looked for is for others to say.
final class Directed {
  /// Items that are put before the one that is wanted.
  private static final int MAX_ITEMS_BEFORE = 20;

  private final Direction direction;
  private final Function<Set<Claim>, Outcome> search;
  private final Map<Roots, Optional<JsonValue>> small = new HashMap<>();
  private final Map<Roots, Optional<JsonValue>> objects = new HashMap<>();
  private final Map<Roots, Optional<JsonValue>> arrays = new HashMap<>();

  /// @param search finds a value that does all that is claimed
  Directed(Direction direction, Function<Set<Claim>, Outcome> search) {
    this.direction = direction;
    this.search = search;
  }

  /// The first value made that is one of those wanted.
  Optional<JsonValue> value(
      Schema sender, boolean isClosed, Aim aim, Predicate<JsonValue> isWanted) {
    return value(new Roots(List.of(sender), List.of(), isClosed), aim, isWanted);
  }

  private Optional<JsonValue> value(Roots sender, Aim aim, Predicate<JsonValue> isWanted) {
    return switch (aim) {
      case Aim.Member(String name, Aim value) -> member(sender, name, value, isWanted);
      case Aim.Lacks(String name) ->
          object(sender)
              .map(each -> (JsonValue) ((JsonObject) each).without(name))
              .filter(isWanted);
      case Aim.Item(int from, Aim value) -> item(sender, from, value, isWanted);
      case Aim.ItemAt(int position, Aim value) -> item(sender, position, value, isWanted);
      case Aim.Any(List<Aim> aims) ->
          aims.stream().flatMap(each -> value(sender, each, isWanted).stream()).findFirst();
      case Aim.All(List<Aim> aims)
          when aims.size() == 2 && aims.getFirst() instanceof Aim.Keeps(Schema schema) ->
          value(choosing(sender, schema), aims.getLast(), isWanted);
      case Aim.Keeps(Schema schema) ->
          small(alone(sender, schema))
              .filter(isWanted)
              .or(() -> found(sender, aim).filter(isWanted));
      case Aim.Breaks ignored -> found(sender, aim).filter(isWanted);
      case Aim.Matching ignored -> found(sender, aim).filter(isWanted);
      case Aim.Another ignored -> found(sender, aim).filter(isWanted);
      case Aim.All ignored -> found(sender, aim).filter(isWanted);
    };
  }

  private static Roots alone(Roots sender, Schema alternative) {
    return new Roots(List.of(alternative), List.of(), sender.isClosed());
  }

  /// A value of one alternative is quickly found, where one of all that is said around is not.
  private Roots choosing(Roots sender, Schema alternative) {
    Roots chosen = sender.choosing(alternative);
    if (!small.containsKey(chosen)) {
      Optional<JsonValue> value =
          small(alone(sender, alternative)).filter(each -> sender.accept(each, direction));
      if (value.isPresent()) {
        small.put(chosen, value);
      }
    }
    return chosen;
  }

  /// A closed sender has no other members than those that a schema declares of which it is known that it holds, and none that
  /// does not travel.
  private Optional<JsonValue> member(
      Roots sender, String name, Aim value, Predicate<JsonValue> isWanted) {
    SentPlace place = SentPlace.of(sender, direction);
    Roots member = place.member(name);
    boolean isClosedTo = sender.isClosed() && (member.isEmpty() || place.atHome().contains(name));
    if (!place.isSettled() || isClosedTo) {
      return Optional.empty();
    }
    Optional<JsonValue> around = object(sender);
    if (around.isEmpty()) {
      return Optional.empty();
    }
    Function<JsonValue, JsonValue> with = inside -> ((JsonObject) around.get()).with(name, inside);
    return value(member, value, inside -> isWanted.test(with.apply(inside))).map(with);
  }

  private Optional<JsonValue> item(Roots sender, int at, Aim value, Predicate<JsonValue> isWanted) {
    if (at > MAX_ITEMS_BEFORE) {
      return Optional.empty();
    }
    SentPlace place = SentPlace.of(sender, direction);
    Roots item = place.item(at);
    if (!place.isSettled()) {
      return Optional.empty();
    }
    Optional<JsonValue> around = array(sender);
    if (around.isEmpty()) {
      return Optional.empty();
    }
    var items = new ArrayList<JsonValue>(((JsonArray) around.get()).items());
    while (items.size() <= at) {
      Optional<JsonValue> next = small(place.item(items.size()));
      if (next.isEmpty()) {
        break;
      }
      items.add(next.get());
    }
    boolean isAfterAll = items.size() == at;
    if (items.size() < at) {
      return Optional.empty();
    }
    Function<JsonValue, JsonValue> with =
        inside -> {
          var all = new ArrayList<JsonValue>(items);
          if (isAfterAll) {
            all.add(inside);
          } else {
            all.set(at, inside);
          }
          return new JsonArray(all);
        };
    return value(item, value, inside -> isWanted.test(with.apply(inside))).map(with);
  }

  private Optional<JsonValue> object(Roots sender) {
    return small(sender)
        .filter(JsonObject.class::isInstance)
        .or(() -> small(objects, sender, new Claim.IsObject(true), JsonObject.class));
  }

  private Optional<JsonValue> array(Roots sender) {
    Claim isArray = new Claim.Item(0, OptionalLong.empty(), Claim.ALWAYS, true);
    return small(sender)
        .filter(JsonArray.class::isInstance)
        .or(() -> small(arrays, sender, isArray, JsonArray.class));
  }

  /// What the sender may send, as small as it was found.
  private Optional<JsonValue> small(Roots sender) {
    return small(small, sender, Claim.ALWAYS, JsonValue.class);
  }

  private Optional<JsonValue> small(
      Map<Roots, Optional<JsonValue>> all,
      Roots sender,
      Claim more,
      Class<? extends JsonValue> type) {
    Optional<JsonValue> known = all.get(sender);
    if (known == null) {
      known = search(sender, more).map(value -> shrunk(sender, value, type));
      all.put(sender, known);
    }
    return known;
  }

  private JsonValue shrunk(Roots sender, JsonValue value, Class<? extends JsonValue> type) {
    return new Shrinker(
            new Needed(sender, direction),
            smaller -> type.isInstance(smaller) && sender.accept(smaller, direction))
        .shrunk(value);
  }

  private Optional<JsonValue> found(Roots sender, Aim aim) {
    try {
      return search(sender, AimedClaim.of(aim));
    } catch (Undecided e) {
      return Optional.empty();
    }
  }

  private Optional<JsonValue> search(Roots sender, Claim more) {
    Set<Claim> claims = new LinkedHashSet<>();
    sender.sent().forEach(each -> claims.add(new Claim.Holds(each, true, sender.isClosed())));
    sender.kept().forEach(each -> claims.add(new Claim.Holds(each, true, false)));
    claims.add(more);
    return search.apply(Values.inOrder(claims)) instanceof Outcome.Found(JsonValue value)
        ? Optional.of(value)
        : Optional.empty();
  }
}

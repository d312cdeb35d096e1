package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which members of a value its schemas require for certain, so that nobody needs to ask a validator whether they can be left
/// out. Not thread-safe.
final class Needed {
  private final Roots roots;
  private final Direction direction;
  private final Map<String, Needed> members = new HashMap<>();
  private final Map<Integer, Needed> items = new HashMap<>();
  private @Nullable SentPlace place;

  /// @param roots schemas that the value must keep
  Needed(Roots roots, Direction direction) {
    this.roots = roots;
    this.direction = direction;
  }

  /// Whether an object without that member is refused.
  boolean isNeeded(String name) {
    return !roots.isEmpty() && place().requires(name);
  }

  /// What is needed inside of a member.
  Needed member(String name) {
    if (roots.isEmpty()) {
      return this;
    }
    return members.computeIfAbsent(name, each -> new Needed(place().member(each), direction));
  }

  /// What is needed inside of an item.
  Needed item(int at) {
    if (roots.isEmpty()) {
      return this;
    }
    return items.computeIfAbsent(at, each -> new Needed(place().item(each), direction));
  }

  private SentPlace place() {
    SentPlace known = place;
    if (known == null) {
      known = SentPlace.of(roots, direction);
      place = known;
    }
    return known;
  }
}

package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Aim;
import dev.concordat.contracts.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a value does that one alternative takes and none beside it. Alternatives are mostly open objects, so that the values
/// of one are values of the next too; but not those in which all members are wrong that only the others know.
final class LoneAlternative {
  private static final Set<String> KEYWORDS = Set.of("anyOf", "oneOf");

  private LoneAlternative() {}

  /// The aim for an alternative that only the sender has; absent where the edit is no such one, or others know no more members.
  static Optional<Aim> aim(Found found) {
    Edit edit = found.edit();
    Edit.Change sendersOnly =
        found.spot().way().isSentByBefore() ? Edit.Change.REMOVED : Edit.Change.ADDED;
    if (!KEYWORDS.contains(edit.keyword()) || edit.change() != sendersOnly) {
      return Optional.empty();
    }
    return found
        .spot()
        .way()
        .sender(edit.before(), edit.after())
        .schema()
        .flatMap(alternative -> aim(found.spot(), alternative));
  }

  private static Optional<Aim> aim(Spot spot, Schema alternative) {
    Map<String, Schema> others = new LinkedHashMap<>();
    members(spot.sender(), others);
    members(spot.receiver(), others);
    others.keySet().removeAll(Joined.of(List.of(alternative)).properties().keySet());
    if (others.isEmpty()) {
      return Optional.empty();
    }
    var aims = new ArrayList<Aim>();
    aims.add(new Aim.Keeps(alternative));
    others.forEach((name, schema) -> aims.add(new Aim.Member(name, new Aim.Breaks(schema))));
    return Optional.of(spot.route().aim(new Aim.All(aims)));
  }

  private static void members(Joined joined, Map<String, Schema> members) {
    for (Joined.Group group : joined.groups()) {
      Joined.of(group.alternatives())
          .properties()
          .forEach((name, schemas) -> members.putIfAbsent(name, schemas.getFirst()));
    }
    members.values().removeIf(Schema::allowsAll);
  }
}

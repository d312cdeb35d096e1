package dev.concordat.compare.oasdiff;

import dev.concordat.contracts.tree.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was named inside of pairs of schemas that were gone through already: components are met in many places. Of one kind of
/// part, see {@link Area}. Not thread-safe.
final class KnownNames {
  private final Map<Met, List<SchemaName>> known = new HashMap<>();

  /// How a pair stands where it is met, as far as names tell it.
  private enum Standing {
    WHOLE,
    INSIDE,
    REQUIRED_PROPERTY,
    OPTIONAL_PROPERTY
  }

  /// Two schemas, by identity.
  private record Met(Node before, Node after, Standing standing) {
    // By hand: asked for at every step.
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
      return other instanceof Met that
          && before == that.before
          && after == that.after
          && standing == that.standing;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(before) + System.identityHashCode(after);
    }
  }

  /// What was named, with pointers from there on; nothing where nobody was there before.
  @Nullable List<SchemaName> of(Pair pair) {
    List<SchemaName> names = known.get(met(pair));
    return names == null || pair.pointer().isEmpty() ? names : moved(names, "", pair.pointer());
  }

  /// Keeps all that was named of a pair and inside of it.
  void keep(Pair pair, List<SchemaName> names) {
    known.put(met(pair), names.isEmpty() ? List.of() : moved(names, pair.pointer(), ""));
  }

  private static List<SchemaName> moved(List<SchemaName> names, String from, String to) {
    return names.stream().map(name -> moved(name, from.length(), to)).toList();
  }

  private static SchemaName moved(SchemaName name, int from, String to) {
    Pair pair = name.pair();
    return new SchemaName(
        name.id(),
        to + name.pointer().substring(from),
        name.keyword(),
        new Pair(
            pair.before(),
            pair.after(),
            to + pair.pointer().substring(from),
            pair.isWhole(),
            Optional.empty()));
  }

  private static Met met(Pair pair) {
    return new Met(pair.before().schema().node(), pair.after().schema().node(), standing(pair));
  }

  private static Standing standing(Pair pair) {
    if (pair.around().isEmpty()) {
      return pair.isWhole() ? Standing.WHOLE : Standing.INSIDE;
    }
    return pair.around().get().isRequired()
        ? Standing.REQUIRED_PROPERTY
        : Standing.OPTIONAL_PROPERTY;
  }
}

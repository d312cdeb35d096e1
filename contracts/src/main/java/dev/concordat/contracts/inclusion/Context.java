package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.SchemaView;
import java.util.LinkedHashSet;
import java.util.Set;

/// What the schemas around one that looks at the same value have to say for it.
///
/// @param isClosed whether objects have only declared members
/// @param membersAtHome members that need not be there, because they do not travel this way
record Context(boolean isClosed, Set<String> membersAtHome) {
  static final Context LITERAL = new Context(false, Set.of());
  static final Context CLOSED = new Context(true, Set.of());

  Context {
    membersAtHome = Set.copyOf(membersAtHome);
  }

  static Context of(boolean isClosed) {
    return isClosed ? CLOSED : LITERAL;
  }

  Context literally() {
    return isClosed ? new Context(false, membersAtHome) : this;
  }

  Context within(SchemaView view, Direction direction) {
    Set<String> names = view.membersAtHome(direction);
    if (membersAtHome.containsAll(names)) {
      return this;
    }
    Set<String> all = new LinkedHashSet<>(membersAtHome);
    all.addAll(names);
    return new Context(isClosed, all);
  }
}

package dev.concordat.compare.graphql;

import dev.concordat.compare.graphql.Change.Subject;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects the changes of a comparison, in order.
final class Changes {
  /// The name under which graphql-inspector's ids are aliases.
  static final String TOOL = "graphql-inspector";

  /// Beyond this many the two schemas have nothing to do with one another.
  private static final int MAX_CHANGES = 200_000;

  private final List<Change> changes = new ArrayList<>();
  private boolean isWhole = true;

  List<Change> all() {
    return List.copyOf(changes);
  }

  /// Whether all changes are here.
  boolean isWhole() {
    return isWhole;
  }

  /// Begins a change.
  ///
  /// @param part which part of a schema it is about
  /// @param path as graphql-inspector writes it: `Order.total.currency`, `@key`
  Draft of(InspectorType type, Subject subject, Position.Part part, String path) {
    return new Draft(type, subject, new Position("", part, path));
  }

  /// A change that is being put together.
  final class Draft {
    private final InspectorType type;
    private final Subject subject;
    private final Position position;
    private final List<Alias> aliases = new ArrayList<>();
    private boolean isOfNew;
    private Optional<Sentence> before = Optional.empty();
    private Optional<Sentence> after = Optional.empty();

    private Draft(InspectorType type, Subject subject, Position position) {
      this.type = type;
      this.subject = subject;
      this.position = position;
    }

    /// How bad graphql-inspector calls it; not called where that tool is silent.
    Draft level(Level level) {
      return alias(type, level);
    }

    Draft alias(InspectorType name, Level level) {
      aliases.add(new Alias(TOOL, name.name(), level.name()));
      return this;
    }

    Draft ofNew(boolean isPartOfNew) {
      isOfNew = isPartOfNew;
      return this;
    }

    Draft before(Sentence sentence) {
      before = Optional.of(sentence);
      return this;
    }

    Draft after(Sentence sentence) {
      after = Optional.of(sentence);
      return this;
    }

    /// Adds the change.
    ///
    /// @param message one sentence with the actual values
    void say(String message) {
      isWhole &= changes.size() < MAX_CHANGES;
      if (isWhole) {
        changes.add(new Change(type, subject, isOfNew, position, message, before, after, aliases));
      }
    }
  }
}

package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Members that travel one way only.
final class OneWay {
  private static final int MAX_SCHEMAS = 100;

  /// Keywords that bring in what other schemas say of the same value.
  private static final long JOINING =
      Word.bits(
          Word.REF, Word.DYNAMIC_REF, Word.RECURSIVE_REF, Word.ALL_OF, Word.ANY_OF, Word.ONE_OF);

  /// By what a member may say that it does not travel. Most speak by none of it.
  private static final long SAYING = JOINING | Word.bits(Word.READ_ONLY, Word.WRITE_ONLY);

  private OneWay() {}

  /// Whether the member does not travel in the direction of the check, as any schema says that looks at this object.
  static boolean staysAtHome(String name, Check check) {
    Direction direction = check.run().direction;
    if (direction == Direction.NONE) {
      return false;
    }
    for (Check at = check; at != null; at = at.around()) {
      if (at.schema().atHome().when(direction).contains(name)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a schema says of its own value that it does not travel this way.
  static boolean says(Schema member, Direction direction) {
    Word keyword = direction == Direction.REQUEST ? Word.READ_ONLY : Word.WRITE_ONLY;
    return maySay(member, keyword) && says(member, keyword, new HashSet<>());
  }

  /// Whether anything stands there by which a schema could say so.
  private static boolean maySay(Schema member, Word keyword) {
    return (member.words() & (JOINING | keyword.bit())) != 0;
  }

  private static boolean says(Schema member, Word keyword, Set<Schema> seen) {
    if (!maySay(member, keyword)
        || seen.size() >= MAX_SCHEMAS
        || !(member.node() instanceof ObjectNode object)) {
      return false;
    }
    // Swagger 2.0 has no `writeOnly`.
    boolean isKnown = keyword == Word.READ_ONLY || member.dialect() != Dialect.SWAGGER_2_0;
    if (isKnown && Names.isTrue(object, keyword.text())) {
      return true;
    }
    if (!seen.add(member)) {
      return false;
    }
    return References.targetOf(member).filter(target -> says(target, keyword, seen)).isPresent()
        || parts(member, Word.ALL_OF).stream().anyMatch(part -> says(part, keyword, seen))
        || everySays(parts(member, Word.ANY_OF), keyword, seen)
        || everySays(parts(member, Word.ONE_OF), keyword, seen);
  }

  /// What only one alternative says is not known before the value is.
  private static boolean everySays(List<Schema> parts, Word keyword, Set<Schema> seen) {
    return !parts.isEmpty() && parts.stream().allMatch(part -> says(part, keyword, seen));
  }

  private static List<Schema> parts(Schema schema, Word keyword) {
    return schema.has(keyword)
            && schema.node() instanceof ObjectNode object
            && object.get(keyword.text()).orElse(null) instanceof ArrayNode list
        ? list.items().stream().map(schema::inner).toList()
        : List.of();
  }

  /// The members that do not travel, by the way they would.
  record AtHome(Set<String> inRequests, Set<String> inResponses) {
    private static final AtHome NONE = new AtHome(Set.of(), Set.of());

    Set<String> when(Direction direction) {
      return switch (direction) {
        case NONE -> Set.of();
        case REQUEST -> inRequests;
        case RESPONSE -> inResponses;
      };
    }

    static AtHome of(Schema schema) {
      return schema.node() instanceof ObjectNode object
              && (schema.has(Word.ALL_OF)
                  || References.areIn(schema)
                  || (schema.has(Word.PROPERTIES)
                      && object.get("properties").orElse(null) instanceof ObjectNode properties
                      && maySay(schema, properties)))
          ? read(schema)
          : NONE;
    }

    /// Whether a member might not travel. In nearly all schemas all do.
    private static boolean maySay(Schema schema, ObjectNode properties) {
      for (int i = 0; i < properties.size(); i++) {
        if ((schema.inner(properties.valueAt(i)).words() & SAYING) != 0) {
          return true;
        }
      }
      return false;
    }

    private static AtHome read(Schema schema) {
      return new AtHome(
          Collections.unmodifiableSet(names(schema, Direction.REQUEST)),
          Collections.unmodifiableSet(names(schema, Direction.RESPONSE)));
    }
  }

  /// All members of which a schema says so itself.
  static Set<String> names(Schema schema, Direction direction) {
    Set<String> names = new LinkedHashSet<>();
    if (direction != Direction.NONE) {
      addNames(schema, direction == Direction.REQUEST ? Word.READ_ONLY : Word.WRITE_ONLY, names);
    }
    return names;
  }

  private static void addNames(Schema around, Word keyword, Set<String> names) {
    Deque<Schema> open = new ArrayDeque<>(List.of(around));
    Set<Schema> seen = new HashSet<>();
    while (!open.isEmpty() && seen.size() < MAX_SCHEMAS) {
      Schema schema = open.pop();
      if (!seen.add(schema) || !(schema.node() instanceof ObjectNode object)) {
        continue;
      }
      References.targetOf(schema).ifPresent(open::push);
      if (object.get("properties").orElse(null) instanceof ObjectNode properties) {
        for (int i = 0; i < properties.size(); i++) {
          Schema member = schema.inner(properties.valueAt(i));
          if (maySay(member, keyword) && says(member, keyword, new HashSet<>())) {
            names.add(properties.nameAt(i));
          }
        }
      }
      if (object.get("allOf").orElse(null) instanceof ArrayNode parts) {
        parts.items().forEach(part -> open.push(schema.inner(part)));
      }
    }
  }

  /// Whether the schema, or one that it extends, says that its values are only written.
  static boolean isOnlyWritten(Schema schema) {
    return isOnlyWritten(schema, new HashSet<>());
  }

  private static boolean isOnlyWritten(Schema schema, Set<Schema> seen) {
    SchemaView view = schema.view();
    return seen.size() < MAX_SCHEMAS
        && seen.add(schema)
        && (view.writeOnly() || view.allOf().stream().anyMatch(each -> isOnlyWritten(each, seen)));
  }
}

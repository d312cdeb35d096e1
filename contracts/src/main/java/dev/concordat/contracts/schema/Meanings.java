package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells whether a schema means the same wherever it is used, so that it can be reasoned about: no reference that it
/// reaches leads nowhere, and none depends on the way by which a value came. Remembers what it found; not thread-safe.
public final class Meanings {
  /// By what other schemas are applied to a value, or to what is inside it.
  private static final long APPLYING =
      Word.bits(
          Word.ALL_OF,
          Word.ANY_OF,
          Word.ONE_OF,
          Word.NOT,
          Word.IF,
          Word.THEN,
          Word.ELSE,
          Word.PREFIX_ITEMS,
          Word.ITEMS,
          Word.ADDITIONAL_ITEMS,
          Word.UNEVALUATED_ITEMS,
          Word.CONTAINS,
          Word.PROPERTIES,
          Word.PATTERN_PROPERTIES,
          Word.ADDITIONAL_PROPERTIES,
          Word.UNEVALUATED_PROPERTIES,
          Word.PROPERTY_NAMES,
          Word.DEPENDENT_SCHEMAS,
          Word.DEPENDENCIES);

  private static final long ALTERNATIVES =
      Word.bits(
          Word.ANY_OF,
          Word.ONE_OF,
          Word.NOT,
          Word.IF,
          Word.THEN,
          Word.ELSE,
          Word.DEPENDENT_SCHEMAS);

  private final Direction direction;
  private final Set<Schema> clear = new HashSet<>();
  private final Map<Schema, Optional<String>> known = new HashMap<>();

  public Meanings(Direction direction) {
    this.direction = direction;
  }

  /// One for all directions in which schemas have the same obstacles: only in responses is a hidden `writeOnly` one.
  public static Direction kind(Direction direction) {
    return direction == Direction.RESPONSE ? Direction.RESPONSE : Direction.NONE;
  }

  /// What keeps the schema from meaning one thing, with its place; nothing if it does.
  public Optional<String> obstacle(Schema root) {
    if (clear.contains(root)) {
      return Optional.empty();
    }
    Optional<String> before = known.get(root);
    if (before != null) {
      return before;
    }
    Set<Schema> reached = reached(root);
    Optional<String> found = Optional.empty();
    for (Schema each : reached) {
      found = own(each);
      if (found.isPresent()) {
        break;
      }
    }
    if (found.isEmpty()) {
      found = redirected(reached);
    }
    boolean isDynamic = reached.stream().anyMatch(References::isDynamic);
    if (found.isEmpty() && !isDynamic) {
      clear.addAll(reached);
    } else {
      known.put(root, found);
    }
    return found;
  }

  /// Whether the only obstacle is that references depend on the way, so that the schema can be {@link Unwound}.
  public boolean isRedirected(Schema root) {
    Set<Schema> reached = reached(root);
    return reached.stream().allMatch(each -> own(each).isEmpty())
        && redirected(reached).isPresent();
  }

  /// The schemas that a value of the root could meet, without those that are known to be clear.
  private Set<Schema> reached(Schema root) {
    Set<Schema> reached = new LinkedHashSet<>();
    Deque<Schema> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Schema schema = open.pop();
      if (!(schema.node() instanceof ObjectNode object)
          || clear.contains(schema)
          || !reached.add(schema)) {
        continue;
      }
      References.targetOf(schema).ifPresent(open::push);
      // Most schemas have none inside.
      if ((schema.words() & APPLYING) != 0) {
        for (Node inner : Subschemas.applied(object, schema.dialect())) {
          open.push(schema.inner(inner));
        }
      }
    }
    return reached;
  }

  private Optional<String> own(Schema schema) {
    return References.broken(schema)
        .map(node -> "the reference at " + node.place() + " leads nowhere")
        .or(() -> hiddenWriteOnly(schema));
  }

  /// A `writeOnly` that only one alternative says: whether the value may be sent back depends on which one it is.
  private Optional<String> hiddenWriteOnly(Schema schema) {
    if (direction != Direction.RESPONSE
        || (schema.words() & ALTERNATIVES) == 0
        || !(schema.node() instanceof ObjectNode object)) {
      return Optional.empty();
    }
    for (int i = 0; i < object.size(); i++) {
      if ((Word.bitOf(object.nameAt(i)) & ALTERNATIVES) != 0) {
        for (Node inner : inside(object.valueAt(i))) {
          if (schema.inner(inner).view().writeOnly()) {
            return Optional.of("an alternative is `writeOnly` at " + inner.place());
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<Node> inside(Node node) {
    if (node instanceof ArrayNode array) {
      return array.items();
    }
    return node instanceof ObjectNode ? List.of(node) : List.of();
  }

  private static Optional<String> redirected(Set<Schema> reached) {
    List<Schema> dynamic = reached.stream().filter(References::isDynamic).toList();
    if (dynamic.isEmpty()) {
      return Optional.empty();
    }
    Set<Resource> resources = new HashSet<>();
    reached.forEach(schema -> resources.add(schema.resource()));
    for (Schema schema : dynamic) {
      for (Resource resource : resources) {
        if (References.isRedirectedBy(schema, resource)) {
          return Optional.of(
              "what the reference at "
                  + schema.place()
                  + " means depends on where it is come from");
        }
      }
    }
    return Optional.empty();
  }
}

package dev.concordat.compare.oasdiff;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Tells edits of a sentence from rewriting: a schema that says the same in other words is no change worth telling, a bound
/// that was changed and bounds nothing is.
final class Unfelt {
  private static final List<String> SHAPE =
      List.of("allOf", "anyOf", "oneOf", "not", "if", "dependentSchemas");
  private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf");
  private static final Set<String> GENERATED =
      Set.of("allOf", "anyOf", "oneOf", "discriminator", "mapping");

  private Unfelt() {}

  /// Whether code that is generated from the schema changes.
  static boolean isSeenInCode(SchemaName name) {
    return GENERATED.contains(name.keyword());
  }

  /// Whether it is an edit of one sentence, and everything around it is as it was.
  static boolean isEdit(SchemaName name) {
    Written before = name.pair().before();
    Written after = name.pair().after();
    boolean isOtherwise =
        before.schema().dialect() != after.schema().dialect()
            || isWrapper(before) != isWrapper(after);
    if (isOtherwise) {
      return false;
    }
    if (LISTS.contains(name.keyword())) {
      return isListOfComponents(before, after, name.keyword());
    }
    return SHAPE.stream().allMatch(keyword -> count(before, keyword) == count(after, keyword));
  }

  /// Whether components joined or left the list, and some stayed.
  private static boolean isListOfComponents(Written before, Written after, String keyword) {
    Optional<Set<String>> was = components(before, keyword);
    Optional<Set<String>> is = components(after, keyword);
    return was.isPresent() && is.isPresent() && was.get().stream().anyMatch(is.get()::contains);
  }

  /// What a list refers to; nothing where one of it is written in place.
  private static Optional<Set<String>> components(Written schema, String keyword) {
    Set<String> components = new TreeSet<>();
    if (schema.node(keyword).orElse(null) instanceof ArrayNode list) {
      for (Node item : list.items()) {
        if (!(item instanceof ObjectNode object
            && object.get("$ref").orElse(null) instanceof ScalarNode reference)) {
          return Optional.empty();
        }
        components.add(reference.text().orElse(""));
      }
    }
    return Optional.of(components);
  }

  /// Whether it is nothing but a list around one schema.
  private static boolean isWrapper(Written schema) {
    return schema.schema().node() instanceof ObjectNode object
        && object.members().size() == 1
        && LISTS.contains(object.members().getFirst().name())
        && object.members().getFirst().value() instanceof ArrayNode list
        && list.items().size() == 1;
  }

  private static int count(Written schema, String keyword) {
    return schema
        .node(keyword)
        .map(node -> node instanceof ArrayNode list ? list.items().size() : 1)
        .orElse(0);
  }
}

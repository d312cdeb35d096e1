package dev.concordat.engine.fidelity;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.tree.Pointers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a schema says of one place in a value, alternatives and what it extends among it.
final class Described {
  private Described() {}

  /// @param pointer a JSON Pointer; nothing is known of places that are none
  static List<SchemaView> at(Schema schema, String pointer) {
    boolean isInBody = pointer.isEmpty() || pointer.startsWith("/");
    Optional<List<String>> tokens = isInBody ? Pointers.tokens(pointer) : Optional.empty();
    List<SchemaView> found = new ArrayList<>();
    tokens.ifPresent(it -> add(schema, it, found, new HashSet<>()));
    return found;
  }

  /// @param seen schemas that were looked at for the same place
  private static void add(
      Schema schema, List<String> tokens, List<SchemaView> found, Set<Schema> seen) {
    SchemaView view = schema.view();
    if (!seen.add(view.schema())) {
      return;
    }
    Stream.of(view.allOf(), view.anyOf(), view.oneOf())
        .flatMap(List::stream)
        .forEach(part -> add(part, tokens, found, seen));
    if (tokens.isEmpty()) {
      found.add(view);
      return;
    }
    String first = tokens.getFirst();
    boolean isIndex = first.equals("*") || first.matches("[0-9]{1,6}");
    Optional.ofNullable(view.properties().get(first))
        .or(() -> isIndex ? view.items() : Optional.empty())
        .or(view::additionalProperties)
        .ifPresent(inner -> add(inner, tokens.subList(1, tokens.size()), found, new HashSet<>()));
  }
}

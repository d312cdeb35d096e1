package dev.concordat.standin.view;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.resource.Naming;
import dev.concordat.standin.resource.Resource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the thing itself in a body that holds it as a member: `{data: {id: 7}}`.
final class Wrapping {
  /// Usual names of a member that holds the thing; where it holds a list, it shows no id.
  private static final List<String> HOLDERS = List.of("data", "result", "results");

  private final Map<Key, Optional<String>> known = new HashMap<>();

  private record Key(Node schema, Resource resource) {}

  /// The member that holds the thing; nothing where the body is the thing.
  Optional<String> member(Schema schema, Resource resource) {
    return known.computeIfAbsent(
        new Key(schema.node(), resource), ignored -> find(schema, resource));
  }

  private static Optional<String> find(Schema schema, Resource resource) {
    if (idMember(schema, resource).isPresent()) {
      return Optional.empty();
    }
    String one = Naming.singular(Naming.plain(resource.name()));
    for (String name : SchemaShape.propertyNames(schema)) {
      String plain = Naming.plain(name);
      boolean isHolder = plain.equals(one) || HOLDERS.contains(plain);
      Optional<Schema> inner = SchemaShape.property(schema, name);
      if (isHolder && inner.isPresent() && idMember(inner.get(), resource).isPresent()) {
        return Optional.of(name);
      }
    }
    return onlyHolder(schema, resource).or(() -> sentHolder(schema, resource, one));
  }

  /// The usual member that holds what clients send, of which nothing stands beside it.
  private static Optional<String> sentHolder(Schema schema, Resource resource, String one) {
    Set<String> names = SchemaShape.propertyNames(schema);
    return names.stream()
        .filter(name -> Naming.plain(name).equals(one) || HOLDERS.contains(Naming.plain(name)))
        .filter(
            name ->
                SchemaShape.property(schema, name)
                    .map(SchemaShape::propertyNames)
                    .filter(inner -> inner.stream().anyMatch(resource.clientMembers()::contains))
                    .isPresent())
        .findFirst()
        .filter(holder -> names.stream().noneMatch(resource.clientMembers()::contains));
  }

  /// The one member that holds an object with the very id that the path names: `snapshotArn`, but not just any `id`.
  private static Optional<String> onlyHolder(Schema schema, Resource resource) {
    String id = Naming.plain(resource.idParameter().orElse(""));
    if (id.isEmpty() || id.equals("id")) {
      return Optional.empty();
    }
    List<String> holders =
        SchemaShape.propertyNames(schema).stream()
            .filter(
                name ->
                    SchemaShape.property(schema, name).map(SchemaShape::propertyNames).stream()
                        .flatMap(Set::stream)
                        .anyMatch(inner -> Naming.plain(inner).equals(id)))
            .toList();
    return holders.size() == 1 ? Optional.of(holders.getFirst()) : Optional.empty();
  }

  /// The member of a thing that holds its id; one that must be there counts too where nothing else is said of it.
  static Optional<String> idMember(Schema schema, Resource resource) {
    Set<String> names = new LinkedHashSet<>(SchemaShape.propertyNames(schema));
    names.addAll(SchemaShape.required(schema));
    return resource.isSingle()
        ? Optional.empty()
        : Naming.idMember(names, resource.idParameter().orElse(""), resource.name());
  }

  /// The thing in a request's body, which may be wrapped in the same way. What stands beside a holder that reading has too is
  /// taken for a part of the thing.
  static JsonObject unwrapped(JsonObject body, Resource resource, Optional<String> holder) {
    if (holder.flatMap(body::member).orElse(null) instanceof JsonObject inner) {
      JsonObject thing = inner;
      for (String name : body.members().keySet()) {
        boolean isBeside = !name.equals(holder.get()) && !inner.has(name);
        thing = isBeside ? thing.with(name, body.member(name).orElseThrow()) : thing;
      }
      return thing;
    }
    return unwrapped(body, resource);
  }

  /// The thing in a body that shows it, which may be wrapped in the same way.
  static JsonObject unwrapped(JsonObject body, Resource resource) {
    String one = Naming.singular(Naming.plain(resource.name()));
    if (body.size() == 1) {
      String name = body.nameAt(0);
      JsonValue value = body.valueAt(0);
      boolean isHolder = Naming.plain(name).equals(one) || Naming.plain(name).equals("data");
      if (isHolder && value instanceof JsonObject inner) {
        return inner;
      }
    }
    return body;
  }
}

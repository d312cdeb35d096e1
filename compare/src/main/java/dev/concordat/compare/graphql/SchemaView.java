package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlDirective;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.contracts.graphql.GraphQlType.Kind;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.place.Place;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A schema with what is asked of it again and again at hand. Immutable once made.
final class SchemaView {
  /// The scalars that every schema has (specification, section 3.5).
  static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

  /// The directives that every schema has (section 3.13).
  static final Set<String> SPECIFIED =
      Set.of("skip", "include", "deprecated", "specifiedBy", "oneOf");

  private final GraphQlSchemaContract contract;
  private final Map<String, GraphQlType> types = new LinkedHashMap<>();
  private final Map<String, Map<String, Field>> fields = new HashMap<>();
  private final Map<String, Set<String>> possible = new HashMap<>();
  private final Map<String, GraphQlDirective> directives = new LinkedHashMap<>();

  SchemaView(GraphQlSchemaContract contract) {
    this.contract = contract;
    types.putAll(contract.types());
    BUILT_IN.stream()
        .sorted()
        .forEach(name -> types.putIfAbsent(name, BuiltIn.scalar(name, contract.file())));
    types.values().forEach(this::index);
    directives.putAll(BuiltIn.directives(contract.file()));
    directives.putAll(contract.directives());
  }

  private void index(GraphQlType type) {
    Map<String, Field> byName = new LinkedHashMap<>();
    type.fields().forEach(field -> byName.putIfAbsent(field.name(), field));
    fields.put(type.name(), byName);
    switch (type.kind()) {
      case OBJECT -> {
        possible(type.name()).add(type.name());
        type.interfaces().forEach(one -> possible(one).add(type.name()));
      }
      case UNION -> possible(type.name()).addAll(type.members());
      case INTERFACE -> possible(type.name());
      case ENUM, INPUT, SCALAR -> {
        // No answer is of these by name.
      }
    }
  }

  private Set<String> possible(String type) {
    return possible.computeIfAbsent(type, name -> new LinkedHashSet<>());
  }

  GraphQlSchemaContract contract() {
    return contract;
  }

  /// All types, also those that every schema has.
  Map<String, GraphQlType> types() {
    return Collections.unmodifiableMap(types);
  }

  Optional<GraphQlType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  boolean isOfKind(String type, Kind... kinds) {
    return type(type).filter(one -> List.of(kinds).contains(one.kind())).isPresent();
  }

  /// Whether fields are asked of it: an object, interface or union.
  boolean isComposite(String type) {
    return isOfKind(type, Kind.OBJECT, Kind.INTERFACE, Kind.UNION);
  }

  /// Whether it can be sent.
  boolean isInput(String type) {
    return isOfKind(type, Kind.SCALAR, Kind.ENUM, Kind.INPUT);
  }

  /// Whether exactly one field of it must be given (section 3.10.1).
  boolean isOneOf(String type) {
    return type(type)
        .filter(one -> one.directives().stream().anyMatch(it -> it.name().equals("oneOf")))
        .isPresent();
  }

  /// The fields of a type by name, in the order of the text.
  Map<String, Field> fields(String type) {
    return Collections.unmodifiableMap(fields.getOrDefault(type, Map.of()));
  }

  /// A field that can be asked of a type, `__typename` too.
  Optional<Field> field(String type, String name) {
    if (name.equals("__typename")) {
      return isComposite(type) ? Optional.of(BuiltIn.typeName(contract.file())) : Optional.empty();
    }
    return Optional.ofNullable(fields(type).get(name));
  }

  /// The object types that an answer of this type may be, in the order of the text.
  Set<String> possibleTypes(String type) {
    return Collections.unmodifiableSet(possible.getOrDefault(type, Set.of()));
  }

  /// Whether something can be of both types (section 5.5.2.3).
  boolean canBeBoth(String one, String other) {
    Set<String> others = possibleTypes(other);
    return possibleTypes(one).stream().anyMatch(others::contains);
  }

  /// The type with which operations begin: `query`, `mutation`, `subscription`.
  Optional<String> root(String operation) {
    return Optional.ofNullable(contract.roots().get(operation)).filter(this::isComposite);
  }

  Map<String, GraphQlDirective> directives() {
    return Collections.unmodifiableMap(directives);
  }

  Optional<GraphQlDirective> directive(String name) {
    return Optional.ofNullable(directives.get(name));
  }

  /// The sentence that defines a type.
  Optional<Sentence> sentence(String type) {
    return Optional.ofNullable(contract.types().get(type))
        .map(one -> new Sentence(one.place(), one.sentence()));
  }

  static Sentence sentence(Field field) {
    return new Sentence(field.place(), field.sentence());
  }

  Place place() {
    return Place.of(contract.file());
  }
}

package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.Kind;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What of a schema an operation uses: by name, by what may be in its variables, and by what may be in its answer.
final class Usage {
  private final SchemaView schema;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Set<String> visited = new HashSet<>();
  private final Map<String, Node<?>> named = new LinkedHashMap<>();
  private final Map<String, Node<?>> omitted = new LinkedHashMap<>();
  private final Set<String> varied = new HashSet<>();
  private final Map<String, String> received = new LinkedHashMap<>();

  private Usage(SchemaView schema) {
    this.schema = schema;
  }

  static Usage of(SchemaView schema, Asked asked) {
    var usage = new Usage(schema);
    asked
        .document()
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(one -> usage.fragments.putIfAbsent(one.getName(), one));
    var operation = asked.operation();
    String word = operation.getOperation().name().toLowerCase(Locale.ROOT);
    usage.named.put(word, operation);
    usage.directives(operation.getDirectives());
    operation
        .getVariableDefinitions()
        .forEach(
            variable -> {
              usage.vary(TypeReference.of(variable.getType()).name(), variable);
              usage.directives(variable.getDirectives());
            });
    schema
        .root(word)
        .ifPresent(
            root -> {
              usage.named.putIfAbsent(root, operation);
              usage.selections(root, operation.getSelectionSet());
            });
    return usage;
  }

  /// What the document names: `Order.total`, `Query.order.id`, `Search.text`, `Status.OPEN`, `Order`, `@slow.by`; with where.
  Map<String, Node<?>> named() {
    return Collections.unmodifiableMap(named);
  }

  /// Arguments and input fields that it could give and does not, with where.
  Map<String, Node<?>> omitted() {
    return Collections.unmodifiableMap(omitted);
  }

  /// The inputs and enums that its variables may hold.
  Set<String> varied() {
    return Collections.unmodifiableSet(varied);
  }

  /// The types of what is answered, each with the path of a field that answers it.
  Map<String, String> received() {
    return Collections.unmodifiableMap(received);
  }

  private void vary(String type, Node<?> node) {
    Deque<String> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (schema.isOfKind(name, Kind.INPUT, Kind.ENUM, Kind.SCALAR) && varied.add(name)) {
        named.putIfAbsent(name, node);
        schema.fields(name).values().forEach(field -> open.push(Ways.named(field)));
      }
    }
  }

  private void directives(List<Directive> applied) {
    for (Directive directive : applied) {
      String path = "@" + directive.getName();
      named.putIfAbsent(path, directive);
      schema
          .directive(directive.getName())
          .ifPresent(one -> arguments(path, one.arguments(), directive.getArguments(), directive));
    }
  }

  private void selections(String type, SelectionSet set) {
    for (Selection<?> selection : set.getSelections()) {
      switch (selection) {
        case Field field -> field(type, field);
        case InlineFragment inline -> {
          directives(inline.getDirectives());
          String on =
              inline.getTypeCondition() == null ? type : inline.getTypeCondition().getName();
          named.putIfAbsent(on, inline);
          selections(on, inline.getSelectionSet());
        }
        case FragmentSpread spread -> {
          directives(spread.getDirectives());
          FragmentDefinition fragment = fragments.get(spread.getName());
          if (fragment != null && visited.add(spread.getName())) {
            directives(fragment.getDirectives());
            String on = fragment.getTypeCondition().getName();
            named.putIfAbsent(on, fragment);
            selections(on, fragment.getSelectionSet());
          }
        }
        default -> throw new IllegalStateException("no such selection: " + selection.getClass());
      }
    }
  }

  private void field(String type, Field field) {
    directives(field.getDirectives());
    Optional<GraphQlType.Field> definition = schema.field(type, field.getName());
    if (definition.isEmpty() || field.getName().equals("__typename")) {
      return;
    }
    String path = type + "." + field.getName();
    named.putIfAbsent(path, field);
    if (schema.isOfKind(type, Kind.INTERFACE)) {
      // It is answered by the objects' own fields.
      schema
          .possibleTypes(type)
          .forEach(object -> named.putIfAbsent(object + "." + field.getName(), field));
    }
    String answered = Ways.named(definition.get());
    named.putIfAbsent(answered, field);
    received.putIfAbsent(answered, path);
    arguments(path, definition.get().arguments(), field.getArguments(), field);
    if (field.getSelectionSet() != null) {
      selections(answered, field.getSelectionSet());
    }
  }

  private void arguments(
      String owner, List<GraphQlType.Field> defined, List<Argument> given, Node<?> node) {
    for (GraphQlType.Field argument : defined) {
      String path = owner + "." + argument.name();
      Optional<Argument> own =
          given.stream().filter(one -> one.getName().equals(argument.name())).findFirst();
      own.ifPresent(one -> value(argument, one.getValue(), path, one));
      if (own.isEmpty()) {
        omitted.putIfAbsent(path, node);
      }
    }
  }

  private void value(GraphQlType.Field place, Value<?> value, String path, Node<?> node) {
    named.putIfAbsent(path, node);
    if (value instanceof VariableReference && !place.isNonNull()) {
      // Where the variable has no value, the default counts.
      omitted.putIfAbsent(path, node);
    }
    String type = Ways.named(place);
    named.putIfAbsent(type, node);
    inside(type, value);
  }

  private void inside(String type, Value<?> value) {
    switch (value) {
      case EnumValue one -> named.putIfAbsent(type + "." + one.getName(), value);
      case ArrayValue array -> array.getValues().forEach(one -> inside(type, one));
      case ObjectValue object -> {
        for (GraphQlType.Field field : schema.fields(type).values()) {
          String path = type + "." + field.name();
          Optional<ObjectField> own =
              object.getObjectFields().stream()
                  .filter(one -> one.getName().equals(field.name()))
                  .findFirst();
          own.ifPresent(one -> value(field, one.getValue(), path, one));
          if (own.isEmpty()) {
            omitted.putIfAbsent(path, object);
          }
        }
      }
      default -> {
        // Other values name nothing of the schema.
      }
    }
  }
}

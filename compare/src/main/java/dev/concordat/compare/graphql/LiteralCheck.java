package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.model.finding.Sentence;
import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.Node;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether values that a document writes down are values of their types (specification, sections 5.6 and 3).
final class LiteralCheck {
  private static final int MAX_SHOWN_CHARACTERS = 60;

  private final SchemaView schema;
  private final VariableUses uses;
  private final List<Misfit> misfits = new ArrayList<>();

  /// @param uses collects the variables inside the values
  LiteralCheck(SchemaView schema, VariableUses uses) {
    this.schema = schema;
    this.uses = uses;
  }

  List<Misfit> misfits() {
    return List.copyOf(misfits);
  }

  /// Checks the value of an argument or input field.
  void checkAt(GraphQlType.Field place, Value<?> value, String path) {
    if (value instanceof VariableReference variable) {
      uses.add(variable, place, path);
    } else {
      Optional<Sentence> sentence = Optional.of(SchemaView.sentence(place));
      check(TypeReference.of(place.type()), value, path, sentence);
    }
  }

  void check(TypeReference type, Value<?> value, String path, Optional<Sentence> definition) {
    if (value instanceof VariableReference variable) {
      uses.add(variable, type, path, definition);
      return;
    }
    if (value instanceof NullValue) {
      if (type.isNonNull()) {
        add(value, path, definition, "`" + path + "` is never null");
      }
      return;
    }
    switch (type.nullable()) {
      case TypeReference.ListOf(TypeReference item) -> {
        if (value instanceof ArrayValue list) {
          list.getValues().forEach(one -> check(item, one, path, definition));
        } else {
          // One value stands for a list of one (section 3.11).
          check(item, value, path, definition);
        }
      }
      case TypeReference.Named(String name) -> named(name, value, path, definition);
      case TypeReference.NonNull(TypeReference inner) -> check(inner, value, path, definition);
    }
  }

  private void named(String name, Value<?> value, String path, Optional<Sentence> definition) {
    Optional<GraphQlType> type = schema.type(name);
    if (type.isEmpty()) {
      return;
    }
    switch (type.get().kind()) {
      case ENUM -> {
        boolean isKnown =
            value instanceof EnumValue one
                && type.get().values().stream().anyMatch(it -> it.name().equals(one.getName()));
        if (!isKnown) {
          String at = value instanceof EnumValue one ? name + "." + one.getName() : path;
          add(value, at, schema.sentence(name), shown(value) + " is not a value of `" + name + "`");
        }
      }
      case INPUT -> {
        if (value instanceof ObjectValue object) {
          input(type.get(), object);
        } else {
          add(value, path, definition, shown(value) + " is not a `" + name + "`");
        }
      }
      case SCALAR -> {
        if (!isScalar(name, value)) {
          add(value, path, definition, shown(value) + " is not a `" + name + "`");
        }
      }
      case OBJECT, INTERFACE, UNION ->
          add(value, path, definition, "`" + name + "` cannot be sent");
    }
  }

  /// The literals of the five scalars; of others nothing is known.
  private static boolean isScalar(String name, Value<?> value) {
    return switch (name) {
      case "Int" -> value instanceof IntValue one && one.getValue().bitLength() < 32;
      case "Float" -> value instanceof IntValue || value instanceof FloatValue;
      case "String" -> value instanceof StringValue;
      case "Boolean" -> value instanceof BooleanValue;
      case "ID" -> value instanceof StringValue || value instanceof IntValue;
      default -> true;
    };
  }

  private void input(GraphQlType type, ObjectValue object) {
    Set<String> given = new LinkedHashSet<>();
    for (ObjectField field : object.getObjectFields()) {
      String path = type.name() + "." + field.getName();
      given.add(field.getName());
      Optional<GraphQlType.Field> definition = schema.field(type.name(), field.getName());
      if (definition.isEmpty()) {
        // The library does not know where fields of values stand.
        add(
            field.getValue(),
            path,
            schema.sentence(type.name()),
            "`" + type.name() + "` has no field `" + field.getName() + "`");
      } else {
        checkAt(definition.get(), field.getValue(), path);
      }
    }
    for (GraphQlType.Field field : schema.fields(type.name()).values()) {
      boolean isMissing =
          field.isNonNull() && field.defaultValue().isEmpty() && !given.contains(field.name());
      if (isMissing) {
        add(
            object,
            type.name() + "." + field.name(),
            Optional.of(SchemaView.sentence(field)),
            "`" + type.name() + "` needs the field `" + field.name() + "`");
      }
    }
    if (schema.isOneOf(type.name())) {
      oneOf(type, object, given);
    }
  }

  private void oneOf(GraphQlType type, ObjectValue object, Set<String> given) {
    boolean isNull =
        object.getObjectFields().stream().anyMatch(one -> one.getValue() instanceof NullValue);
    if (given.size() != 1 || isNull) {
      add(
          object,
          type.name() + ".@oneOf",
          schema.sentence(type.name()),
          "exactly one field of `" + type.name() + "` must be given, and it must not be null");
    }
    object.getObjectFields().stream()
        .filter(one -> one.getValue() instanceof VariableReference)
        .forEach(
            one ->
                schema
                    .field(type.name(), one.getName())
                    .ifPresent(
                        field ->
                            uses.add(
                                (VariableReference) one.getValue(),
                                new TypeReference.NonNull(
                                    TypeReference.of(field.type()).nullable()),
                                type.name() + "." + one.getName(),
                                schema.sentence(type.name()))));
  }

  private void add(Node<?> node, String path, Optional<Sentence> definition, String message) {
    misfits.add(new Misfit(Misfit.Kind.INPUT, node, path, definition, message));
  }

  private static String shown(Value<?> value) {
    String text = AstPrinter.printAstCompact(value);
    return "`"
        + (text.length() <= MAX_SHOWN_CHARACTERS
            ? text
            : text.substring(0, MAX_SHOWN_CHARACTERS) + "…")
        + "`";
  }
}

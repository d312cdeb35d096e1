package dev.concordat.contracts.graphql;

import dev.concordat.model.place.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A type of a schema, with all its extensions.
///
/// @param description as written, without its quotes
/// @param fields of objects, interfaces and inputs
/// @param values of enumerations
/// @param members of unions: the names of their types
/// @param interfaces that it implements
/// @param directives that are applied to it
public record GraphQlType(
    String name,
    Kind kind,
    Optional<String> description,
    List<Field> fields,
    List<EnumValue> values,
    List<String> members,
    List<String> interfaces,
    List<Applied> directives,
    Place place,
    String sentence) {
  public GraphQlType {
    fields = List.copyOf(fields);
    values = List.copyOf(values);
    members = List.copyOf(members);
    interfaces = List.copyOf(interfaces);
    directives = List.copyOf(directives);
  }

  /// What kind of type it is.
  public enum Kind {
    OBJECT,
    INTERFACE,
    UNION,
    ENUM,
    INPUT,
    SCALAR
  }

  /// A field, or an argument of one.
  ///
  /// @param type as written: `[Item!]!`
  /// @param defaultValue of inputs and arguments, as written
  /// @param deprecation why it should not be used any more
  /// @param sentence its line, without indentation
  public record Field(
      String name,
      String type,
      List<Field> arguments,
      Optional<String> defaultValue,
      Optional<String> deprecation,
      Optional<String> description,
      List<Applied> directives,
      Place place,
      String sentence) {
    public Field {
      arguments = List.copyOf(arguments);
      directives = List.copyOf(directives);
    }

    public Optional<Field> argument(String argument) {
      return arguments.stream().filter(one -> one.name().equals(argument)).findFirst();
    }

    /// Whether it must be given, or is always there.
    public boolean isNonNull() {
      return type.endsWith("!");
    }
  }

  /// A value of an enumeration.
  public record EnumValue(
      String name,
      Optional<String> deprecation,
      Optional<String> description,
      List<Applied> directives,
      Place place,
      String sentence) {
    public EnumValue {
      directives = List.copyOf(directives);
    }
  }

  /// A directive that stands on something.
  ///
  /// @param arguments by name, their values as printed in one line
  public record Applied(String name, Map<String, String> arguments, Place place) {
    public Applied {
      arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
  }

  public Optional<Field> field(String field) {
    return fields.stream().filter(one -> one.name().equals(field)).findFirst();
  }
}

package dev.concordat.compare.graphql;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;

/// A type as fields, arguments and variables name it: `[Item!]!`.
sealed interface TypeReference {
  /// A type by its name; null is allowed.
  record Named(String name) implements TypeReference {
    @Override
    public String text() {
      return name;
    }
  }

  /// A list; null is allowed.
  record ListOf(TypeReference item) implements TypeReference {
    @Override
    public String text() {
      return "[" + item.text() + "]";
    }
  }

  /// The same without null.
  record NonNull(TypeReference inner) implements TypeReference {
    @Override
    public String text() {
      return inner.text() + "!";
    }
  }

  /// As it is written, without blanks.
  String text();

  /// The name inside.
  default String name() {
    return switch (this) {
      case Named(String name) -> name;
      case ListOf(TypeReference item) -> item.name();
      case NonNull(TypeReference inner) -> inner.name();
    };
  }

  default boolean isNonNull() {
    return this instanceof NonNull;
  }

  /// The same with null.
  default TypeReference nullable() {
    return this instanceof NonNull(TypeReference inner) ? inner : this;
  }

  /// Parses `[Item!]!`.
  static TypeReference of(String text) {
    String trimmed = text.strip();
    if (trimmed.endsWith("!")) {
      return new NonNull(of(trimmed.substring(0, trimmed.length() - 1)));
    }
    return trimmed.startsWith("[") && trimmed.endsWith("]")
        ? new ListOf(of(trimmed.substring(1, trimmed.length() - 1)))
        : new Named(trimmed);
  }

  static TypeReference of(Type<?> type) {
    return switch (type) {
      case NonNullType nonNull -> new NonNull(of(nonNull.getType()));
      case ListType list -> new ListOf(of(list.getType()));
      case TypeName name -> new Named(name.getName());
      default -> throw new IllegalStateException("no such type: " + type.getClass());
    };
  }

  /// Whether a variable of this type may stand where another is wanted (specification, section 5.8.5,
  /// AreTypesCompatible).
  default boolean fitsInto(TypeReference wanted) {
    return switch (wanted) {
      case NonNull(TypeReference inner) ->
          this instanceof NonNull(TypeReference own) && own.fitsInto(inner);
      case ListOf(TypeReference item) ->
          nullable() instanceof ListOf(TypeReference own) && own.fitsInto(item);
      case Named(String name) -> nullable() instanceof Named(String own) && own.equals(name);
    };
  }
}

package dev.concordat.environment.setup.config;

import java.util.List;
import java.util.Optional;

/// What a value in concordat.yaml may look like. The reader checks by it and the published JSON Schema is written from it, so
/// the two cannot differ.
sealed interface Shape {
  /// A text; numbers and booleans are taken as written.
  ///
  /// @param pattern a regular expression that ECMA-262 and Java read alike; empty for any text
  /// @param expected what a reader should have written, in words
  record Text(String pattern, String expected) implements Shape {}

  /// A list of texts.
  record Texts() implements Shape {}

  /// An object with these keys and no others.
  record Keys(List<Key> keys) implements Shape {
    public Keys {
      keys = List.copyOf(keys);
    }

    Optional<Key> key(String name) {
      return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    List<String> names() {
      return keys.stream().map(Key::name).toList();
    }
  }

  record Key(String name, String description, boolean isRequired, Shape shape) {}

  /// An object whose keys are names of the user's own.
  record Named(Shape value) implements Shape {}

  /// Any of several, told apart by being a text, a list or an object.
  record Either(List<Shape> shapes) implements Shape {
    public Either {
      shapes = List.copyOf(shapes);
    }
  }

  /// The value, or nothing (`~`), which leaves out what was detected.
  record OrNothing(Shape shape) implements Shape {}
}

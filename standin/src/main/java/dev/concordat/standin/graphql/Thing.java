package dev.concordat.standin.graphql;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An object that a stand-in made: all its values come from its type and its key, and from what mutations said of it.
///
/// @param type the name of its object type
/// @param key its id, where its type has one; else the way that leads to it
/// @param number its place among those of its kind, from 1
/// @param arguments those of the field that led to it, where it has no id: what a page of a list was asked for
/// @param given values that are known before, where it has no id: what a mutation answers beside the thing, and pages of lists
record Thing(
    String type,
    String key,
    int number,
    Map<String, Object> arguments,
    Map<String, @Nullable Object> given) {
  Thing {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }

  Thing(String type, String key, int number) {
    this(type, key, number, Map.of(), Map.of());
  }
}

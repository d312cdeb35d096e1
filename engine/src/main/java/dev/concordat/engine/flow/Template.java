package dev.concordat.engine.flow;

import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value to send: literals, references and generated values.
public sealed interface Template {
  /// Exactly what is written.
  record Literal(JsonValue value) implements Template {}

  /// What an earlier step saw, with its type.
  record Referred(Reference reference, Place place) implements Template {}

  /// A value made from the seed and its place: `~new email`.
  record Generated(String what, Place place) implements Template {}

  /// An array of templates.
  record Items(List<Template> items) implements Template {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// An object of templates.
  record Members(Map<String, Template> members) implements Template {
    public static final Members NONE = new Members(Map.of());

    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }
}

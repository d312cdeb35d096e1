package dev.concordat.contracts.lint;

import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// Sentences of schemas, for messages.
final class Sentence {
  private static final int MAX_CHARACTERS = 60;

  private Sentence() {}

  /// `minimum: 10 (line 5)`.
  static String of(SchemaView view, String keyword) {
    String shown =
        value(view, keyword)
            .map(value -> keyword + ": " + value)
            .filter(text -> text.length() <= MAX_CHARACTERS)
            .orElse(keyword);
    return "`"
        + shown
        + "`"
        + view.placeOf(keyword).map(at -> " (line " + at.line() + ")").orElse("");
  }

  private static Optional<JsonValue> value(SchemaView view, String keyword) {
    return view.schema().node() instanceof ObjectNode object
        ? object.get(keyword).map(Node::toJson)
        : Optional.empty();
  }

  /// Two sentences that exclude each other; the place is that of the later one.
  static Clash clash(SchemaView one, String keyword, SchemaView other, String otherKeyword) {
    Place first = one.placeOf(keyword).orElse(one.schema().place());
    Place second = other.placeOf(otherKeyword).orElse(other.schema().place());
    Place later = second.line() >= first.line() ? second : first;
    return new Clash(
        later, of(one, keyword) + " and " + of(other, otherKeyword) + " exclude each other");
  }

  /// A smallest size above a largest one.
  static Optional<Clash> sizes(List<SchemaView> parts, String smallest, String largest) {
    for (SchemaView low : parts) {
      for (SchemaView high : parts) {
        Optional<Long> from = size(low, smallest);
        Optional<Long> to = size(high, largest);
        if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
          return Optional.of(clash(low, smallest, high, largest));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Long> size(SchemaView view, String keyword) {
    return switch (keyword) {
      case "minLength" -> view.minLength();
      case "maxLength" -> view.maxLength();
      case "minItems" -> view.minItems();
      case "maxItems" -> view.maxItems();
      case "minProperties" -> view.minProperties();
      default -> view.maxProperties();
    };
  }
}

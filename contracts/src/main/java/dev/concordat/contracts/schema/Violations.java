package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts violations into words.
final class Violations {
  private static final int MAX_SHOWN_VALUE = 80;

  private Violations() {}

  static Violation of(
      Schema schema,
      String keyword,
      String sentenceKeyword,
      @Nullable Location location,
      @Nullable JsonValue value,
      String phrase,
      String expected) {
    Sentence sentence = sentence(schema, sentenceKeyword, location);
    String path = Location.path(location);
    return new Violation(
        Location.pointer(location),
        keyword,
        sentence.place(),
        sentence.text(),
        (path.isEmpty() ? "" : path + ": ") + phrase + " (" + sentence.place().shortForm() + ")",
        expected,
        value == null ? "missing" : shown(value));
  }

  /// The value as compact JSON, shortened.
  static String shown(JsonValue value) {
    String text = value.toString();
    if (text.length() <= MAX_SHOWN_VALUE) {
      return text;
    }
    int end =
        text.offsetByCodePoints(
            0, Math.min(MAX_SHOWN_VALUE, text.codePointCount(0, text.length())));
    return text.substring(0, end) + "…";
  }

  private record Sentence(Place place, String text) {}

  private static Sentence sentence(Schema schema, String keyword, @Nullable Location location) {
    if (schema.node() instanceof ObjectNode object) {
      Optional<ObjectNode.Member> member = object.member(keyword);
      if (member.isPresent()) {
        return sentence(member.get(), keyword, location);
      }
    }
    return new Sentence(schema.place(), schema.node().sourceLine());
  }

  private static Sentence sentence(
      ObjectNode.Member member, String keyword, @Nullable Location location) {
    if (keyword.equals("required")
        && location != null
        && member.value() instanceof ArrayNode names) {
      for (Node name : names.items()) {
        if (name instanceof ScalarNode scalar && scalar.text().orElse("").equals(location.name())) {
          return new Sentence(name.place(), name.sourceLine());
        }
      }
    }
    return new Sentence(member.place(), member.sourceLine());
  }
}

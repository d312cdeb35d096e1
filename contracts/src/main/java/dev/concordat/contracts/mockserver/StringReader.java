package dev.concordat.contracts.mockserver;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonString;
import java.util.List;
import java.util.Optional;

/// Reads how a text is compared: MockServer takes it for equal text and for a regular expression at the same time, `!`
/// before it says not, `?` that it may be absent; or a JSON Schema stands in its place.
final class StringReader {
  /// A lone dot is not among them: in an address or a version it means itself.
  private static final String SIGNS_OF_REGEX = "\\[]{}()*+?^$|";

  private final FieldReader fields;

  StringReader(FieldReader fields) {
    this.fields = fields;
  }

  Optional<ValuePattern> member(ObjectNode node, String name) {
    return Reading.member(node, name)
        .filter(value -> !value.toString().equals("\"\""))
        .map(this::read);
  }

  ValuePattern read(Node node) {
    if (!(node instanceof ObjectNode object)) {
      return text(shown(node));
    }
    Optional<Node> schema = object.get("schema");
    if (schema.isPresent()) {
      return negated(object, new ValuePattern.JsonSchema(schema.get().toJson()));
    }
    Optional<Node> value = object.get("value");
    return value.isPresent()
        ? negated(object, text(shown(value.get())))
        : new ValuePattern.JsonSchema(object.toJson());
  }

  private ValuePattern negated(ObjectNode object, ValuePattern pattern) {
    ValuePattern whole = fields.flag(object, "not") ? new ValuePattern.Not(pattern) : pattern;
    return fields.flag(object, "optional") ? optional(whole) : whole;
  }

  private static ValuePattern optional(ValuePattern pattern) {
    return new ValuePattern.AnyOf(List.of(new ValuePattern.Presence(false), pattern));
  }

  private static ValuePattern text(String text) {
    if (text.startsWith("!")) {
      return new ValuePattern.Not(bare(text.substring(1)));
    }
    return text.startsWith("?") ? optional(bare(text.substring(1))) : bare(text);
  }

  private static ValuePattern bare(String text) {
    ValuePattern equal = ValuePattern.Text.equalTo(text);
    boolean isRegex = text.chars().anyMatch(c -> SIGNS_OF_REGEX.indexOf(c) >= 0);
    return isRegex
        ? new ValuePattern.AnyOf(List.of(equal, new ValuePattern.Regex(text, true, false)))
        : equal;
  }

  static String shown(Node node) {
    return node.toJson() instanceof JsonString(String text) ? text : node.toString();
  }
}

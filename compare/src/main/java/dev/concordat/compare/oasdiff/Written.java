package dev.concordat.compare.oasdiff;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A schema keyword by keyword as it is written, where its reference leads. oasdiff compares the writing, not the meaning.
final class Written {
  private static final int MAX_REFERENCES = 50;

  private final Schema schema;
  private final SchemaView view;

  Written(Schema written) {
    Schema at = written;
    for (int i = 0; i < MAX_REFERENCES && hasReference(at); i++) {
      SchemaView seen = at.view();
      // Beside siblings the target is the first of what must hold too. oasdiff does not look at
      // siblings.
      at =
          seen.schema().equals(at) && !seen.allOf().isEmpty()
              ? seen.allOf().getFirst()
              : seen.schema();
    }
    this.schema = at;
    this.view = at.view();
  }

  private static boolean hasReference(Schema schema) {
    return schema.node() instanceof ObjectNode object && object.has("$ref");
  }

  Schema schema() {
    return schema;
  }

  SchemaView view() {
    return view;
  }

  Optional<JsonValue> value(String keyword) {
    return node(keyword).map(Node::toJson);
  }

  /// A keyword that is there and not null.
  Optional<Node> node(String keyword) {
    return schema.node() instanceof ObjectNode object
        ? object.get(keyword).filter(node -> !isNull(node))
        : Optional.empty();
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar && scalar.value() instanceof JsonNull;
  }

  boolean has(String keyword) {
    return node(keyword).isPresent();
  }

  /// Whether a list has this text, or it is the one text that stands for the list.
  boolean lists(String keyword, String text) {
    return schema.node() instanceof ObjectNode object
        && object.has(keyword)
        && texts(keyword).contains(text);
  }

  Optional<String> text(String keyword) {
    return node(keyword)
        .flatMap(node -> node instanceof ScalarNode scalar ? scalar.text() : Optional.empty());
  }

  boolean isTrue(String keyword) {
    return value(keyword).filter(new JsonBoolean(true)::equals).isPresent();
  }

  /// A number; the boolean bounds of OpenAPI 3.0 are none.
  Optional<BigDecimal> number(String keyword) {
    return value(keyword)
        .flatMap(
            value ->
                value instanceof JsonNumber number && number.isTame()
                    ? Optional.of(number.decimal())
                    : Optional.empty());
  }

  /// Texts of a list, or the one text that stands for a list.
  List<String> texts(String keyword) {
    Node node = node(keyword).orElse(null);
    List<Node> items =
        node instanceof ArrayNode list ? list.items() : node == null ? List.of() : List.of(node);
    var texts = new ArrayList<String>();
    for (Node item : items) {
      if (item instanceof ScalarNode scalar) {
        scalar.text().ifPresent(texts::add);
      }
    }
    return texts;
  }

  /// The values of `enum`; empty where there is none, or none in it.
  List<JsonValue> enumeration() {
    return node("enum").orElse(null) instanceof ArrayNode list
        ? list.items().stream().map(Node::toJson).toList()
        : List.of();
  }

  /// The types as written, `null` among them in OpenAPI 3.1.
  List<String> types() {
    return texts("type");
  }

  boolean isNullable() {
    return isTrue("nullable") || isTrue("x-nullable");
  }

  boolean takesNull() {
    return isNullable() || types().contains("null");
  }
}

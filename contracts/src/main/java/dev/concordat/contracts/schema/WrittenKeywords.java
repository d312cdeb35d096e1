package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The keywords of one schema as they are written, those left out that its dialect does not know.
///
/// @param present the keywords that stand there and that the dialect knows, as {@link Keywords#presentIn} tells them
record WrittenKeywords(Schema schema, long present) {
  WrittenKeywords(Schema schema) {
    this(schema, Keywords.presentIn(schema));
  }

  Optional<Node> keyword(String name) {
    int order = Keywords.orderOf(name);
    boolean isThere = order < 0 || (present >>> order & 1) == 1;
    return isThere && schema.node() instanceof ObjectNode object
        ? object.get(name)
        : Optional.empty();
  }

  Set<JsonType> types() {
    Set<JsonType> types = EnumSet.noneOf(JsonType.class);
    keyword("type")
        .ifPresent(
            type -> {
              List<Node> names = type instanceof ArrayNode array ? array.items() : List.of(type);
              names.forEach(
                  name -> Names.text(name).flatMap(dialect()::type).ifPresent(types::add));
            });
    if (!types.isEmpty() && nullable()) {
      types.add(JsonType.NULL);
    }
    return types;
  }

  /// Whether it allows null beside its type: `nullable: true` of OpenAPI 3.0, or `null` among the types.
  boolean nullable() {
    return Nullable30.allowsNull(schema)
        || keyword("type")
            .filter(type -> type instanceof ArrayNode)
            .map(type -> type.toJson().toString().contains("\"null\""))
            .orElse(false);
  }

  List<String> required() {
    return keyword("required")
        .filter(ArrayNode.class::isInstance)
        .map(
            names ->
                ((ArrayNode) names)
                    .items().stream().flatMap(name -> Names.text(name).stream()).toList())
        .orElse(List.of());
  }

  /// What the first items must be, each by its position.
  List<Schema> prefixItems() {
    return dialect().hasPrefixItems()
        ? schemas("prefixItems")
        : keyword("items")
            .filter(ArrayNode.class::isInstance)
            .map(items -> schemas("items"))
            .orElse(List.of());
  }

  /// `if`, `then` and `else`, by these names.
  Map<String, Schema> conditions() {
    Map<String, Schema> conditions = new LinkedHashMap<>();
    for (String name : List.of("if", "then", "else")) {
      schemaAt(name).ifPresent(each -> conditions.put(name, each));
    }
    return conditions;
  }

  /// `examples`, and OpenAPI's `example`, in this order.
  List<JsonValue> examples() {
    var examples = new ArrayList<JsonValue>();
    object()
        .flatMap(object -> object.get("examples"))
        .flatMap(WrittenKeywords::values)
        .ifPresent(examples::addAll);
    object().flatMap(object -> object.get("example")).map(Node::toJson).ifPresent(examples::add);
    return examples;
  }

  /// What must be there beside a member: `dependentRequired`, and the lists of names among `dependencies`.
  Map<String, List<String>> dependentRequired() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (String keyword : List.of("dependentRequired", "dependencies")) {
      if (keyword(keyword).orElse(null) instanceof ObjectNode object) {
        for (ObjectNode.Member member : object.members()) {
          if (member.value() instanceof ArrayNode list) {
            names.put(
                member.name(),
                list.items().stream().flatMap(item -> Names.text(item).stream()).toList());
          }
        }
      }
    }
    return names;
  }

  /// What the whole object must be if a member is there: `dependentSchemas`, and the schemas among `dependencies`.
  Map<String, Schema> dependentSchemas() {
    Map<String, Schema> schemas = named("dependentSchemas");
    if (keyword("dependencies").orElse(null) instanceof ObjectNode object) {
      for (ObjectNode.Member member : object.members()) {
        if (!(member.value() instanceof ArrayNode)) {
          schemas.put(member.name(), schema.inner(member.value()));
        }
      }
    }
    return schemas;
  }

  /// Whether a bound is so large or so fine that it cannot be computed with.
  boolean isBeyondComputing(String name) {
    return keyword(name).orElse(null) instanceof ScalarNode scalar
        && scalar.value() instanceof JsonNumber number
        && !number.isTame();
  }

  boolean isExclusive(String name) {
    return dialect().hasBooleanBounds()
        && object().map(object -> Names.isTrue(object, name)).orElse(false);
  }

  /// A bound so large that it cannot be computed with says nothing to a generator.
  Optional<BigDecimal> number(String name) {
    return keyword(name)
        .flatMap(
            node ->
                node instanceof ScalarNode scalar
                        && scalar.value() instanceof JsonNumber number
                        && number.isTame()
                    ? Optional.of(number.decimal())
                    : Optional.empty());
  }

  Optional<Long> size(String name) {
    return keyword(name).flatMap(KeywordSource::sizeOf);
  }

  Optional<String> text(String name) {
    return keyword(name).flatMap(Names::text);
  }

  static Optional<List<JsonValue>> values(Node node) {
    return node instanceof ArrayNode array
        ? Optional.of(array.items().stream().map(Node::toJson).toList())
        : Optional.empty();
  }

  List<Schema> schemas(String name) {
    return keyword(name).orElse(null) instanceof ArrayNode array
        ? array.items().stream().map(schema::inner).toList()
        : List.of();
  }

  Optional<Schema> schemaAt(String name) {
    return keyword(name).filter(node -> !(node instanceof ArrayNode)).map(schema::inner);
  }

  Map<String, Schema> named(String name) {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    if (keyword(name).orElse(null) instanceof ObjectNode object) {
      object.members().forEach(member -> schemas.put(member.name(), schema.inner(member.value())));
    }
    return schemas;
  }

  private Dialect dialect() {
    return schema.dialect();
  }

  private Optional<ObjectNode> object() {
    return schema.node() instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
  }
}

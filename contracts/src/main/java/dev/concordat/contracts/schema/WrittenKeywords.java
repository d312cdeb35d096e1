package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The keywords of one schema as they are written, those left out that its dialect does not know.
///
/// @param present the keywords that stand there and that the dialect knows, as {@link Keywords#presentIn} tells them, and
///     the words beside them
record WrittenKeywords(Schema schema, long present) {
  /// Words that say something beside a keyword only, or restrict nothing.
  private static final long BESIDE =
      Word.bits(
          Word.THEN,
          Word.ELSE,
          Word.MIN_CONTAINS,
          Word.MAX_CONTAINS,
          Word.CONTENT_SCHEMA,
          Word.DEFAULT);

  /// Keywords that keep a schema from being {@link #isOnlyTyped}.
  private static final long MORE = Keywords.all() & ~Word.bits(Word.TYPE, Word.FORMAT);

  private static final long INNER = Word.bits(Word.PROPERTIES, Word.REQUIRED, Word.ITEMS);

  private static final long CONDITIONS = Word.bits(Word.IF, Word.THEN, Word.ELSE);

  private static final long DEPENDENTS =
      Word.bits(Word.DEPENDENT_REQUIRED, Word.DEPENDENT_SCHEMAS, Word.DEPENDENCIES);

  WrittenKeywords(Schema schema) {
    this(schema, Keywords.presentIn(schema) | (schema.words() & BESIDE));
  }

  /// Whether it says no more of a value than its type and its format.
  boolean isOnlyTyped() {
    return (present & MORE) == 0;
  }

  /// Whether it says no more than that, and what its members and items are and which members must be there.
  boolean isSimple() {
    return (present & MORE & ~INNER) == 0;
  }

  Optional<Node> keyword(Word word) {
    return has(word) && schema.node() instanceof ObjectNode object
        ? object.get(word.text())
        : Optional.empty();
  }

  private boolean has(Word word) {
    return (present & word.bit()) != 0;
  }

  Set<JsonType> types() {
    Set<JsonType> types = EnumSet.noneOf(JsonType.class);
    Optional<Node> type = keyword(Word.TYPE);
    if (type.isPresent() && type.get() instanceof ArrayNode several) {
      for (Node name : several.items()) {
        add(name, types);
      }
    } else if (type.isPresent()) {
      add(type.get(), types);
    }
    if (!types.isEmpty() && nullable()) {
      types.add(JsonType.NULL);
    }
    return types;
  }

  private void add(Node name, Set<JsonType> types) {
    Optional<String> text = Names.text(name);
    if (text.isPresent()) {
      dialect().type(text.get()).ifPresent(types::add);
    }
  }

  /// Whether it allows null beside its type: `nullable: true` of OpenAPI 3.0, or `null` among the types.
  boolean nullable() {
    return Nullable30.allowsNull(schema)
        || keyword(Word.TYPE)
            .filter(type -> type instanceof ArrayNode)
            .map(type -> type.toJson().toString().contains("\"null\""))
            .orElse(false);
  }

  List<String> required() {
    if (!(keyword(Word.REQUIRED).orElse(null) instanceof ArrayNode written)) {
      return List.of();
    }
    var names = new ArrayList<String>(written.items().size());
    for (Node name : written.items()) {
      Names.text(name).ifPresent(names::add);
    }
    return Collections.unmodifiableList(names);
  }

  /// What the first items must be, each by its position.
  List<Schema> prefixItems() {
    return schemas(dialect().hasPrefixItems() ? Word.PREFIX_ITEMS : Word.ITEMS);
  }

  /// `if`, `then` and `else`, by these names.
  Map<String, Schema> conditions() {
    if ((present & CONDITIONS) == 0) {
      return Map.of();
    }
    Map<String, Schema> conditions = new LinkedHashMap<>();
    for (Word word : List.of(Word.IF, Word.THEN, Word.ELSE)) {
      schemaAt(word).ifPresent(each -> conditions.put(word.text(), each));
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
    if ((present & DEPENDENTS) == 0) {
      return Map.of();
    }
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Word word : List.of(Word.DEPENDENT_REQUIRED, Word.DEPENDENCIES)) {
      if (keyword(word).orElse(null) instanceof ObjectNode object) {
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
    if ((present & DEPENDENTS) == 0) {
      return Map.of();
    }
    Map<String, Schema> schemas = new LinkedHashMap<>(named(Word.DEPENDENT_SCHEMAS));
    if (keyword(Word.DEPENDENCIES).orElse(null) instanceof ObjectNode object) {
      for (ObjectNode.Member member : object.members()) {
        if (!(member.value() instanceof ArrayNode)) {
          schemas.put(member.name(), schema.inner(member.value()));
        }
      }
    }
    return schemas;
  }

  /// Whether a bound is so large or so fine that it cannot be computed with.
  boolean isBeyondComputing(Word word) {
    return keyword(word).orElse(null) instanceof ScalarNode scalar
        && scalar.value() instanceof JsonNumber number
        && !number.isTame();
  }

  /// Swagger 2.0's `type: file`, which OpenAPI 3 writes as a format.
  boolean isFile() {
    return dialect() == Dialect.SWAGGER_2_0 && text(Word.TYPE).equals(Optional.of("file"));
  }

  boolean isTrue(Word word) {
    return schema.has(word)
        && schema.node() instanceof ObjectNode object
        && Names.isTrue(object, word.text());
  }

  boolean isExclusive(Word word) {
    return dialect().hasBooleanBounds() && isTrue(word);
  }

  /// A bound so large that it cannot be computed with says nothing to a generator.
  Optional<BigDecimal> number(Word word) {
    return keyword(word)
        .flatMap(
            node ->
                node instanceof ScalarNode scalar
                        && scalar.value() instanceof JsonNumber number
                        && number.isTame()
                    ? Optional.of(number.decimal())
                    : Optional.empty());
  }

  Optional<Long> size(Word word) {
    return keyword(word).flatMap(KeywordSource::sizeOf);
  }

  Optional<String> text(Word word) {
    return keyword(word).flatMap(Names::text);
  }

  static Optional<List<JsonValue>> values(Node node) {
    return node instanceof ArrayNode array
        ? Optional.of(array.items().stream().map(Node::toJson).toList())
        : Optional.empty();
  }

  List<Schema> schemas(Word word) {
    if (!(keyword(word).orElse(null) instanceof ArrayNode array)) {
      return List.of();
    }
    var schemas = new ArrayList<Schema>(array.items().size());
    for (Node item : array.items()) {
      schemas.add(schema.inner(item));
    }
    return Collections.unmodifiableList(schemas);
  }

  Optional<Schema> schemaAt(Word word) {
    return has(word)
        ? keyword(word).filter(node -> !(node instanceof ArrayNode)).map(schema::inner)
        : Optional.empty();
  }

  Map<String, Schema> named(Word word) {
    if (!(keyword(word).orElse(null) instanceof ObjectNode object)) {
      return Map.of();
    }
    Map<String, Schema> schemas = LinkedHashMap.newLinkedHashMap(object.size());
    for (int i = 0; i < object.size(); i++) {
      schemas.put(object.nameAt(i), schema.inner(object.valueAt(i)));
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

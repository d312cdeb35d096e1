package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A schema as a generator of values sees it: every constraint, with the place where it stands. Members and items are
/// schemas whose own view is made when asked for, so that schemas that contain themselves do no harm. Keywords that the
/// dialect does not know are not seen.
///
/// Where a `$ref` stands alone, or its siblings are ignored, the view is that of its target ({@link #schema()} is the
/// target). Where siblings count, the target is one more entry of {@link #allOf()}.
public final class SchemaView {
  private final Schema schema;
  private final boolean refIsPart;
  private final Schema written;

  // Asked for again and again; made when first asked for, by whichever thread.
  private @Nullable Set<JsonType> types;
  private @Nullable Map<String, Schema> properties;
  private @Nullable List<String> required;
  private @Nullable List<Schema> allOf;
  private @Nullable List<Schema> anyOf;
  private @Nullable List<Schema> oneOf;
  private @Nullable Set<String> atHomeInRequests;
  private @Nullable Set<String> atHomeInResponses;

  SchemaView(Schema written) {
    this.written = written;
    Schema at = written;
    Set<Schema> seen = new HashSet<>();
    while (refers(at) && seen.add(at) && isOnlyReference(at)) {
      at = References.targetOf(at).orElse(at);
    }
    this.schema = at;
    this.refIsPart = refers(at) && References.targetOf(at).isPresent() && !isOnlyReference(at);
  }

  /// Whether there is a reference at all; the others need not be compiled for that.
  private static boolean refers(Schema schema) {
    return schema.node() instanceof ObjectNode object
        && (object.has("$ref") || object.has("$dynamicRef") || object.has("$recursiveRef"));
  }

  private static boolean isOnlyReference(Schema schema) {
    return References.targetOf(schema).isPresent()
        && (schema.dialect().ignoresSiblingsOfRef() || schema.compiled().keywords().size() == 1);
  }

  /// The schema that is seen: where references led.
  public Schema schema() {
    return schema;
  }

  /// Where a keyword of this schema stands.
  public Optional<Place> placeOf(String keyword) {
    return object().flatMap(object -> object.member(keyword)).map(ObjectNode.Member::place);
  }

  /// The line on which a keyword of this schema stands.
  public Optional<String> sentenceOf(String keyword) {
    return object().flatMap(object -> object.member(keyword)).map(ObjectNode.Member::sourceLine);
  }

  /// The types it names, `NULL` included where `nullable` allows it; empty if any type will do.
  public Set<JsonType> types() {
    Set<JsonType> known = types;
    if (known == null) {
      known = Collections.unmodifiableSet(writtenTypes());
      types = known;
    }
    return known;
  }

  private Set<JsonType> writtenTypes() {
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
  public boolean nullable() {
    return Nullable30.allowsNull(schema)
        || keyword("type")
            .filter(type -> type instanceof ArrayNode)
            .map(type -> type.toJson().toString().contains("\"null\""))
            .orElse(false);
  }

  /// Whether null is allowed whatever the other keywords say: `nullable: true` of OpenAPI 3.0.
  public boolean allowsNullBeside() {
    return Nullable30.allowsNull(schema);
  }

  public Optional<List<JsonValue>> enumValues() {
    return keyword("enum").flatMap(SchemaView::values);
  }

  public Optional<JsonValue> constValue() {
    return keyword("const").map(Node::toJson);
  }

  /// The bound that values may reach. A boolean `exclusiveMinimum` of older dialects makes it an exclusive one.
  public Optional<BigDecimal> minimum() {
    return isExclusive("exclusiveMinimum") ? Optional.empty() : number("minimum");
  }

  public Optional<BigDecimal> maximum() {
    return isExclusive("exclusiveMaximum") ? Optional.empty() : number("maximum");
  }

  /// The bound that values may not reach.
  public Optional<BigDecimal> exclusiveMinimum() {
    return isExclusive("exclusiveMinimum") ? number("minimum") : number("exclusiveMinimum");
  }

  public Optional<BigDecimal> exclusiveMaximum() {
    return isExclusive("exclusiveMaximum") ? number("maximum") : number("exclusiveMaximum");
  }

  public Optional<BigDecimal> multipleOf() {
    return number("multipleOf");
  }

  /// In code points.
  public Optional<Long> minLength() {
    return size("minLength");
  }

  public Optional<Long> maxLength() {
    return size("maxLength");
  }

  /// A regular expression of ECMA-262 that some part of the text must match.
  public Optional<String> pattern() {
    return text("pattern");
  }

  public Optional<String> format() {
    // OpenAPI 3 writes Swagger 2.0's `type: file` in this way.
    return dialect() == Dialect.SWAGGER_2_0 && text("type").equals(Optional.of("file"))
        ? Optional.of("binary")
        : text("format");
  }

  public Optional<Long> minItems() {
    return size("minItems");
  }

  public Optional<Long> maxItems() {
    return size("maxItems");
  }

  public boolean uniqueItems() {
    return object().map(object -> Names.isTrue(object, "uniqueItems")).orElse(false);
  }

  /// What the first items must be, each by its position.
  public List<Schema> prefixItems() {
    return dialect().hasPrefixItems()
        ? schemas("prefixItems")
        : keyword("items")
            .filter(ArrayNode.class::isInstance)
            .map(items -> schemas("items"))
            .orElse(List.of());
  }

  /// What all items must be that no position speaks of.
  public Optional<Schema> items() {
    Optional<Node> items = keyword("items");
    return items.isPresent() && items.get() instanceof ArrayNode
        ? schemaAt("additionalItems")
        : items.map(schema::inner);
  }

  public Optional<Schema> contains() {
    return schemaAt("contains");
  }

  public Optional<Long> minContains() {
    return size("minContains");
  }

  public Optional<Long> maxContains() {
    return size("maxContains");
  }

  /// The members it speaks of, in the order of the contract.
  public Map<String, Schema> properties() {
    Map<String, Schema> known = properties;
    if (known == null) {
      known = Collections.unmodifiableMap(named("properties"));
      properties = known;
    }
    return known;
  }

  public Map<String, Schema> patternProperties() {
    return named("patternProperties");
  }

  /// The members that must be there.
  public List<String> required() {
    List<String> known = required;
    if (known == null) {
      known = writtenRequired();
      required = known;
    }
    return known;
  }

  private List<String> writtenRequired() {
    return keyword("required")
        .filter(ArrayNode.class::isInstance)
        .map(
            names ->
                ((ArrayNode) names)
                    .items().stream().flatMap(name -> Names.text(name).stream()).toList())
        .orElse(List.of());
  }

  /// What members must be that it does not speak of: nothing said, a schema, or `false`
  /// ({@link Schema#allowsNothing()}).
  public Optional<Schema> additionalProperties() {
    return schemaAt("additionalProperties");
  }

  public Optional<Schema> unevaluatedProperties() {
    return schemaAt("unevaluatedProperties");
  }

  public Optional<Schema> propertyNames() {
    return schemaAt("propertyNames");
  }

  public Optional<Long> minProperties() {
    return size("minProperties");
  }

  public Optional<Long> maxProperties() {
    return size("maxProperties");
  }

  /// All of these hold too.
  public List<Schema> allOf() {
    List<Schema> known = allOf;
    if (known == null) {
      known = writtenAllOf();
      allOf = known;
    }
    return known;
  }

  private List<Schema> writtenAllOf() {
    var all = new ArrayList<Schema>(schemas("allOf"));
    if (refIsPart) {
      References.targetOf(schema).ifPresent(all::addFirst);
    }
    return List.copyOf(all);
  }

  public List<Schema> anyOf() {
    List<Schema> known = anyOf;
    if (known == null) {
      known = schemas("anyOf");
      anyOf = known;
    }
    return known;
  }

  public List<Schema> oneOf() {
    List<Schema> known = oneOf;
    if (known == null) {
      known = schemas("oneOf");
      oneOf = known;
    }
    return known;
  }

  /// OpenAPI's `discriminator`: the member whose value tells the alternatives apart.
  ///
  /// @param choices the member's values, each with the alternative of `oneOf` or `anyOf` that it chooses; empty where the
  ///     schemas that extend this one name themselves by `allOf`
  public record Choice(String property, Map<String, Schema> choices) {}

  public Optional<Choice> discriminator() {
    Optional<Node> written = object().flatMap(object -> object.get("discriminator"));
    if (dialect() == Dialect.SWAGGER_2_0) {
      return written.flatMap(Names::text).map(property -> new Choice(property, Map.of()));
    }
    if (!(written.orElse(null) instanceof ObjectNode discriminator)) {
      return Optional.empty();
    }
    var alternatives = new ArrayList<Schema>(oneOf());
    alternatives.addAll(anyOf());
    return Names.text(discriminator, "propertyName")
        .map(property -> new Choice(property, Discriminator.choices(discriminator, alternatives)));
  }

  /// What discriminating members must say in a value of this schema, by the schemas it extends with `allOf`:
  /// `{petType: Cat}`. A validator does not ask for it, but a provider will.
  public Map<String, String> discriminatorValues() {
    Map<String, String> values = new LinkedHashMap<>();
    String pointer = schema.node().pointer();
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    for (Schema part : allOf()) {
      SchemaView base = part.view();
      if (dialect() == Dialect.SWAGGER_2_0) {
        base.discriminator().ifPresent(choice -> values.put(choice.property(), name));
      } else if (base.object().flatMap(object -> object.get("discriminator")).orElse(null)
          instanceof ObjectNode discriminator) {
        Names.text(discriminator, "propertyName")
            .ifPresent(
                property ->
                    values.put(
                        property, Discriminator.valueFor(discriminator, "#" + pointer, name)));
      }
    }
    return values;
  }

  public Optional<Schema> not() {
    return schemaAt("not");
  }

  /// `if`, `then` and `else`, by these names.
  public Map<String, Schema> conditions() {
    Map<String, Schema> conditions = new LinkedHashMap<>();
    for (String name : List.of("if", "then", "else")) {
      schemaAt(name).ifPresent(each -> conditions.put(name, each));
    }
    return conditions;
  }

  public boolean readOnly() {
    return object().map(object -> Names.isTrue(object, "readOnly")).orElse(false);
  }

  public boolean writeOnly() {
    return dialect() != Dialect.SWAGGER_2_0
        && object().map(object -> Names.isTrue(object, "writeOnly")).orElse(false);
  }

  /// Whether a value does not travel this way: the schema, one that a reference leads to, or one that it extends is `readOnly`
  /// for requests, or `writeOnly` for responses. A word beside a lone `$ref` counts.
  public boolean staysAtHome(Direction direction) {
    return direction != Direction.NONE && OneWay.says(written, direction);
  }

  public boolean deprecated() {
    return object().map(object -> Names.isTrue(object, "deprecated")).orElse(false);
  }

  /// `examples`, and OpenAPI's `example`, in this order.
  public List<JsonValue> examples() {
    var examples = new ArrayList<JsonValue>();
    object()
        .flatMap(object -> object.get("examples"))
        .flatMap(SchemaView::values)
        .ifPresent(examples::addAll);
    object().flatMap(object -> object.get("example")).map(Node::toJson).ifPresent(examples::add);
    return examples;
  }

  public Optional<JsonValue> defaultValue() {
    return object().flatMap(object -> object.get("default")).map(Node::toJson);
  }

  /// The schemas that it names directly, whatever for.
  public List<Schema> inner() {
    Deque<Schema> inner = new ArrayDeque<>();
    SchemaLoader.Reach.from(schema, schema.examine(), inner);
    return List.copyOf(inner);
  }

  /// What must be there beside a member: `dependentRequired`, and the lists of names among `dependencies`.
  public Map<String, List<String>> dependentRequired() {
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
  public Map<String, Schema> dependentSchemas() {
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

  public Optional<Schema> unevaluatedItems() {
    return schemaAt("unevaluatedItems");
  }

  /// Whether `format` is checked, and not only a note.
  public boolean assertsFormat() {
    return schema.compiled().keywords().stream().anyMatch(StringKeywords::isFormat);
  }

  /// Whether `contains` counts as having looked at the items that it matches (since 2020-12).
  public boolean marksContained() {
    return dialect().hasPrefixItems();
  }

  /// The members that need not be there when a value travels this way, because this schema, or one that it extends, says
  /// that they do not travel.
  public Set<String> membersAtHome(Direction direction) {
    return switch (direction) {
      case NONE -> Set.of();
      case REQUEST -> {
        Set<String> known = atHomeInRequests;
        if (known == null) {
          known = Collections.unmodifiableSet(OneWay.names(schema, direction));
          atHomeInRequests = known;
        }
        yield known;
      }
      case RESPONSE -> {
        Set<String> known = atHomeInResponses;
        if (known == null) {
          known = Collections.unmodifiableSet(OneWay.names(schema, direction));
          atHomeInResponses = known;
        }
        yield known;
      }
    };
  }

  /// What a discriminating member must say, where the dialect asks for it.
  ///
  /// @param values in the order of the contract
  public record Discriminated(String property, Set<JsonValue> values) {}

  public List<Discriminated> discriminated() {
    return schema.compiled().keywords().stream()
        .filter(DiscriminatorRule.class::isInstance)
        .map(rule -> ((DiscriminatorRule) rule).discriminated())
        .toList();
  }

  /// Whether a bound is so large or so fine that it cannot be computed with.
  public boolean isBeyondComputing(String name) {
    return keyword(name).orElse(null) instanceof ScalarNode scalar
        && scalar.value() instanceof JsonNumber number
        && !number.isTame();
  }

  private Dialect dialect() {
    return schema.dialect();
  }

  private Optional<ObjectNode> object() {
    return schema.node() instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
  }

  private Optional<Node> keyword(String name) {
    int order = Keywords.orderOf(name);
    boolean isKnown = order < 0 || Keywords.isKnown(Keywords.ALL.get(order), schema.resource());
    return isKnown ? object().flatMap(object -> object.get(name)) : Optional.empty();
  }

  private boolean isExclusive(String name) {
    return dialect().hasBooleanBounds()
        && object().map(object -> Names.isTrue(object, name)).orElse(false);
  }

  /// A bound so large that it cannot be computed with says nothing to a generator.
  private Optional<BigDecimal> number(String name) {
    return keyword(name)
        .flatMap(
            node ->
                node instanceof ScalarNode scalar
                        && scalar.value() instanceof JsonNumber number
                        && number.isTame()
                    ? Optional.of(number.decimal())
                    : Optional.empty());
  }

  private Optional<Long> size(String name) {
    return keyword(name).flatMap(KeywordSource::sizeOf);
  }

  private Optional<String> text(String name) {
    return keyword(name).flatMap(Names::text);
  }

  private static Optional<List<JsonValue>> values(Node node) {
    return node instanceof ArrayNode array
        ? Optional.of(array.items().stream().map(Node::toJson).toList())
        : Optional.empty();
  }

  private List<Schema> schemas(String name) {
    return keyword(name).orElse(null) instanceof ArrayNode array
        ? array.items().stream().map(schema::inner).toList()
        : List.of();
  }

  private Optional<Schema> schemaAt(String name) {
    return keyword(name).filter(node -> !(node instanceof ArrayNode)).map(schema::inner);
  }

  private Map<String, Schema> named(String name) {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    if (keyword(name).orElse(null) instanceof ObjectNode object) {
      object.members().forEach(member -> schemas.put(member.name(), schema.inner(member.value())));
    }
    return schemas;
  }
}

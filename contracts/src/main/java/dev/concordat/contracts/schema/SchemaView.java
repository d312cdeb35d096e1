package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
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
  private final WrittenKeywords words;

  // Asked for again and again; made when first asked for, by whichever thread.
  private @Nullable Set<JsonType> types;
  private @Nullable Map<String, Schema> properties;
  private @Nullable List<String> required;
  private @Nullable List<Schema> allOf;
  private @Nullable List<Schema> anyOf;
  private @Nullable List<Schema> oneOf;

  SchemaView(Schema written) {
    this.written = written;
    Schema at = written;
    Set<Schema> seen = new HashSet<>();
    while (References.areIn(at) && seen.add(at) && isOnlyReference(at)) {
      at = References.targetOf(at).orElse(at);
    }
    this.schema = at;
    this.words = new WrittenKeywords(at);
    this.refIsPart =
        References.areIn(at) && References.targetOf(at).isPresent() && !isOnlyReference(at);
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

  /// The words that stand here, whether the dialect knows them or not: a bit for each. By others it says nothing.
  public long words() {
    return words.isFile() ? schema.words() | Word.FORMAT.bit() : schema.words();
  }

  /// Whether it says no more of a value than its type and its format, and how it travels.
  public boolean isOnlyTyped() {
    return words.isOnlyTyped();
  }

  /// Whether it says no more than that, and what its members and items are and which members must be there.
  public boolean isSimple() {
    return words.isSimple();
  }

  /// The types it names, `NULL` included where `nullable` allows it; empty if any type will do.
  public Set<JsonType> types() {
    Set<JsonType> known = types;
    if (known == null) {
      known = Collections.unmodifiableSet(words.types());
      types = known;
    }
    return known;
  }

  /// Whether null is allowed whatever the other keywords say: `nullable: true` of OpenAPI 3.0.
  public boolean allowsNullBeside() {
    return Nullable30.allowsNull(schema);
  }

  public Optional<List<JsonValue>> enumValues() {
    return words.keyword(Word.ENUM).flatMap(WrittenKeywords::values);
  }

  public Optional<JsonValue> constValue() {
    return words.keyword(Word.CONST).map(Node::toJson);
  }

  /// The bound that values may reach. A boolean `exclusiveMinimum` of older dialects makes it an exclusive one.
  public Optional<BigDecimal> minimum() {
    return words.isExclusive(Word.EXCLUSIVE_MINIMUM)
        ? Optional.empty()
        : words.number(Word.MINIMUM);
  }

  public Optional<BigDecimal> maximum() {
    return words.isExclusive(Word.EXCLUSIVE_MAXIMUM)
        ? Optional.empty()
        : words.number(Word.MAXIMUM);
  }

  /// The bound that values may not reach.
  public Optional<BigDecimal> exclusiveMinimum() {
    return words.isExclusive(Word.EXCLUSIVE_MINIMUM)
        ? words.number(Word.MINIMUM)
        : words.number(Word.EXCLUSIVE_MINIMUM);
  }

  public Optional<BigDecimal> exclusiveMaximum() {
    return words.isExclusive(Word.EXCLUSIVE_MAXIMUM)
        ? words.number(Word.MAXIMUM)
        : words.number(Word.EXCLUSIVE_MAXIMUM);
  }

  public Optional<BigDecimal> multipleOf() {
    return words.number(Word.MULTIPLE_OF);
  }

  /// In code points.
  public Optional<Long> minLength() {
    return words.size(Word.MIN_LENGTH);
  }

  public Optional<Long> maxLength() {
    return words.size(Word.MAX_LENGTH);
  }

  /// A regular expression of ECMA-262 that some part of the text must match.
  public Optional<String> pattern() {
    return words.text(Word.PATTERN);
  }

  public Optional<String> format() {
    return words.isFile() ? Optional.of("binary") : words.text(Word.FORMAT);
  }

  public Optional<Long> minItems() {
    return words.size(Word.MIN_ITEMS);
  }

  public Optional<Long> maxItems() {
    return words.size(Word.MAX_ITEMS);
  }

  public boolean uniqueItems() {
    return words.isTrue(Word.UNIQUE_ITEMS);
  }

  /// What all items must be that no position speaks of.
  public Optional<Schema> items() {
    Optional<Node> items = words.keyword(Word.ITEMS);
    return items.isPresent() && items.get() instanceof ArrayNode
        ? words.schemaAt(Word.ADDITIONAL_ITEMS)
        : items.map(schema::inner);
  }

  /// What the text holds, once it is decoded as `contentMediaType` says. Validators pass over it (2020-12, 8.2).
  public Optional<Schema> contentSchema() {
    return schema.dialect().isModern() ? words.schemaAt(Word.CONTENT_SCHEMA) : Optional.empty();
  }

  public Optional<Schema> contains() {
    return words.schemaAt(Word.CONTAINS);
  }

  public Optional<Long> minContains() {
    return words.size(Word.MIN_CONTAINS);
  }

  public Optional<Long> maxContains() {
    return words.size(Word.MAX_CONTAINS);
  }

  /// The members it speaks of, in the order of the contract.
  public Map<String, Schema> properties() {
    Map<String, Schema> known = properties;
    if (known == null) {
      known = Collections.unmodifiableMap(words.named(Word.PROPERTIES));
      properties = known;
    }
    return known;
  }

  public Map<String, Schema> patternProperties() {
    return words.named(Word.PATTERN_PROPERTIES);
  }

  /// The members that must be there.
  public List<String> required() {
    List<String> known = required;
    if (known == null) {
      known = words.required();
      required = known;
    }
    return known;
  }

  /// What members must be that it does not speak of: nothing said, a schema, or `false`
  /// ({@link Schema#allowsNothing()}).
  public Optional<Schema> additionalProperties() {
    return words.schemaAt(Word.ADDITIONAL_PROPERTIES);
  }

  public Optional<Schema> unevaluatedProperties() {
    return words.schemaAt(Word.UNEVALUATED_PROPERTIES);
  }

  public Optional<Schema> propertyNames() {
    return words.schemaAt(Word.PROPERTY_NAMES);
  }

  public Optional<Long> minProperties() {
    return words.size(Word.MIN_PROPERTIES);
  }

  public Optional<Long> maxProperties() {
    return words.size(Word.MAX_PROPERTIES);
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
    List<Schema> written = words.schemas(Word.ALL_OF);
    if (!refIsPart) {
      return written;
    }
    var all = new ArrayList<Schema>(written);
    References.targetOf(schema).ifPresent(all::addFirst);
    return List.copyOf(all);
  }

  public List<Schema> anyOf() {
    List<Schema> known = anyOf;
    if (known == null) {
      known = words.schemas(Word.ANY_OF);
      anyOf = known;
    }
    return known;
  }

  public List<Schema> oneOf() {
    List<Schema> known = oneOf;
    if (known == null) {
      known = words.schemas(Word.ONE_OF);
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
    return Discriminator.choice(this);
  }

  /// What discriminating members must say in a value of this schema, by the schemas it extends with `allOf`:
  /// `{petType: Cat}`. A validator does not ask for it, but a provider will.
  public Map<String, String> discriminatorValues() {
    return Discriminator.values(this);
  }

  public Optional<Schema> not() {
    return words.schemaAt(Word.NOT);
  }

  public boolean readOnly() {
    return words.isTrue(Word.READ_ONLY);
  }

  public boolean writeOnly() {
    return schema.dialect() != Dialect.SWAGGER_2_0 && words.isTrue(Word.WRITE_ONLY);
  }

  /// Whether a value does not travel this way: the schema, one that a reference leads to, or one that it extends is `readOnly`
  /// for requests, or `writeOnly` for responses. A word beside a lone `$ref` counts.
  public boolean staysAtHome(Direction direction) {
    return direction != Direction.NONE && OneWay.says(written, direction);
  }

  public boolean deprecated() {
    return words.isTrue(Word.DEPRECATED);
  }

  public Optional<JsonValue> defaultValue() {
    return words.keyword(Word.DEFAULT).map(Node::toJson);
  }

  /// The schemas that it names directly, whatever for.
  public List<Schema> inner() {
    Deque<Schema> inner = new ArrayDeque<>();
    SchemaLoader.Reach.from(schema, schema.examine(), inner);
    return List.copyOf(inner);
  }

  public Optional<Schema> unevaluatedItems() {
    return words.schemaAt(Word.UNEVALUATED_ITEMS);
  }

  /// Whether `format` is checked, and not only a note.
  public boolean assertsFormat() {
    return schema.has(Word.FORMAT) && StringKeywords.isFormatIn(schema.compiled().keywords());
  }

  /// Whether `contains` counts as having looked at the items that it matches (since 2020-12).
  public boolean marksContained() {
    return schema.dialect().hasPrefixItems();
  }

  /// The members that need not be there when a value travels this way, because this schema, or one that it extends, says
  /// that they do not travel.
  public Set<String> membersAtHome(Direction direction) {
    return schema.atHome().when(direction);
  }

  /// What a discriminating member must say, where the dialect asks for it.
  ///
  /// @param values in the order of the contract
  public record Discriminated(String property, Set<JsonValue> values) {}

  public List<Discriminated> discriminated() {
    return DiscriminatorRule.of(schema);
  }

  /// Whether it allows null beside its type: `nullable: true` of OpenAPI 3.0, or `null` among the types.
  public boolean nullable() {
    return words.nullable();
  }

  /// What the first items must be, each by its position.
  public List<Schema> prefixItems() {
    return words.prefixItems();
  }

  /// `if`, `then` and `else`, by these names.
  public Map<String, Schema> conditions() {
    return words.conditions();
  }

  /// `examples`, and OpenAPI's `example`, in this order.
  public List<JsonValue> examples() {
    return words.examples();
  }

  /// What must be there beside a member: `dependentRequired`, and the lists of names among `dependencies`.
  public Map<String, List<String>> dependentRequired() {
    return words.dependentRequired();
  }

  /// What the whole object must be if a member is there: `dependentSchemas`, and the schemas among `dependencies`.
  public Map<String, Schema> dependentSchemas() {
    return words.dependentSchemas();
  }

  /// Whether a bound is so large or so fine that it cannot be computed with.
  public boolean isBeyondComputing(Word bound) {
    return words.isBeyondComputing(bound);
  }

  private Optional<ObjectNode> object() {
    return schema.node() instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
  }
}

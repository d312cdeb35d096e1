package dev.concordat.contracts.schema;

import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a schema means: the same term for all the ways to write one. References are followed; names of components,
/// descriptions, examples and the version of JSON Schema are no part of it.
public final class SchemaMeaning {
  /// Annotations that tools and cases act on, taken as they are written.
  private static final List<String> KEPT =
      List.of("contentEncoding", "contentMediaType", "xml", "$dynamicAnchor", "$recursiveAnchor");

  private static final Term NULL_ALONE =
      TermMembers.of("schema").choices("type", List.of(Term.text(JsonType.NULL.name()))).term();

  private final Schema schema;
  private final SchemaView view;
  // Whether an outer schema asks which members and items this one looked at.
  private final boolean isAsked;

  private SchemaMeaning(SchemaView view, boolean isAsked) {
    this.view = view;
    this.schema = view.schema();
    this.isAsked = isAsked;
  }

  private record Key(Node node, boolean isAsked) {}

  /// The meaning of a schema.
  public static Term of(Schema schema) {
    return of(schema, false);
  }

  private static Term of(Schema written, boolean isAsked) {
    SchemaView view = written.view();
    return new Term.Knot(
        new Key(view.schema().node(), isAsked), () -> new SchemaMeaning(view, isAsked).unfold());
  }

  private Term unfold() {
    if (schema.allowsNothing()) {
      return Term.text("nothing");
    }
    if (!(schema.node() instanceof ObjectNode object)) {
      return TermMembers.of("schema").term();
    }
    boolean asks = isAsked || has("unevaluatedProperties") || has("unevaluatedItems");
    var own = new TermMembers();
    var parts = new ArrayList<Term>();
    collectParts(own, parts, asks);
    boolean isNullBeside = nullability(own, !parts.isEmpty());
    numbers(own);
    texts(own);
    arrays(own, asks);
    objects(own, asks);
    discriminators(own, object);
    if (isNullBeside) {
      var outside = new TermMembers();
      outside.put("anyOf", new Term.Choices(List.of(joined(own, parts), NULL_ALONE)));
      annotations(outside, object);
      return joined(outside, List.of());
    }
    annotations(own, object);
    return joined(own, parts);
  }

  /// A schema that says nothing but that one other holds is that other.
  private static Term joined(TermMembers own, List<Term> parts) {
    if (own.isEmpty() && parts.size() == 1) {
      return parts.getFirst();
    }
    return own.put("kind", Term.text("schema")).choices("allOf", parts).term();
  }

  private void collectParts(TermMembers own, List<Term> parts, boolean asks) {
    view.allOf().stream()
        .filter(part -> asks || !part.view().schema().allowsAll())
        .forEach(part -> parts.add(of(part, asks)));
    alternatives(view.anyOf(), asks, parts)
        .ifPresent(several -> own.put("anyOf", new Term.Choices(several)));
    alternatives(view.oneOf(), asks, parts)
        .ifPresent(several -> own.put("oneOf", new Term.Bag(several)));
    own.maybe("not", view.not().map(not -> of(not, asks)));
    Map<String, Schema> conditions = view.conditions();
    if (conditions.containsKey("if") && (asks || conditions.size() > 1)) {
      conditions.forEach((name, each) -> own.put(name, of(each, asks)));
    }
    own.named("dependentSchemas", terms(schemas("dependentSchemas"), asks));
    own.named("dependencies", dependencies(asks));
  }

  /// One alternative alone is no choice: it holds.
  private Optional<List<Term>> alternatives(List<Schema> all, boolean asks, List<Term> parts) {
    List<Term> terms = all.stream().map(each -> of(each, asks)).toList();
    if (terms.size() == 1) {
      parts.add(terms.getFirst());
    }
    return terms.size() > 1 ? Optional.of(terms) : Optional.empty();
  }

  /// Types, `enum` and `const`. OpenAPI 3.0's `nullable` becomes a type and a member of the enumeration where that says the
  /// same.
  ///
  /// @return whether null must be said beside all the rest
  private boolean nullability(TermMembers own, boolean hasParts) {
    var types = view.types();
    boolean isNullable = Nullable30.allowsNull(schema);
    boolean isBeside =
        isNullable && (hasParts || has("not") || has("anyOf") || has("oneOf") || has("if"));
    boolean isAnyNumber = types.contains(JsonType.NUMBER);
    own.choices(
        "type",
        types.stream()
            .filter(type -> !(isAnyNumber && type == JsonType.INTEGER))
            .filter(type -> !(isBeside && type == JsonType.NULL))
            .map(type -> Term.text(type.name()))
            .toList());
    Optional<List<JsonValue>> values = view.constValue().map(List::of).or(view::enumValues);
    values.ifPresent(
        allowed -> {
          var terms = new ArrayList<Term>(allowed.stream().map(Term::json).toList());
          if (isNullable && !isBeside) {
            terms.add(Term.json(JsonNull.NULL));
          }
          own.put("enum", new Term.Choices(terms));
        });
    if (view.constValue().isPresent()) {
      own.maybe("enumToo", view.enumValues().map(SchemaMeaning::choices));
    }
    return isBeside;
  }

  private static Term choices(List<JsonValue> values) {
    return new Term.Choices(values.stream().map(Term::json).toList());
  }

  private void numbers(TermMembers own) {
    own.maybe("minimum", view.minimum().map(SchemaMeaning::number));
    own.maybe("maximum", view.maximum().map(SchemaMeaning::number));
    own.maybe("exclusiveMinimum", view.exclusiveMinimum().map(SchemaMeaning::number));
    own.maybe("exclusiveMaximum", view.exclusiveMaximum().map(SchemaMeaning::number));
    own.maybe("multipleOf", view.multipleOf().map(SchemaMeaning::number));
  }

  private void texts(TermMembers own) {
    own.maybe("minLength", atLeastOne(view.minLength()));
    own.maybe("maxLength", view.maxLength().map(Term::number));
    own.text("pattern", view.pattern().orElse(""));
    own.text("format", view.format().orElse(""));
  }

  private void arrays(TermMembers own, boolean asks) {
    own.maybe("minItems", atLeastOne(view.minItems()));
    own.maybe("maxItems", view.maxItems().map(Term::number));
    own.flag("uniqueItems", view.uniqueItems());
    own.sequence("prefixItems", list(view.prefixItems()));
    own.maybe(
        "items", view.items().filter(items -> asks || !allowsAll(items)).map(SchemaMeaning::of));
    own.maybe("contains", view.contains().map(SchemaMeaning::of));
    if (view.contains().isPresent()) {
      own.maybe("minContains", view.minContains().filter(min -> min != 1).map(Term::number));
      own.maybe("maxContains", view.maxContains().map(Term::number));
    }
    own.maybe("unevaluatedItems", inner("unevaluatedItems").map(SchemaMeaning::of));
    own.maybe("contentSchema", inner("contentSchema").map(SchemaMeaning::of));
  }

  private void objects(TermMembers own, boolean asks) {
    own.named("properties", terms(view.properties(), false));
    own.named("patternProperties", terms(view.patternProperties(), false));
    own.choices("required", view.required().stream().map(Term::text).toList());
    own.maybe(
        "additionalProperties",
        view.additionalProperties()
            .filter(rest -> asks || !allowsAll(rest))
            .map(SchemaMeaning::of));
    own.maybe("unevaluatedProperties", view.unevaluatedProperties().map(SchemaMeaning::of));
    own.maybe(
        "propertyNames", view.propertyNames().filter(n -> !allowsAll(n)).map(SchemaMeaning::of));
    own.maybe("minProperties", atLeastOne(view.minProperties()));
    own.maybe("maxProperties", view.maxProperties().map(Term::number));
    own.maybe("dependentRequired", keyword("dependentRequired").map(SchemaMeaning::requirements));
  }

  private void annotations(TermMembers own, ObjectNode object) {
    own.flag("readOnly", view.readOnly()).flag("writeOnly", view.writeOnly());
    own.maybe("default", view.defaultValue().map(Term::json));
    KEPT.forEach(name -> own.maybe(name, object.get(name).map(node -> Term.json(node.toJson()))));
    for (String name : List.of("$dynamicRef", "$recursiveRef")) {
      own.maybe(name, keyword(name).map(node -> Term.json(node.toJson())));
    }
    // A reference that leads nowhere allows everything, but what it meant is not the same as
    // nothing.
    if (object.get("$ref").orElse(null) instanceof ScalarNode reference
        && References.targetOf(schema).isEmpty()) {
      own.text("leadsNowhere", reference.text().orElse(""));
    }
  }

  private void discriminators(TermMembers own, ObjectNode object) {
    view.discriminator()
        .ifPresent(choice -> own.put("discriminator", discriminator(choice, object)));
    own.named("discriminatorValues", texts(view.discriminatorValues()));
  }

  private static Term discriminator(SchemaView.Choice choice, ObjectNode object) {
    var term = TermMembers.of("discriminator").text("property", choice.property());
    term.named("choices", terms(choice.choices(), false));
    if (choice.choices().isEmpty()
        && object.get("discriminator").orElse(object) instanceof ObjectNode written) {
      term.maybe("mapping", written.get("mapping").map(node -> Term.json(node.toJson())));
    }
    return term.term();
  }

  private Map<String, Term> dependencies(boolean asks) {
    Map<String, Term> all = new TreeMap<>();
    if (keyword("dependencies").orElse(null) instanceof ObjectNode object) {
      for (ObjectNode.Member member : object.members()) {
        boolean isSchema = !(member.value() instanceof ArrayNode);
        all.put(
            member.name(),
            isSchema ? of(schema.inner(member.value()), asks) : names(member.value().toJson()));
      }
    }
    return all;
  }

  private static Term requirements(Node node) {
    Map<String, Term> all = new TreeMap<>();
    if (node instanceof ObjectNode object) {
      object.members().forEach(each -> all.put(each.name(), names(each.value().toJson())));
    }
    return Term.members(all);
  }

  private static Term names(JsonValue value) {
    return Term.json(value) instanceof Term.Sequence(var items)
        ? new Term.Choices(items)
        : Term.json(value);
  }

  private static boolean allowsAll(Schema schema) {
    return schema.view().schema().allowsAll();
  }

  private static Optional<Term> atLeastOne(Optional<Long> size) {
    return size.filter(number -> number > 0).map(Term::number);
  }

  private static Term number(BigDecimal number) {
    return Term.json(JsonNumber.of(number));
  }

  private static List<Term> list(Collection<Schema> schemas) {
    return schemas.stream().map(SchemaMeaning::of).toList();
  }

  private static Map<String, Term> terms(Map<String, Schema> schemas, boolean asks) {
    Map<String, Term> terms = new TreeMap<>();
    schemas.forEach((name, each) -> terms.put(name, of(each, asks)));
    return terms;
  }

  private static Map<String, Term> texts(Map<String, String> texts) {
    Map<String, Term> terms = new TreeMap<>();
    texts.forEach((name, text) -> terms.put(name, Term.text(text)));
    return terms;
  }

  private boolean has(String name) {
    return keyword(name).isPresent();
  }

  /// The keyword's value, where the dialect knows it.
  private Optional<Node> keyword(String name) {
    int order = Keywords.orderOf(name);
    boolean isKnown = order < 0 || Keywords.isKnown(Keywords.ALL.get(order), schema.resource());
    return isKnown && schema.node() instanceof ObjectNode object
        ? object.get(name)
        : Optional.empty();
  }

  private Optional<Schema> inner(String name) {
    return keyword(name).map(schema::inner);
  }

  private Map<String, Schema> schemas(String name) {
    Map<String, Schema> all = new TreeMap<>();
    if (keyword(name).orElse(null) instanceof ObjectNode object) {
      object.members().forEach(member -> all.put(member.name(), schema.inner(member.value())));
    }
    return all;
  }
}

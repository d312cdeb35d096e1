package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A `discriminator` beside `oneOf` or `anyOf`: the member it names must be there and say which alternative is meant
/// (OpenAPI 3.2, Discriminator Object). What it says is asked before the alternatives are, so that a wrong name is told as
/// such. It says nothing where a default is given, or where an alternative without a name could be meant.
///
/// @param names the values of the mapping and the names of the alternatives
record DiscriminatorRule(
    String property, List<String> names, List<Schema> schemas, Keyword alternatives)
    implements Keyword {
  /// Most schemas that one is looked for in by `allOf`.
  private static final int MAX_PARTS = 100;

  static Keyword around(KeywordSource source, List<Schema> schemas, Keyword alternatives) {
    boolean isOpenApi =
        source.dialect() == Dialect.OPENAPI_3_0 || source.dialect() == Dialect.OPENAPI_3_1;
    if (!isOpenApi
        || !(source.sibling("discriminator").orElse(null) instanceof ObjectNode discriminator)
        || discriminator.has("defaultMapping")) {
      return alternatives;
    }
    Optional<String> property = Names.text(discriminator, "propertyName");
    boolean areNamed = schemas.stream().allMatch(DiscriminatorRule::isNamedOrNoObject);
    return property.isEmpty() || !areNamed
        ? alternatives
        : new DiscriminatorRule(
            property.get(), names(discriminator, schemas), schemas, alternatives);
  }

  private static boolean isNamedOrNoObject(Schema alternative) {
    return !Discriminator.reference(alternative).isEmpty()
        || (alternative.node() instanceof ObjectNode object
            && Names.text(object, "type").filter(type -> !type.equals("object")).isPresent());
  }

  private static List<String> names(ObjectNode discriminator, List<Schema> schemas) {
    var names = new TreeSet<String>();
    if (discriminator.get("mapping").orElse(null) instanceof ObjectNode mapping) {
      mapping.members().forEach(member -> names.add(member.name()));
    }
    for (Schema schema : schemas) {
      String reference = Discriminator.reference(schema);
      if (!reference.isEmpty()) {
        names.add(reference.substring(reference.lastIndexOf('/') + 1));
      }
    }
    return List.copyOf(names);
  }

  @Override
  public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
    if (!(value instanceof JsonObject object)) {
      return alternatives.check(value, check, marks);
    }
    Optional<JsonValue> named = object.member(property);
    boolean isKnown = named.isPresent() && (isName(named.get()) || statesItself(named.get()));
    if (isKnown) {
      return alternatives.check(value, check, marks);
    }
    if (named.isEmpty() && isRequired(check.schema())) {
      // `required` tells it.
      return false;
    }
    String listed = String.join(", ", names);
    return check.failsAtMember(
        "discriminator",
        property,
        named.orElse(null),
        named
                .map(each -> Violations.shown(each) + " names no alternative, the contract has ")
                .orElse("is missing, it tells which alternative is meant: ")
            + listed,
        listed);
  }

  private boolean isName(JsonValue value) {
    return value instanceof JsonString(String name) && names.contains(name);
  }

  /// Whether an alternative lists the value among those its own member may have: then that is what it is known by, though
  /// the discriminator forgot it.
  private boolean statesItself(JsonValue value) {
    return stated().anyMatch(value::equals);
  }

  private Stream<JsonValue> stated() {
    return schemas.stream()
        .flatMap(alternative -> joined(alternative).stream())
        .flatMap(part -> Optional.ofNullable(part.properties().get(property)).stream())
        .flatMap(member -> joined(member).stream())
        .flatMap(
            member ->
                Stream.concat(
                    member.constValue().stream(),
                    member.enumValues().stream().flatMap(Collection::stream)));
  }

  /// The schema and those that it extends.
  private static List<SchemaView> joined(Schema schema) {
    var views = new ArrayList<SchemaView>();
    Deque<Schema> open = new ArrayDeque<>(List.of(schema));
    Set<Schema> seen = new HashSet<>();
    while (!open.isEmpty() && seen.size() < MAX_PARTS) {
      SchemaView view = open.pop().view();
      if (seen.add(view.schema())) {
        views.add(view);
        view.allOf().reversed().forEach(open::push);
        // An alternative without another is no choice.
        Stream.of(view.anyOf(), view.oneOf())
            .filter(alternatives -> alternatives.size() == 1)
            .forEach(only -> open.push(only.getFirst()));
      }
    }
    return views;
  }

  /// What the discriminating members of a schema must say; nothing where it names none.
  static List<SchemaView.Discriminated> of(Schema schema) {
    if (!(schema.node() instanceof ObjectNode object && object.has("discriminator"))) {
      return List.of();
    }
    return schema.compiled().keywords().stream()
        .filter(DiscriminatorRule.class::isInstance)
        .map(rule -> ((DiscriminatorRule) rule).discriminated())
        .toList();
  }

  /// All that the member may say.
  SchemaView.Discriminated discriminated() {
    Set<JsonValue> values = new LinkedHashSet<>();
    names.forEach(name -> values.add(new JsonString(name)));
    stated().forEach(values::add);
    return new SchemaView.Discriminated(property, values);
  }

  private boolean isRequired(Schema schema) {
    return schema.node() instanceof ObjectNode object
        && object
            .get("required")
            .map(Node::toJson)
            .filter(list -> list.toString().contains(new JsonString(property).toString()))
            .isPresent();
  }
}

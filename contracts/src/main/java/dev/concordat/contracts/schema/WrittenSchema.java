package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One schema on its way to 2020-12, keyword by keyword, in the order of the contract.
final class WrittenSchema {
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "title",
          "description",
          "default",
          "deprecated",
          "readOnly",
          "writeOnly",
          "externalDocs",
          "xml",
          "contentEncoding",
          "contentMediaType",
          "$comment");

  private final SchemaWriter writer;
  private final Schema schema;
  private final ObjectNode object;
  private final Map<String, Schema> dynamic;
  private final Set<String> atHome;
  private final Map<String, JsonValue> out = new LinkedHashMap<>();

  /// @param around members that need not be there, as the schemas around say
  WrittenSchema(
      SchemaWriter writer,
      Schema schema,
      ObjectNode object,
      Map<String, Schema> dynamic,
      Set<String> around) {
    this.writer = writer;
    this.schema = schema;
    this.object = object;
    this.dynamic = dynamic;
    this.atHome = new LinkedHashSet<>(around);
    if (writer.wire().isPresent()) {
      atHome.addAll(schema.atHome().when(writer.wire().get().direction()));
    }
  }

  JsonObject json() {
    boolean isOnlyReference = object.has("$ref") && schema.dialect().ignoresSiblingsOfRef();
    Set<String> names = new HashSet<>();
    for (ObjectNode.Member member : object.members()) {
      String name = member.name();
      if (names.add(name) && (!isOnlyReference || name.equals("$ref"))) {
        // Of a name that comes twice the last value counts.
        write(name, object.get(name).orElse(member.value()));
      }
    }
    if (!isOnlyReference && writer.wire().isEmpty()) {
      examples();
    }
    return Nullable30.allowsNull(schema) ? NullBeside.allow(out) : new JsonObject(out);
  }

  private void write(String name, Node value) {
    switch (name) {
      case "$ref", "$dynamicRef", "$recursiveRef" -> reference(name, value);
      case "type" -> type(value);
      case "exclusiveMinimum" -> exclusive(name, "minimum", value);
      case "exclusiveMaximum" -> exclusive(name, "maximum", value);
      case "minimum" -> bound(name, "exclusiveMinimum", value);
      case "maximum" -> bound(name, "exclusiveMaximum", value);
      case "items" -> items(value);
      case "additionalItems" -> {
        boolean isRest = object.get("items").orElse(value) instanceof ArrayNode;
        if (says(name) && isRest) {
          out.put("items", inner(value));
        }
      }
      case "minContains", "maxContains" -> {
        if (schema.dialect().isModern() && says("contains")) {
          out.put(name, value.toJson());
        }
      }
      case "not" -> {
        if (says(name)) {
          out.put(name, inPlace(value));
        }
      }
      case "contains",
          "additionalProperties",
          "unevaluatedItems",
          "unevaluatedProperties",
          "propertyNames" -> {
        if (says(name)) {
          out.put(name, inner(value));
        }
      }
      case "required" -> required(value);
      case "if", "then", "else" -> {
        if (says("if") && MemberKeywords.isSchema(value)) {
          out.put(name, inPlace(value));
        }
      }
      case "contentSchema" -> {
        if (schema.dialect().isModern() && MemberKeywords.isSchema(value)) {
          out.put(name, inner(value));
        }
      }
      case "allOf", "anyOf", "oneOf", "prefixItems" -> {
        if (says(name) && value instanceof ArrayNode list) {
          addParts(name, list, !name.equals("prefixItems"));
        }
      }
      case "properties", "patternProperties" -> {
        if (says(name) && value instanceof ObjectNode named) {
          Map<String, JsonValue> all = new LinkedHashMap<>();
          for (ObjectNode.Member member : named.members()) {
            if (isMet(name, member.name())) {
              all.put(member.name(), inner(member.value()));
            }
          }
          out.put(name, new JsonObject(all));
        }
      }
      case "dependentSchemas" -> {
        if (says(name) && value instanceof ObjectNode named) {
          named.members().forEach(member -> putNamed(name, member.name(), inPlace(member.value())));
        }
      }
      case "dependencies", "dependentRequired" -> {
        if (says(name) && value instanceof ObjectNode named) {
          dependencies(name, named);
        }
      }
      case "format" -> {
        if (!isFile()) {
          Names.text(value).ifPresent(this::format);
        }
      }
      case "pattern" -> Names.text(value).ifPresent(text -> out.put(name, value.toJson()));
      case "discriminator" -> {
        if (writer.wire().isEmpty()) {
          new WrittenDiscriminator(writer, schema, dynamic, value)
              .json()
              .ifPresent(json -> out.put(name, json));
        }
      }
      default -> plain(name, value);
    }
  }

  private void plain(String name, Node value) {
    boolean isNoted = writer.wire().isEmpty();
    boolean isExtension = isNoted && name.startsWith("x-") && !name.equals("x-nullable");
    boolean isAnnotation = isNoted && ANNOTATIONS.contains(name) && !isSwaggerUnknown(name);
    if (isExtension || isAnnotation || (!ANNOTATIONS.contains(name) && says(name))) {
      out.put(name, value.toJson());
    }
  }

  private boolean isSwaggerUnknown(String name) {
    return name.equals("writeOnly") && schema.dialect() == Dialect.SWAGGER_2_0;
  }

  /// Whether the keyword means something here: it belongs to the dialect, and has a value it can have.
  private boolean says(String name) {
    int order = Keywords.orderOf(name);
    Node value = object.get(name).orElse(null);
    return order >= 0
        && value != null
        && Keywords.isKnown(Keywords.ALL.get(order), schema.resource())
        && isPossible(name, value);
  }

  private boolean isPossible(String name, Node value) {
    return switch (name) {
      case "items" -> MemberKeywords.isSchema(value) || (value instanceof ArrayNode && isPrefix());
      case "additionalItems",
          "not",
          "contains",
          "if",
          "additionalProperties",
          "unevaluatedItems",
          "unevaluatedProperties",
          "propertyNames" ->
          MemberKeywords.isSchema(value);
      case "allOf", "anyOf", "oneOf", "prefixItems", "enum", "required" ->
          value instanceof ArrayNode;
      case "properties",
          "patternProperties",
          "dependentSchemas",
          "dependentRequired",
          "dependencies" ->
          value instanceof ObjectNode;
      case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties" ->
          KeywordSource.sizeOf(value).isPresent();
      case "multipleOf" -> isNumber(value) && !value.toJson().toString().startsWith("-");
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> isNumber(value);
      case "uniqueItems" -> Names.isTrue(object, name);
      default -> true;
    };
  }

  /// Whether `items` may be a list.
  private boolean isPrefix() {
    return !schema.dialect().hasPrefixItems() && !schema.dialect().isOldOpenApi();
  }

  /// What is inside the value.
  private JsonValue inner(Node node) {
    Schema inside = schema.inner(node);
    return writer.isRefused(inside)
        ? JsonBoolean.of(false)
        : writer.write(inside, dynamic, Set.of());
  }

  /// What speaks of the same value.
  private JsonValue inPlace(Node node) {
    return writer.write(schema.inner(node), dynamic, atHome);
  }

  /// What is said of a member that the value does not have anywhere says nothing.
  private boolean isMet(String keyword, String name) {
    return writer.wire().isEmpty()
        || !keyword.equals("properties")
        || writer.wire().get().isMet().test(name);
  }

  private void required(Node value) {
    if (writer.wire().isEmpty()) {
      plain("required", value);
    } else if (says("required") && value instanceof ArrayNode names) {
      List<JsonValue> travelling =
          names.items().stream()
              .filter(name -> Names.text(name).filter(text -> !atHome.contains(text)).isPresent())
              .map(Node::toJson)
              .toList();
      out.put("required", new JsonArray(travelling));
    }
  }

  private void format(String name) {
    if (writer.wire().isEmpty()) {
      out.put("format", new JsonString(name));
    } else if (schema.view().assertsFormat()) {
      Optional<JsonObject> bounds = Formats.integers(name);
      if (bounds.isPresent()) {
        addPart("allOf", bounds.get());
        return;
      }
      out.put("format", new JsonString(name));
    }
  }

  private void addParts(String name, ArrayNode list, boolean speakOfTheSame) {
    list.items().forEach(item -> addPart(name, speakOfTheSame ? inPlace(item) : inner(item)));
    if (list.items().isEmpty()) {
      out.putIfAbsent(name, new JsonArray(List.of()));
    }
  }

  private void addPart(String name, JsonValue part) {
    List<JsonValue> parts = new ArrayList<>();
    if (out.get(name) instanceof JsonArray(List<JsonValue> known)) {
      parts.addAll(known);
    }
    parts.add(part);
    out.put(name, new JsonArray(parts));
  }

  private void putNamed(String name, String key, JsonValue value) {
    JsonObject known = out.get(name) instanceof JsonObject named ? named : JsonObject.EMPTY;
    JsonValue merged =
        known
            .member(key)
            .filter(before -> name.equals("dependentSchemas"))
            .<JsonValue>map(
                before -> JsonObject.EMPTY.with("allOf", new JsonArray(List.of(before, value))))
            .orElse(value);
    out.put(name, known.with(key, merged));
  }

  private void reference(String keyword, Node value) {
    int order = Keywords.orderOf(keyword);
    if (!Keywords.isKnown(Keywords.ALL.get(order), schema.resource())) {
      return;
    }
    Optional<String> reference = writer.reference(schema, keyword, value, dynamic, atHome);
    if (reference.isEmpty()) {
      // It allows everything, and a reader should know why.
      String text = "a reference led nowhere: " + Names.text(value).orElse("");
      out.putIfAbsent("$comment", new JsonString(text));
      return;
    }
    JsonString text = new JsonString(reference.get());
    if (out.containsKey("$ref")) {
      addPart("allOf", JsonObject.EMPTY.with("$ref", text));
    } else {
      out.put("$ref", text);
    }
  }

  private void type(Node value) {
    List<Node> names = value instanceof ArrayNode array ? array.items() : List.of(value);
    var types = new LinkedHashSet<JsonValue>();
    for (Node name : names) {
      Names.text(name)
          .flatMap(schema.dialect()::type)
          .ifPresent(type -> types.add(new JsonString(type.name().toLowerCase(Locale.ROOT))));
    }
    if (types.isEmpty()) {
      return;
    }
    out.put("type", types.size() == 1 ? types.getFirst() : new JsonArray(List.copyOf(types)));
    if (isFile()) {
      out.put("format", new JsonString("binary"));
    }
  }

  private boolean isFile() {
    return schema.dialect() == Dialect.SWAGGER_2_0
        && Names.text(object, "type").equals(Optional.of("file"));
  }

  private void exclusive(String name, String bound, Node value) {
    if (!schema.dialect().hasBooleanBounds()) {
      plain(name, value);
    } else if (Names.isTrue(object, name)) {
      object.get(bound).filter(WrittenSchema::isNumber).ifPresent(b -> out.put(name, b.toJson()));
    }
  }

  private void bound(String name, String exclusive, Node value) {
    boolean isExclusive = schema.dialect().hasBooleanBounds() && Names.isTrue(object, exclusive);
    if (!isExclusive && isNumber(value)) {
      plain(name, value);
    }
  }

  private static boolean isNumber(Node node) {
    return node instanceof ScalarNode scalar && scalar.value() instanceof JsonNumber;
  }

  private void items(Node value) {
    if (!says("items")) {
      return;
    }
    if (value instanceof ArrayNode first) {
      addParts("prefixItems", first, false);
    } else {
      out.put("items", inner(value));
    }
  }

  /// `dependencies` became two keywords. Both may stand beside the old one, and then all hold.
  private void dependencies(String keyword, ObjectNode named) {
    for (ObjectNode.Member member : named.members()) {
      if (member.value() instanceof ArrayNode names) {
        Set<JsonValue> all = new LinkedHashSet<>();
        if (out.get("dependentRequired") instanceof JsonObject known
            && known.member(member.name()).orElse(null) instanceof JsonArray(var before)) {
          all.addAll(before);
        }
        all.addAll(names.toJson().items());
        putNamed("dependentRequired", member.name(), new JsonArray(List.copyOf(all)));
      } else if (keyword.equals("dependencies") && MemberKeywords.isSchema(member.value())) {
        putNamed("dependentSchemas", member.name(), inPlace(member.value()));
      }
    }
  }

  /// `examples`, to which OpenAPI's `example` belongs now.
  private void examples() {
    var all = new LinkedHashSet<JsonValue>();
    if (object.get("examples").orElse(null) instanceof ArrayNode list) {
      all.addAll(list.toJson().items());
    }
    object.get("example").ifPresent(example -> all.add(example.toJson()));
    if (!all.isEmpty()) {
      out.put("examples", new JsonArray(List.copyOf(all)));
    }
  }
}

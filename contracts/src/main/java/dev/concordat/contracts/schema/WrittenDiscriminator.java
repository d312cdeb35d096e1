package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A `discriminator` whose schemas may have got other names.
final class WrittenDiscriminator {
  private final SchemaWriter writer;
  private final Schema schema;
  private final Map<String, Schema> dynamic;
  private final Node written;

  WrittenDiscriminator(
      SchemaWriter writer, Schema schema, Map<String, Schema> dynamic, Node written) {
    this.writer = writer;
    this.schema = schema;
    this.dynamic = dynamic;
    this.written = written;
  }

  Optional<JsonValue> json() {
    if (!schema.dialect().isOpenApi() && schema.dialect() != Dialect.ASYNCAPI) {
      return Optional.empty();
    }
    if (!(written instanceof ObjectNode discriminator)) {
      // Swagger 2.0 names the member alone.
      return Names.text(written).map(text -> JsonObject.EMPTY.with("propertyName", named(text)));
    }
    if (discriminator.has("defaultMapping")) {
      // Without its default it would refuse what it allows now.
      writer
          .references()
          .lost(discriminator.place(), "a discriminator with a 'defaultMapping' (OpenAPI 3.2)");
      return Optional.empty();
    }
    return Optional.of(json(discriminator));
  }

  private static JsonString named(String text) {
    return new JsonString(text);
  }

  private JsonObject json(ObjectNode discriminator) {
    Map<String, JsonValue> out = new LinkedHashMap<>();
    for (ObjectNode.Member member : discriminator.members()) {
      if (!member.name().equals("mapping")) {
        out.put(member.name(), member.value().toJson());
      }
    }
    Map<String, JsonValue> mapping = mapping(discriminator);
    if (!mapping.isEmpty()) {
      out.put("mapping", new JsonObject(mapping));
    }
    return new JsonObject(out);
  }

  private Map<String, JsonValue> mapping(ObjectNode discriminator) {
    Map<String, JsonValue> mapping = new LinkedHashMap<>();
    if (discriminator.get("mapping").orElse(null) instanceof ObjectNode named) {
      for (ObjectNode.Member member : named.members()) {
        String text = Names.text(member.value()).orElse("");
        mapping.put(member.name(), named(meant(member.value(), text).orElse(text)));
      }
    }
    alternatives().forEach(each -> keepName(each, discriminator, mapping));
    return mapping;
  }

  /// An alternative is known by the name that its reference ends with; another name is said.
  private void keepName(
      Schema alternative, ObjectNode discriminator, Map<String, JsonValue> mapping) {
    String before = Discriminator.reference(alternative);
    String name = lastOf(before);
    if (name.isEmpty() || !Discriminator.valueFor(discriminator, before, name).equals(name)) {
      return;
    }
    reference(alternative)
        .filter(now -> !lastOf(now).equals(name))
        .ifPresent(now -> mapping.putIfAbsent(name, named(now)));
  }

  private static String lastOf(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  private Stream<Schema> alternatives() {
    return schema.node() instanceof ObjectNode object
        ? Stream.of("oneOf", "anyOf")
            .flatMap(name -> object.get(name).stream())
            .flatMap(list -> list instanceof ArrayNode all ? all.items().stream() : Stream.of())
            .map(schema::inner)
        : Stream.of();
  }

  private Optional<String> reference(Schema alternative) {
    return alternative.node() instanceof ObjectNode object
        ? object
            .get("$ref")
            .flatMap(text -> writer.reference(alternative, "$ref", text, dynamic, Set.of()))
        : Optional.empty();
  }

  /// Where an entry of the mapping leads now: to an alternative, to a schema by its name, or by its address.
  private Optional<String> meant(Node entry, String text) {
    Optional<Schema> alternative =
        alternatives().filter(each -> isNamed(Discriminator.reference(each), text)).findFirst();
    if (alternative.isPresent()) {
      return reference(alternative.get());
    }
    Node root = Documents.rootOf(schema.node());
    Optional<Node> component =
        List.of("/components/schemas/", "/definitions/").stream()
            .flatMap(under -> Pointers.follow(root, under + Pointers.escape(text)).stream())
            .findFirst();
    if (component.isPresent()) {
      return Optional.of(writer.referenceTo(schema.loader().load(component.get()), dynamic));
    }
    boolean isAddress = text.contains("#") || text.contains("/") || text.contains(".");
    return isAddress
        ? writer.reference(schema, "$ref", entry, dynamic, Set.of())
        : Optional.empty();
  }

  private static boolean isNamed(String reference, String text) {
    return !text.isEmpty() && (reference.equals(text) || reference.endsWith("/" + text));
  }
}

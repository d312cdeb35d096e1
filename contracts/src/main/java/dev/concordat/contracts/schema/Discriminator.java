package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// OpenAPI's `discriminator`. It judges nothing, but tells which alternative a value was meant for.
final class Discriminator {
  private Discriminator() {}

  /// The index of the alternative that the value names.
  static Optional<Integer> chosen(Schema schema, List<Schema> alternatives, JsonValue value) {
    if (!(schema.node() instanceof ObjectNode object)
        || !(value instanceof JsonObject instance)
        || !(object.get("discriminator").orElse(object) instanceof ObjectNode discriminator)) {
      return Optional.empty();
    }
    Optional<String> named =
        Names.text(discriminator, "propertyName")
            .or(() -> Names.text(object, "discriminator"))
            .flatMap(instance::member)
            .flatMap(
                member ->
                    member instanceof JsonString(String text)
                        ? Optional.of(text)
                        : Optional.empty());
    return named
        .flatMap(name -> indexOf(mapped(discriminator, name), alternatives))
        .or(
            () ->
                Names.text(discriminator, "defaultMapping")
                    .flatMap(name -> indexOf(name, alternatives)));
  }

  /// The member that tells the alternatives of a schema apart.
  static Optional<SchemaView.Choice> choice(SchemaView view) {
    Optional<Node> written = written(view);
    if (view.schema().dialect() == Dialect.SWAGGER_2_0) {
      return written
          .flatMap(Names::text)
          .map(property -> new SchemaView.Choice(property, Map.of()));
    }
    if (!(written.orElse(null) instanceof ObjectNode discriminator)) {
      return Optional.empty();
    }
    List<Schema> alternatives = new ArrayList<>(view.oneOf());
    alternatives.addAll(view.anyOf());
    return Names.text(discriminator, "propertyName")
        .map(property -> new SchemaView.Choice(property, choices(discriminator, alternatives)));
  }

  /// What discriminating members say in a value of a schema, by the schemas that it extends.
  static Map<String, String> values(SchemaView view) {
    Map<String, String> values = new LinkedHashMap<>();
    String pointer = view.schema().node().pointer();
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    for (Schema part : view.allOf()) {
      SchemaView base = part.view();
      if (view.schema().dialect() == Dialect.SWAGGER_2_0) {
        choice(base).ifPresent(choice -> values.put(choice.property(), name));
      } else if (written(base).orElse(null) instanceof ObjectNode discriminator) {
        Names.text(discriminator, "propertyName")
            .ifPresent(
                property -> values.put(property, valueFor(discriminator, "#" + pointer, name)));
      }
    }
    return values;
  }

  private static Optional<Node> written(SchemaView view) {
    return view.schema().node() instanceof ObjectNode object
        ? object.get("discriminator")
        : Optional.empty();
  }

  /// The values of the discriminating member, each with the alternative it chooses.
  static Map<String, Schema> choices(ObjectNode discriminator, List<Schema> alternatives) {
    Map<String, Schema> choices = new LinkedHashMap<>();
    for (Schema alternative : alternatives) {
      String reference = reference(alternative);
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      if (!name.isEmpty()) {
        choices.put(valueFor(discriminator, reference, name), alternative);
      }
    }
    return choices;
  }

  /// What the discriminating member says in a value of the schema with this name.
  static String valueFor(ObjectNode discriminator, String reference, String name) {
    if (discriminator.get("mapping").orElse(null) instanceof ObjectNode mapping) {
      for (ObjectNode.Member member : mapping.members()) {
        String target = Names.text(member.value()).orElse("");
        if (target.equals(reference) || target.equals(name) || target.endsWith("/" + name)) {
          return member.name();
        }
      }
    }
    return name;
  }

  static String reference(Schema schema) {
    return schema.node() instanceof ObjectNode object ? Names.text(object, "$ref").orElse("") : "";
  }

  private static String mapped(ObjectNode discriminator, String name) {
    return discriminator.get("mapping").orElse(discriminator) instanceof ObjectNode mapping
            && mapping != discriminator
        ? Names.text(mapping, name).orElse(name)
        : name;
  }

  private static Optional<Integer> indexOf(String wanted, List<Schema> alternatives) {
    for (int i = 0; i < alternatives.size(); i++) {
      String reference = reference(alternatives.get(i));
      if (reference.equals(wanted) || reference.endsWith("/" + wanted)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}

package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
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
    return named.flatMap(name -> indexOf(mapped(discriminator, name), alternatives));
  }

  private static String mapped(ObjectNode discriminator, String name) {
    return discriminator.get("mapping").orElse(discriminator) instanceof ObjectNode mapping
            && mapping != discriminator
        ? Names.text(mapping, name).orElse(name)
        : name;
  }

  private static Optional<Integer> indexOf(String wanted, List<Schema> alternatives) {
    for (int i = 0; i < alternatives.size(); i++) {
      Node node = alternatives.get(i).node();
      String reference =
          node instanceof ObjectNode object ? Names.text(object, "$ref").orElse("") : "";
      if (reference.equals(wanted) || reference.endsWith("/" + wanted)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}

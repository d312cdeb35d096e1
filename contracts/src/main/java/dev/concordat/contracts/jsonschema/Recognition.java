package dev.concordat.contracts.jsonschema;

import com.google.re2j.Pattern;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonBoolean;
import java.util.List;
import java.util.Set;

/// Tells schemas from data. Data may have members called `type` and `properties`; only where each has the form that JSON
/// Schema gives it is a document without `$schema` taken for a schema.
final class Recognition {
  private static final Pattern METASCHEMA =
      Pattern.compile("https?://json-schema\\.org/(?:draft[-/][0-9a-z-]+/)?schema#?");
  private static final Set<String> TYPES =
      Set.of("null", "boolean", "number", "integer", "string", "array", "object");
  private static final List<String> COMBINING = List.of("allOf", "anyOf", "oneOf");
  private static final List<String> DEFINING = List.of("$defs", "definitions");

  /// What other kinds of document say of themselves, read or not.
  private static final List<String> OTHERS =
      List.of("openapi", "swagger", "asyncapi", "arazzo", "overlay", "apiVersion", "dependencies");

  private Recognition() {}

  static boolean isMetaschema(String uri) {
    return METASCHEMA.matches(uri);
  }

  static boolean isSchema(Node root) {
    if (!(root instanceof ObjectNode object)) {
      return false;
    }
    if (Reading.text(object, "$schema").filter(Recognition::isMetaschema).isPresent()) {
      return true;
    }
    return OTHERS.stream().noneMatch(object::has) && hasClearKeywords(object);
  }

  private static boolean hasClearKeywords(ObjectNode object) {
    if (object.has("type") && !isTyped(object)) {
      return false;
    }
    boolean isTyped = object.has("type");
    if (object.get("properties").orElse(null) instanceof ObjectNode properties) {
      return isTyped && properties.members().stream().allMatch(m -> isSubschema(m.value()));
    }
    if (object.get("items").orElse(null) instanceof ObjectNode items) {
      return isTyped && isMeant(items);
    }
    return COMBINING.stream().anyMatch(word -> combines(object, word))
        || DEFINING.stream().anyMatch(word -> defines(object, word));
  }

  private static boolean isTyped(ObjectNode object) {
    return switch (object.get("type").orElse(null)) {
      case ScalarNode scalar -> scalar.text().filter(TYPES::contains).isPresent();
      case ArrayNode array ->
          !array.items().isEmpty()
              && array.items().stream()
                  .allMatch(
                      item ->
                          item instanceof ScalarNode scalar
                              && scalar.text().filter(TYPES::contains).isPresent());
      case null, default -> false;
    };
  }

  private static boolean isSubschema(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.value() instanceof JsonBoolean;
      case ObjectNode object -> !object.has("type") || isTyped(object);
      case ArrayNode ignored -> false;
    };
  }

  /// A schema that says something, so that it is not taken for data by chance.
  private static boolean isMeant(Node node) {
    return node instanceof ObjectNode object
        && (isTyped(object)
            || Reading.isReference(object)
            || COMBINING.stream().anyMatch(object::has)
            || object.has("const")
            || object.has("enum"));
  }

  private static boolean combines(ObjectNode object, String word) {
    return object.get(word).orElse(null) instanceof ArrayNode several
        && !several.items().isEmpty()
        && several.items().stream().allMatch(Recognition::isMeant);
  }

  private static boolean defines(ObjectNode object, String word) {
    return object.get(word).orElse(null) instanceof ObjectNode named
        && !named.members().isEmpty()
        && named.members().stream().allMatch(member -> isMeant(member.value()));
  }
}

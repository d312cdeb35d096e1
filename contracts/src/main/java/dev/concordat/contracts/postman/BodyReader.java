package dev.concordat.contracts.postman;

import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the body of a request.
final class BodyReader {
  private static final Set<String> KNOWN =
      Set.of("mode", "raw", "graphql", "urlencoded", "formdata", "file", "options", "disabled");

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "json", "application/json",
          "xml", "application/xml",
          "html", "text/html",
          "javascript", "application/javascript",
          "text", "text/plain");

  private final FieldReader fields;

  BodyReader(FieldReader fields) {
    this.fields = fields;
  }

  /// The bytes; empty where they are a file's, or those of a form with files.
  Optional<Bytes> read(ObjectNode body, Variables variables) {
    fields.expectOnly(body, "a body", KNOWN);
    if (fields.flag(body, "disabled")) {
      return Optional.of(Bytes.EMPTY);
    }
    String mode = fields.text(body, "mode").orElse("raw");
    return switch (mode) {
      case "raw" -> Optional.of(Bytes.utf8(variables.resolve(fields.text(body, "raw").orElse(""))));
      case "urlencoded" -> Optional.of(Bytes.utf8(form(body, variables)));
      case "graphql" ->
          fields.object(body, "graphql").map(query -> Bytes.utf8(graphql(query, variables)));
      case "file", "formdata" -> Optional.empty();
      default -> {
        fields.mismatch(
            "mode",
            body.get("mode").orElse(body),
            "one of raw, urlencoded, formdata, file and graphql");
        yield Optional.empty();
      }
    };
  }

  /// The media type that Postman sends where no header says one.
  Optional<String> mediaType(ObjectNode body) {
    return switch (fields.text(body, "mode").orElse("")) {
      case "urlencoded" -> Optional.of("application/x-www-form-urlencoded");
      case "graphql" -> Optional.of("application/json");
      case "raw" -> language(body).map(MEDIA_TYPES::get);
      default -> Optional.empty();
    };
  }

  private static Optional<String> language(ObjectNode body) {
    return body.get("options").orElse(null) instanceof ObjectNode options
            && options.get("raw").orElse(null) instanceof ObjectNode raw
        ? Reading.text(raw, "language").map(text -> text.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private String form(ObjectNode body, Variables variables) {
    return fields.objects(body, "urlencoded", "a field").stream()
        .filter(one -> !fields.flag(one, "disabled"))
        .map(
            one ->
                Percent.encode(variables.resolve(Reading.text(one, "key").orElse("")))
                    + "="
                    + Percent.encode(variables.resolve(Reading.text(one, "value").orElse(""))))
        .collect(Collectors.joining("&"));
  }

  private String graphql(ObjectNode query, Variables variables) {
    var members = new LinkedHashMap<String, JsonValue>();
    fields
        .text(query, "query")
        .ifPresent(text -> members.put("query", new JsonString(variables.resolve(text))));
    fields
        .text(query, "operationName")
        .ifPresent(text -> members.put("operationName", new JsonString(text)));
    // Postman keeps the variables as JSON text.
    Optional<Node> given = Reading.member(query, "variables");
    given
        .map(Node::toJson)
        .map(
            json ->
                json instanceof JsonString(String text) ? parsed(variables.resolve(text)) : json)
        .ifPresent(json -> members.put("variables", json));
    return new JsonObject(members).toString();
  }

  private static JsonValue parsed(String text) {
    return JsonParser.parse(text).value().orElse(new JsonString(text));
  }
}

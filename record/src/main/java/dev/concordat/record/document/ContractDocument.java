package dev.concordat.record.document;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.record.learning.Answers;
import dev.concordat.record.learning.Content;
import dev.concordat.record.settling.Described;
import dev.concordat.record.settling.Settled;
import dev.concordat.record.shape.ShapeSchema;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The OpenAPI 3.1 document of what was learned. The same learning gives the same document.
public final class ContractDocument {
  private static final String VERSION = "3.1.1";

  private ContractDocument() {}

  /// The document of what was settled.
  ///
  /// @param title what the provider is called
  /// @param server where it was found
  public static JsonObject of(Settled settled, String title, Optional<String> server) {
    NavigableMap<Position, Content> bodies = bodies(settled);
    SharedSchemas schemas = new SharedSchemas(bodies);
    OperationJson operations = new OperationJson(schemas);
    Map<String, Map<String, JsonValue>> paths = new LinkedHashMap<>();
    long samples = 0;
    for (Described described : settled.operations()) {
      paths
          .computeIfAbsent(described.path(), none -> new LinkedHashMap<>())
          .put(described.route().method().toLowerCase(Locale.ROOT), operations.of(described));
      samples += described.operation().count();
    }
    Map<String, JsonValue> items = new LinkedHashMap<>();
    paths.forEach((path, item) -> items.put(path, new JsonObject(item)));
    Map<String, JsonValue> document = new LinkedHashMap<>();
    document.put("openapi", new JsonString(VERSION));
    document.put(
        "info",
        JsonObject.EMPTY
            .with("title", new JsonString(title))
            .with("version", new JsonString("0.1.0"))
            .with(
                "description",
                new JsonString("Learned from traffic. What was never seen is not here."))
            .with(ShapeSchema.EVIDENCE, JsonObject.EMPTY.with("samples", JsonNumber.of(samples))));
    server.ifPresent(
        url ->
            document.put(
                "servers", JsonArray.of(JsonObject.EMPTY.with("url", new JsonString(url)))));
    document.put("paths", new JsonObject(items));
    JsonObject components = components(settled, schemas);
    if (components.size() > 0) {
      document.put("components", components);
    }
    return new JsonObject(document);
  }

  private static JsonObject components(Settled settled, SharedSchemas shared) {
    Map<String, JsonValue> components = new LinkedHashMap<>();
    Map<String, JsonValue> schemas = new LinkedHashMap<>(shared.schemas());
    if (!schemas.isEmpty()) {
      components.put("schemas", new JsonObject(schemas));
    }
    TreeSet<String> credentials = new TreeSet<>();
    settled
        .operations()
        .forEach(
            described ->
                credentials.addAll(described.operation().accepted().credentials().keySet()));
    Map<String, JsonValue> schemes = new LinkedHashMap<>();
    credentials.forEach(
        credential -> schemes.put(SecurityJson.name(credential), SecurityJson.scheme(credential)));
    if (!schemes.isEmpty()) {
      components.put("securitySchemes", new JsonObject(schemes));
    }
    return new JsonObject(components);
  }

  private static NavigableMap<Position, Content> bodies(Settled settled) {
    NavigableMap<Position, Content> bodies = new TreeMap<>();
    for (Described described : settled.operations()) {
      described
          .operation()
          .requests()
          .bodies()
          .forEach(
              (media, content) -> bodies.put(new Position(described.route(), 0, media), content));
      described
          .operation()
          .answers()
          .forEach((status, answers) -> add(bodies, described, status, answers));
    }
    return bodies;
  }

  private static void add(
      NavigableMap<Position, Content> bodies, Described described, int status, Answers answers) {
    answers
        .bodies()
        .forEach(
            (media, content) ->
                bodies.put(new Position(described.route(), status, media), content));
  }
}

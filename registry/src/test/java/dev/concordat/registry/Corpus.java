package dev.concordat.registry;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The recorded traffic between real clients and the real broker, which stays where it is.
public final class Corpus {
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00";
  private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  private Corpus() {}

  /// One exchange of it, counted from 0 over the lines of the file.
  public static JsonObject exchange(int line) throws IOException {
    Path file = Path.of(System.getProperty("corpora"), "pact-broker", "client-traffic.jsonl");
    return object(Files.readAllLines(file).get(line));
  }

  public static String text(JsonObject exchange, String name) {
    return exchange.member(name).orElseThrow() instanceof JsonString(String text) ? text : "";
  }

  /// A document of which times, identifiers that are made up, numbers of verifications, opaque tokens and the address of the
  /// server are the same everywhere.
  public static JsonValue normalised(String json) {
    return normalised(JsonParser.parse(json).value().orElseThrow());
  }

  private static JsonValue normalised(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> new JsonString(normalisedText(text));
      case JsonArray(List<JsonValue> items) ->
          new JsonArray(items.stream().map(Corpus::normalised).toList());
      case JsonObject object -> {
        JsonObject.Builder copy = new JsonObject.Builder();
        object.members().forEach((name, member) -> copy.add(name, normalised(member)));
        yield copy.build();
      }
      default -> value;
    };
  }

  private static String normalisedText(String text) {
    return text.replaceAll(TIME, "TIME")
        .replaceAll("http://127\\.0\\.0\\.1:\\d+", "BASE")
        .replaceAll("/metadata/[A-Za-z0-9_-]+", "/metadata/TOKEN")
        .replaceAll("/verification-results/\\d+", "/verification-results/NUMBER")
        .replaceAll(UUID, "UUID");
  }

  private static JsonObject object(String text) {
    return (JsonObject) JsonParser.parse(text).value().orElseThrow();
  }
}

package dev.concordat.record.memory;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.ParsedJson;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.record.learning.Edge;
import dev.concordat.record.learning.Learning;
import dev.concordat.record.learning.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// A learning as the text of a file, and back. Reading what was written gives an equal learning.
public final class RecordingMemory {
  /// The largest file that is read.
  public static final int MAX_BYTES = 64 << 20;

  private static final String VERSION = "concordat-recording";
  private static final int CURRENT = 1;

  private RecordingMemory() {}

  public static String write(Learning learning) {
    JsonObject json =
        JsonObject.EMPTY
            .with(VERSION, JsonNumber.of(CURRENT))
            .with("operations", Write.all(learning.operations(), OperationMemory::write))
            .with("edges", edges(learning))
            .with("unlearned", Write.counts(learning.unlearned()))
            .with(
                "crowded",
                new JsonArray(
                    learning.crowded().stream().<JsonValue>map(JsonString::new).toList()));
    return JsonText.pretty(json) + "\n";
  }

  private static JsonArray edges(Learning learning) {
    List<JsonValue> edges = new ArrayList<>();
    learning
        .edges()
        .forEach(
            (edge, count) ->
                edges.add(
                    JsonObject.EMPTY
                        .with("from", new JsonString(edge.from().toString()))
                        .with("pointer", new JsonString(edge.pointer()))
                        .with("to", new JsonString(edge.to().toString()))
                        .with("place", new JsonString(edge.place()))
                        .with("count", JsonNumber.of(count))));
    return new JsonArray(edges);
  }

  /// The learning in a file's bytes; empty where it is none of this version.
  public static Optional<Learning> read(byte[] bytes) {
    ParsedJson parsed =
        bytes.length > MAX_BYTES ? JsonParser.parse(new byte[0]) : JsonParser.parse(bytes);
    return parsed
        .value()
        .filter(value -> value instanceof JsonObject)
        .map(value -> (JsonObject) value)
        .filter(json -> Read.number(json, VERSION) == CURRENT)
        .map(RecordingMemory::learning);
  }

  private static Learning learning(JsonObject json) {
    Function<String, Route> route = Route::parse;
    NavigableMap<Edge, Long> edges = new TreeMap<>();
    for (JsonValue item : Read.items(json, "edges")) {
      if (item instanceof JsonObject edge) {
        edges.put(edge(edge), Read.number(edge, "count"));
      }
    }
    NavigableSet<String> crowded = new TreeSet<>();
    for (JsonValue item : Read.items(json, "crowded")) {
      if (item instanceof JsonString(String prefix)) {
        crowded.add(prefix);
      }
    }
    return new Learning(
        Read.all(Read.object(json, "operations"), route, OperationMemory::operation),
        edges,
        Read.counts(Read.object(json, "unlearned")),
        crowded);
  }

  private static Edge edge(JsonObject json) {
    return new Edge(
        Route.parse(Read.text(json, "from").orElse("GET /")),
        Read.text(json, "pointer").orElse(""),
        Route.parse(Read.text(json, "to").orElse("GET /")),
        Read.text(json, "place").orElse(""));
  }
}

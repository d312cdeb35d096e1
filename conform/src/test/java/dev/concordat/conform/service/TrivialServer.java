package dev.concordat.conform.service;

import dev.concordat.conform.service.http.Request;
import dev.concordat.conform.service.http.Response;
import dev.concordat.conform.service.http.SmallServer;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A provider of `notes.yaml` that does next to nothing, as a process of its own, for `benchmarks/conform-speed.sh`: it
/// checks nothing and keeps the last notes only, so that neither its time nor its memory stands in the way of the client's.
/// Prints its address.
final class TrivialServer {
  private static final int MAX_NOTES = 50;
  private static final String COLLECTION = "/notes";

  private final Map<Integer, JsonObject> notes = new LinkedHashMap<>();
  private int last;

  private TrivialServer() {}

  /// Runs until its standard input ends.
  public static void main(String[] arguments) throws IOException {
    var trivial = new TrivialServer();
    try (var server = SmallServer.start(trivial::answer)) {
      System.out.println(server.address());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private synchronized Response answer(Request request) {
    if (request.path().equals(COLLECTION)) {
      return switch (request.method()) {
        case "GET", "HEAD" -> ok(JsonText.compact(new JsonArray(List.copyOf(notes.values()))));
        case "POST" -> body(request).map(this::created).orElseGet(() -> Response.empty(400));
        default -> Response.empty(405).with("Allow", "GET, HEAD, POST");
      };
    }
    Optional<Integer> id = id(request.path());
    return id.flatMap(each -> Optional.ofNullable(notes.get(each)))
        .map(note -> item(request, id.orElseThrow(), note))
        .orElseGet(() -> Response.empty(404));
  }

  private Response item(Request request, int id, JsonObject note) {
    return switch (request.method()) {
      case "GET", "HEAD" -> ok(JsonText.compact(note));
      case "PUT" ->
          body(request).map(other -> stored(id, other)).orElseGet(() -> Response.empty(400));
      case "DELETE" -> {
        notes.remove(id);
        yield Response.empty(204);
      }
      default -> Response.empty(405).with("Allow", "GET, HEAD, PUT, DELETE");
    };
  }

  private Response created(JsonObject note) {
    last++;
    if (notes.size() == MAX_NOTES) {
      notes.remove(new ArrayList<>(notes.keySet()).getFirst());
    }
    return stored(last, note).withStatus(201).with("Location", COLLECTION + "/" + last);
  }

  private Response stored(int id, JsonObject note) {
    JsonObject kept = note.with("id", JsonNumber.of(id));
    notes.put(id, kept);
    return ok(JsonText.compact(kept));
  }

  private static Optional<JsonObject> body(Request request) {
    return JsonParser.parse(request.body())
        .value()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast);
  }

  private static Optional<Integer> id(String path) {
    String text = path.startsWith(COLLECTION + "/") ? path.substring(COLLECTION.length() + 1) : "";
    return text.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private static Response ok(String json) {
    return Response.of(200, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }
}

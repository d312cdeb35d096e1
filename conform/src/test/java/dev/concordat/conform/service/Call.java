package dev.concordat.conform.service;

import dev.concordat.conform.service.http.Request;
import dev.concordat.conform.service.http.Response;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.ParsedJson;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// A request that has found its operation.
///
/// @param path the decoded segments after the base path
/// @param user whose token it carries; empty where none is needed
record Call(
    Request request,
    String operation,
    List<String> path,
    String user,
    Set<Fault> faults,
    Store store) {
  private static final int MAX_BODY_BYTES = 1 << 20;

  boolean has(Fault fault) {
    return faults.contains(fault);
  }

  /// Read only by operations that document 400.
  Query query() {
    return Query.of(request.query());
  }

  /// The last segment of the path.
  String last() {
    return path.getLast();
  }

  /// The body, which must be JSON of this media type and have this shape.
  JsonObject body(String mediaType, Shape shape) {
    JsonObject body = parsed(mediaType);
    String broken = shape.broken(body, faults);
    if (!broken.isEmpty()) {
      throw Refusal.invalid("the body " + broken);
    }
    return body;
  }

  /// The body, not yet looked at.
  JsonObject parsed(String mediaType) {
    byte[] bytes = request.body();
    if (bytes.length > MAX_BODY_BYTES) {
      throw Refusal.of(413, "Too large", "");
    }
    String given = request.header("Content-Type").orElse("");
    if (bytes.length == 0 && given.isEmpty()) {
      throw Refusal.invalid("a body is required");
    }
    Crashes.onMediaType(this, given);
    if (!MediaTypes.isSame(given, mediaType)
        && !(has(Fault.MEDIA_TYPE_IGNORED) && operation.equals("createProduct"))) {
      throw Refusal.of(415, "Wrong media type", "the body must be " + mediaType);
    }
    ParsedJson json = JsonParser.parse(withoutTrailingText(bytes));
    if (json.failure().isPresent() || !json.duplicateKeys().isEmpty()) {
      Crashes.onMalformed(this, json);
      throw Refusal.invalid("the body is not JSON");
    }
    JsonValue value = json.value().orElseThrow();
    if (!(value instanceof JsonObject object)) {
      throw Refusal.invalid("the body is not an object");
    }
    Crashes.onBody(this, object);
    return object;
  }

  private byte[] withoutTrailingText(byte[] bytes) {
    if (!has(Fault.TRAILING_TEXT_ACCEPTED) || !operation.equals("putDocument")) {
      return bytes;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.substring(0, text.lastIndexOf('}') + 1).getBytes(StandardCharsets.UTF_8);
  }

  static Response json(int status, JsonValue value) {
    return Response.of(
        status, "application/json", value.toString().getBytes(StandardCharsets.UTF_8));
  }
}

package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/// Reads the bodies of messages: JSON text (RFC 8259) into a value, without places. Never throws on bad input.
public final class JsonParser {
  private static final JsonBoolean TRUE = new JsonBoolean(true);
  private static final JsonBoolean FALSE = new JsonBoolean(false);

  private final tools.jackson.core.JsonParser tokens;
  private final ReadLimits limits;
  // Names and positions on the way to the value being read.
  private final Deque<Object> path = new ArrayDeque<>();
  private final List<String> duplicateKeys = new ArrayList<>();
  private int depth;

  private JsonParser(tools.jackson.core.JsonParser tokens, ReadLimits limits) {
    this.tokens = tokens;
    this.limits = limits;
  }

  public static ParsedJson parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8), ReadLimits.defaults());
  }

  public static ParsedJson parse(byte[] body) {
    return parse(body, ReadLimits.defaults());
  }

  /// Reads one value. A byte order mark is skipped; bytes that are not UTF-8, a second value, or a broken limit are
  /// failures.
  public static ParsedJson parse(byte[] body, ReadLimits limits) {
    if (body.length > limits.maxBytes()) {
      return failed(
          0, "the body has " + body.length + " bytes; " + limits.maxBytes() + " are allowed");
    }
    int malformed = Utf8.firstMalformed(body);
    if (malformed >= 0) {
      return failed(malformed, "byte " + malformed + " is not UTF-8: " + Utf8.hex(body, malformed));
    }
    int start = Utf8.markLength(body);
    byte[] text = start == 0 ? body : Arrays.copyOfRange(body, start, body.length);
    Optional<JsonValue> plain = PlainBody.read(text, limits);
    if (plain.isPresent()) {
      return new ParsedJson(plain, Optional.empty(), List.of());
    }
    try (var tokens = JsonFactories.parser(text)) {
      var reading = new JsonParser(tokens, limits);
      try {
        return reading.readOnly(start);
      } catch (JacksonException e) {
        return failed(start + offsetOf(e), JsonSyntax.message(e, reading.depth));
      }
    }
  }

  private static int offsetOf(JacksonException e) {
    return e.getLocation() == null ? 0 : (int) Math.max(0, e.getLocation().getByteOffset());
  }

  private static ParsedJson failed(int offset, String message) {
    return new ParsedJson(
        Optional.empty(), Optional.of(new ParsedJson.Failure(offset, message)), List.of());
  }

  private ParsedJson readOnly(int start) {
    JsonToken first = tokens.nextToken();
    if (first == null) {
      return failed(start, "the body is empty");
    }
    try {
      JsonValue value = read(first);
      if (tokens.nextToken() != null) {
        return failed(start + offset(), "more text follows the value");
      }
      return new ParsedJson(Optional.of(value), Optional.empty(), duplicateKeys);
    } catch (LimitBroken e) {
      return failed(start + offset(), e.getMessage());
    }
  }

  private int offset() {
    return (int) tokens.currentTokenLocation().getByteOffset();
  }

  private JsonValue read(JsonToken token) throws LimitBroken {
    return switch (token) {
      case START_OBJECT -> readObject();
      case START_ARRAY -> readArray();
      case VALUE_STRING -> new JsonString(tokens.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readNumber();
      case VALUE_TRUE -> TRUE;
      case VALUE_FALSE -> FALSE;
      case VALUE_NULL -> JsonNull.NULL;
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("not the start of a value: " + token);
    };
  }

  private JsonNumber readNumber() throws LimitBroken {
    if (tokens.getStringLength() > limits.maxNumberLength()) {
      throw new LimitBroken(
          "a number of "
              + tokens.getStringLength()
              + " characters; "
              + limits.maxNumberLength()
              + " are allowed");
    }
    return new JsonNumber(tokens.getString());
  }

  private JsonArray readArray() throws LimitBroken {
    enter();
    var items = new ArrayList<JsonValue>();
    for (JsonToken next = tokens.nextToken();
        next != JsonToken.END_ARRAY;
        next = tokens.nextToken()) {
      path.addLast(items.size());
      items.add(read(next));
      path.removeLast();
    }
    depth--;
    return new JsonArray(items);
  }

  private JsonObject readObject() throws LimitBroken {
    enter();
    var members = new JsonObject.Builder();
    for (JsonToken next = tokens.nextToken();
        next != JsonToken.END_OBJECT;
        next = tokens.nextToken()) {
      String name = tokens.currentName();
      path.addLast(name);
      if (!members.add(name, read(tokens.nextToken()))) {
        duplicateKeys.add(pointer());
      }
      path.removeLast();
    }
    depth--;
    return members.build();
  }

  private void enter() throws LimitBroken {
    if (++depth > limits.maxDepth()) {
      throw new LimitBroken(
          "more than " + limits.maxDepth() + " arrays and objects stand inside one another");
    }
  }

  private String pointer() {
    var pointer = new StringBuilder();
    path.forEach(token -> pointer.append('/').append(Pointers.escape(token.toString())));
    return pointer.toString();
  }

  /// Reading broke one of the limits; caught where reading began.
  private static final class LimitBroken extends Exception {
    @java.io.Serial private static final long serialVersionUID = 1;

    LimitBroken(String message) {
      super(message, null, false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}

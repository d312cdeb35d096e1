package dev.concordat.contracts.body;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Server-sent events (WHATWG HTML section 9.2.6): each an object of its fields, `retry` a number, all others texts. Comments,
/// unknown fields and events without data are passed over; so is an event that the end of the stream cuts.
final class EventStream {
  private static final int MAX_RETRY_DIGITS = 100;

  private final List<JsonValue> events = new ArrayList<>();
  private final Map<String, JsonValue> fields = new LinkedHashMap<>();
  private final List<String> data = new ArrayList<>();

  private EventStream() {}

  static List<JsonValue> events(String text, int limit) {
    var stream = new EventStream();
    int start = 0;
    while (start < text.length() && stream.events.size() < limit) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      if (end == text.length()) {
        break;
      }
      stream.line(text.substring(start, end));
      start = end + (text.startsWith("\r\n", end) ? 2 : 1);
    }
    return stream.events;
  }

  private void line(String line) {
    if (line.isEmpty()) {
      dispatch();
      return;
    }
    int colon = line.indexOf(':');
    String name = colon < 0 ? line : line.substring(0, colon);
    String after = colon < 0 ? "" : line.substring(colon + 1);
    String value = after.startsWith(" ") ? after.substring(1) : after;
    switch (name) {
      case "data" -> data.add(value);
      case "event" -> fields.put(name, new JsonString(value));
      case "id" -> {
        if (value.indexOf('\0') < 0) {
          fields.put(name, new JsonString(value));
        }
      }
      case "retry" -> {
        if (value.matches("[0-9]{1," + MAX_RETRY_DIGITS + "}")) {
          fields.put(name, new JsonNumber(new BigInteger(value).toString()));
        }
      }
      default -> {
        // a comment, or a field that means nothing
      }
    }
  }

  private void dispatch() {
    if (!data.isEmpty()) {
      fields.put("data", new JsonString(String.join("\n", data)));
      events.add(new JsonObject(new LinkedHashMap<>(fields)));
    }
    fields.clear();
    data.clear();
  }
}

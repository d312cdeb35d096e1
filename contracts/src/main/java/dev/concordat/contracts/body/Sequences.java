package dev.concordat.contracts.body;

import dev.concordat.contracts.body.BodyValue.Malformed;
import dev.concordat.contracts.body.BodyValue.Value;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.ParsedJson;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Set;

/// Bodies that are one item after the other (OpenAPI 3.2, Sequential Media Types): JSON Lines, NDJSON, JSON text sequences
/// (RFC 7464) and server-sent events.
final class Sequences {
  /// Items of one body.
  static final int MAX_ITEMS = 1_000_000;

  static final char RECORD_SEPARATOR = '\u001e';
  private static final Set<String> LINES =
      Set.of(
          "application/jsonl",
          "application/x-jsonl",
          "application/jsonlines",
          "application/x-jsonlines",
          "application/ndjson",
          "application/x-ndjson");

  private Sequences() {}

  static boolean isLines(MediaType type) {
    return LINES.contains(type.essence());
  }

  static boolean isJsonSequence(MediaType type) {
    return type.essence().equals("application/json-seq") || type.subtype().endsWith("+json-seq");
  }

  static boolean isEvents(MediaType type) {
    return type.essence().equals("text/event-stream");
  }

  static boolean isSequence(MediaType type) {
    return isLines(type) || isJsonSequence(type) || isEvents(type);
  }

  static BodyValue read(MediaType type, String text) {
    if (isEvents(type)) {
      return new Value(new JsonArray(EventStream.events(text, MAX_ITEMS)));
    }
    return isLines(type) ? lines(text) : records(text);
  }

  private static BodyValue lines(String text) {
    var items = new ArrayList<JsonValue>();
    int number = 0;
    for (int start = 0; start < text.length(); ) {
      int feed = text.indexOf('\n', start);
      String line = text.substring(start, feed < 0 ? text.length() : feed);
      start = feed < 0 ? text.length() : feed + 1;
      number++;
      // A blank line is no item; parsers of NDJSON pass over it.
      if (!line.isBlank()) {
        ParsedJson parsed = JsonParser.parse(line);
        if (parsed.value().isEmpty()) {
          return notJson("line", number, parsed);
        }
        items.add(parsed.value().get());
        if (items.size() > MAX_ITEMS) {
          return tooMany();
        }
      }
    }
    return new Value(new JsonArray(items));
  }

  private static BodyValue records(String text) {
    int first = text.indexOf(RECORD_SEPARATOR);
    if (first < 0 ? !text.isEmpty() : first > 0) {
      return new Malformed("not a JSON text sequence: it does not begin with a record separator");
    }
    var items = new ArrayList<JsonValue>();
    int at = first;
    while (at >= 0 && at < text.length()) {
      int next = text.indexOf(RECORD_SEPARATOR, at + 1);
      String record = text.substring(at + 1, next < 0 ? text.length() : next);
      at = next;
      // Several separators in a row are one (RFC 7464 section 2.1).
      if (!record.isBlank()) {
        ParsedJson parsed = JsonParser.parse(record);
        if (parsed.value().isEmpty()) {
          return notJson("record", items.size() + 1, parsed);
        }
        items.add(parsed.value().get());
        if (items.size() > MAX_ITEMS) {
          return tooMany();
        }
      }
    }
    return new Value(new JsonArray(items));
  }

  private static Malformed notJson(String noun, int number, ParsedJson parsed) {
    return new Malformed("not JSON in " + noun + " " + number + ": " + BodyReader.failure(parsed));
  }

  private static BodyValue tooMany() {
    return new BodyValue.Unjudged("it has more than " + MAX_ITEMS + " items");
  }
}

package dev.concordat.standin.kafka;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the journal says of one message.
///
/// @param number counts all messages, from 1
/// @param partition and offset are -1 for a message that is not in the broker
/// @param value absent for a message that deletes what its key names
/// @param payload its value, where it can be read
/// @param note what else is to be said; mostly empty
/// @param answers the number of the message that it answers; 0 for none that is known
record Entry(
    long number,
    What what,
    String operation,
    String message,
    String topic,
    int partition,
    long offset,
    Optional<Bytes> key,
    Optional<Bytes> value,
    List<Header> headers,
    Optional<JsonValue> payload,
    Optional<JsonValue> correlation,
    List<Breach> breaches,
    String note,
    long answers) {
  /// Longer texts are cut in what is told, in characters.
  private static final int MAX_TEXT = 10_000;

  Entry {
    headers = List.copyOf(headers);
    breaches = List.copyOf(breaches);
  }

  /// What was done with the message.
  enum What {
    SENT,
    NOT_SENT,
    KEPT,
    BROKEN,
    UNDECIDED;

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  JsonObject json() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("number", JsonNumber.of(number));
    members.put("what", new JsonString(what.text()));
    members.put("operation", new JsonString(operation));
    members.put("message", new JsonString(message));
    members.put("topic", new JsonString(topic));
    if (offset >= 0) {
      members.put("partition", JsonNumber.of(partition));
      members.put("offset", JsonNumber.of(offset));
    }
    key.ifPresent(bytes -> members.put("key", text(bytes)));
    members.put("headers", headers(headers));
    members.put("payload", payload.or(() -> value.map(Entry::text)).orElse(JsonNull.NULL));
    correlation.ifPresent(id -> members.put("correlation", id));
    if (answers > 0) {
      members.put("answers", JsonNumber.of(answers));
    }
    if (!breaches.isEmpty()) {
      members.put("why", sentences(breaches));
    }
    if (!note.isEmpty()) {
      members.put("note", new JsonString(note));
    }
    return new JsonObject(members);
  }

  /// What the contract forbids, each with its sentence.
  static JsonArray sentences(List<Breach> breaches) {
    List<JsonValue> all = new ArrayList<>();
    for (Breach breach : breaches) {
      all.add(
          JsonObject.EMPTY
              .with("sentence", new JsonString(breach.sentence().shortForm()))
              .with("text", new JsonString(breach.sentenceText()))
              .with("pointer", new JsonString(breach.pointer()))
              .with("message", new JsonString(breach.message())));
    }
    return new JsonArray(all);
  }

  private static JsonString text(Bytes bytes) {
    String text = bytes.utf8();
    return new JsonString(text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…");
  }

  private static JsonObject headers(List<Header> headers) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Header header : headers) {
      var value = new JsonString(header.value());
      JsonValue known = members.get(header.name());
      members.put(
          header.name(),
          switch (known) {
            case null -> value;
            case JsonArray several -> and(several.items(), value);
            default -> and(List.of(known), value);
          });
    }
    return new JsonObject(members);
  }

  private static JsonArray and(List<JsonValue> before, JsonValue value) {
    List<JsonValue> all = new ArrayList<>(before);
    all.add(value);
    return new JsonArray(all);
  }
}

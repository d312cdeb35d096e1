package dev.concordat.fuzz;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A document made of a seed by edits; every choice is a byte of the input, so that the fuzzer steers it. Bytes that have
/// run out read as zero.
final class Assembler {
  private static final int MAX_EDITS = 12;
  private static final int MAX_DEPTH = 24;

  /// Numbers and literals at which readers go wrong.
  private static final List<JsonValue> EDGES =
      List.of(
          JsonNull.NULL,
          new JsonBoolean(true),
          new JsonBoolean(false),
          JsonObject.EMPTY,
          JsonArray.of(),
          new JsonNumber("-1"),
          new JsonNumber("0"),
          new JsonNumber("1.5"),
          new JsonNumber("2147483648"),
          new JsonNumber("9007199254740993"),
          new JsonNumber("1e400"),
          new JsonNumber("1e-999999999"),
          new JsonNumber("1e999999999"),
          new JsonString(""),
          new JsonString("#"),
          new JsonString("#/"),
          new JsonString("(a+)+$"),
          new JsonString("{{"),
          new JsonString("{}"),
          new JsonString("\ud83d\ude00\u0301"));

  private final Words words;
  private final byte[] input;

  /// The first byte only says that the input is to be assembled.
  private int at = 1;

  Assembler(Words words, byte[] input) {
    this.words = words;
    this.input = input;
  }

  byte[] document() {
    JsonValue document = pick(words.documents());
    int edits = 1 + next() % MAX_EDITS;
    for (int i = 0; i < edits; i++) {
      document = edited(document, MAX_DEPTH);
    }
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Walks down from the value and changes something where it stops.
  private JsonValue edited(JsonValue value, int depth) {
    if (depth == 0) {
      return fresh();
    }
    return switch (value) {
      case JsonObject object when !object.members().isEmpty() -> editedObject(object, depth);
      case JsonArray array when !array.items().isEmpty() -> editedArray(array, depth);
      default -> fresh();
    };
  }

  private JsonValue editedObject(JsonObject object, int depth) {
    Map.Entry<String, JsonValue> chosen = pick(List.copyOf(object.members().entrySet()));
    String name = chosen.getKey();
    JsonValue member = chosen.getValue();
    return switch (next() % 8) {
      case 0 -> object.without(name);
      case 1 -> object.with(pick(words.names()), member);
      case 2 -> object.with(pick(words.names()), fresh());
      case 3 -> object.with("$ref", new JsonString(pointer()));
      case 4 -> object.with(name, fresh());
      default -> object.with(name, edited(member, depth - 1));
    };
  }

  private JsonValue editedArray(JsonArray array, int depth) {
    var items = new ArrayList<>(array.items());
    int index = next() % items.size();
    switch (next() % 6) {
      case 0 -> items.remove(index);
      case 1 -> items.add(items.get(index));
      case 2 -> items.add(index, fresh());
      default -> items.set(index, edited(items.get(index), depth - 1));
    }
    return new JsonArray(items);
  }

  private JsonValue fresh() {
    return switch (next() % 5) {
      case 0 -> new JsonString(pick(words.texts()));
      case 1 -> part(pick(words.documents()));
      case 2 -> new JsonObject(Map.of(pick(words.names()), pick(EDGES)));
      case 3 -> new JsonString(text());
      default -> pick(EDGES);
    };
  }

  /// Some value inside another.
  private JsonValue part(JsonValue whole) {
    JsonValue part = whole;
    for (int depth = next() % MAX_DEPTH; depth > 0; depth--) {
      switch (part) {
        case JsonObject object when !object.members().isEmpty() ->
            part = pick(List.copyOf(object.members().values()));
        case JsonArray array when !array.items().isEmpty() -> part = pick(array.items());
        default -> {
          return part;
        }
      }
    }
    return part;
  }

  private String pointer() {
    var pointer = new StringBuilder("#");
    for (int parts = next() % 4; parts > 0; parts--) {
      pointer.append('/').append(pick(words.names()));
    }
    return pointer.toString();
  }

  private String text() {
    var text = new StringBuilder();
    for (int length = next() % 12; length > 0; length--) {
      text.append((char) (' ' + next() % 95));
    }
    return text.toString();
  }

  private <T> T pick(List<T> from) {
    int choice = from.size() > 256 ? next() << 8 | next() : next();
    return from.get(choice % from.size());
  }

  private int next() {
    return at < input.length ? input[at++] & 0xff : 0;
  }
}

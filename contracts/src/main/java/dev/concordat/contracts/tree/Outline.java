package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where the values of a JSON text stand. Nodes are made of it when somebody looks at what holds them: most of a big
/// description is never looked at. Thread-safe.
final class Outline {
  /// Longer strings are seldom repeated, so looking for a twin costs more than it saves.
  private static final int MAX_SHARED_STRING = 80;

  /// A power of two.
  private static final int RECENT_STRINGS = 1 << 12;

  /// What an array or object has before its children: where it starts, how many they are, where its entries end.
  static final int HEAD = 3;

  /// What a member has before its value: the number of its name, and where its key starts.
  static final int KEY = 2;

  private final byte[] bytes;
  private final int[] entries;
  private final NameTable names;
  private final int[] lineStarts;
  private final boolean isAscii;
  // The last string of each hash. One that another thread does not see is made twice.
  private final @Nullable JsonString[] strings = new JsonString[RECENT_STRINGS];

  Outline(byte[] bytes, int[] entries, NameTable names, int[] lineStarts, boolean isAscii) {
    this.bytes = bytes;
    this.entries = entries;
    this.names = names;
    this.lineStarts = lineStarts;
    this.isAscii = isAscii;
  }

  int[] lineStarts() {
    return lineStarts;
  }

  boolean isAscii() {
    return isAscii;
  }

  /// The root, with its content folded.
  Node root(Source source) {
    return node(source, 0);
  }

  private Node node(Parent parent, int at) {
    int offset = entries[at];
    return switch (bytes[offset]) {
      case '{' -> new ObjectNode(parent, offset, at);
      case '[' -> new ArrayNode(parent, offset, at);
      default -> new ScalarNode(parent, offset);
    };
  }

  private int after(int at) {
    return after(bytes, entries, at);
  }

  /// Where the entries of the next value begin.
  static int after(byte[] bytes, int[] entries, int at) {
    byte first = bytes[entries[at]];
    return first == '{' || first == '[' ? entries[at + 2] : at + 1;
  }

  void unfold(ObjectNode object, int at) {
    int size = entries[at + 1];
    var keys = new String[size];
    var keyOffsets = new int[size];
    var values = new Node[size];
    int next = at + HEAD;
    for (int i = 0; i < size; i++) {
      keys[i] = names.name(entries[next]);
      keyOffsets[i] = entries[next + 1];
      values[i] = node(object, next + KEY);
      next = after(next + KEY);
    }
    object.close(keys, keyOffsets, values);
  }

  Node[] items(ArrayNode array, int at) {
    var items = new Node[entries[at + 1]];
    int next = at + HEAD;
    for (int i = 0; i < items.length; i++) {
      items[i] = node(array, next);
      next = after(next);
    }
    return items;
  }

  /// The value of the scalar that starts at a byte.
  JsonValue scalar(int offset) {
    return switch (bytes[offset]) {
      case '"' -> string(offset + 1);
      case 't' -> JsonBoolean.of(true);
      case 'f' -> JsonBoolean.of(false);
      case 'n' -> JsonNull.NULL;
      default -> number(offset);
    };
  }

  private JsonNumber number(int start) {
    int end = Literals.end(bytes, start);
    return new JsonNumber(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
  }

  private JsonString string(int start) {
    int end = start;
    boolean hasEscapes = false;
    while (bytes[end] != '"') {
      boolean isEscape = bytes[end] == '\\';
      hasEscapes |= isEscape;
      end += isEscape ? 2 : 1;
    }
    if (hasEscapes) {
      return new JsonString(Escapes.text(bytes, start, end));
    }
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    return text.length() > MAX_SHARED_STRING ? new JsonString(text) : shared(text);
  }

  private JsonString shared(String text) {
    int hash = text.hashCode();
    int at = (hash ^ (hash >>> 16)) & (RECENT_STRINGS - 1);
    JsonString twin = strings[at];
    if (twin == null || !twin.value().equals(text)) {
      twin = new JsonString(text);
      strings[at] = twin;
    }
    return twin;
  }
}

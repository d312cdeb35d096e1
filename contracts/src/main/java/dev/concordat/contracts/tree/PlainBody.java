package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a body in which nothing is wrong. Whatever is out of the ordinary is left to {@link JsonParser}, which says what it
/// is: mistakes, broken limits, and names that come twice. Most bodies are small, and whoever judges few of them is spared
/// the start of a parser for all there is.
final class PlainBody {
  private final byte[] bytes;
  private final ReadLimits limits;
  private int at;

  private PlainBody(byte[] bytes, ReadLimits limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  /// The value; nothing where somebody has to look at the text who can say what is wrong with it.
  ///
  /// @param bytes that are UTF-8
  static Optional<JsonValue> read(byte[] bytes, ReadLimits limits) {
    var reading = new PlainBody(bytes, limits);
    reading.skipSpace();
    JsonValue value = reading.value(0);
    reading.skipSpace();
    return value != null && reading.at == bytes.length ? Optional.of(value) : Optional.empty();
  }

  private @Nullable JsonValue value(int depth) {
    if (at == bytes.length) {
      return null;
    }
    return switch (bytes[at]) {
      case '"' -> {
        String text = text();
        yield text == null ? null : new JsonString(text);
      }
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      default -> literal();
    };
  }

  private @Nullable JsonObject object(int depth) {
    if (depth > limits.maxDepth()) {
      return null;
    }
    var members = new JsonObject.Builder();
    at++;
    skipSpace();
    boolean hasMore = !isNext('}');
    while (hasMore) {
      String name = at < bytes.length && bytes[at] == '"' ? text() : null;
      skipSpace();
      if (name == null || !isNext(':')) {
        return null;
      }
      skipSpace();
      JsonValue value = value(depth);
      if (value == null || !members.add(name, value)) {
        return null;
      }
      skipSpace();
      hasMore = isNext(',');
      skipSpace();
      if (!hasMore && !isNext('}')) {
        return null;
      }
    }
    return members.build();
  }

  private @Nullable JsonArray array(int depth) {
    if (depth > limits.maxDepth()) {
      return null;
    }
    var items = new ArrayList<JsonValue>();
    at++;
    skipSpace();
    boolean hasMore = !isNext(']');
    while (hasMore) {
      JsonValue item = value(depth);
      if (item == null) {
        return null;
      }
      items.add(item);
      skipSpace();
      hasMore = isNext(',');
      skipSpace();
      if (!hasMore && !isNext(']')) {
        return null;
      }
    }
    return new JsonArray(items);
  }

  /// The string that starts here; nothing where something cannot stand in one.
  private @Nullable String text() {
    int start = at + 1;
    boolean hasEscapes = false;
    int i = start;
    while (i < bytes.length && bytes[i] != '"') {
      byte b = bytes[i];
      int length = b == '\\' ? Escapes.lengthOf(bytes, i) : b >= 0 && b < ' ' ? 0 : 1;
      if (length == 0) {
        return null;
      }
      hasEscapes |= b == '\\';
      i += length;
    }
    if (i >= bytes.length) {
      return null;
    }
    at = i + 1;
    return hasEscapes
        ? Escapes.text(bytes, start, i)
        : new String(bytes, start, i - start, StandardCharsets.UTF_8);
  }

  private @Nullable JsonValue literal() {
    int start = at;
    int end = Literals.end(bytes, start);
    if (end < 0) {
      return null;
    }
    at = end;
    return switch (bytes[start]) {
      case 't' -> JsonBoolean.of(true);
      case 'f' -> JsonBoolean.of(false);
      case 'n' -> JsonNull.NULL;
      default ->
          end - start > limits.maxNumberLength()
              ? null
              : new JsonNumber(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
    };
  }

  private boolean isNext(char wanted) {
    if (at < bytes.length && bytes[at] == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void skipSpace() {
    while (at < bytes.length
        && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
      at++;
    }
  }
}

package dev.concordat.model.json;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/// JSON values as text.
public final class JsonText {
  private final StringBuilder out = new StringBuilder();
  private final boolean pretty;

  private JsonText(boolean pretty) {
    this.pretty = pretty;
  }

  /// The value on one line, without spaces.
  public static String compact(JsonValue value) {
    return new JsonText(false).write(value, 0);
  }

  /// The value with a line for every member and item, indented by two spaces.
  public static String pretty(JsonValue value) {
    return new JsonText(true).write(value, 0);
  }

  private String write(JsonValue value, int depth) {
    append(value, depth);
    return out.toString();
  }

  private void append(JsonValue value, int depth) {
    switch (value) {
      case JsonNull ignored -> out.append("null");
      case JsonBoolean(boolean bool) -> out.append(bool);
      case JsonNumber(String digits) -> out.append(digits);
      case JsonString(String text) -> quote(text);
      case JsonArray array -> appendArray(array, depth);
      case JsonObject object -> appendObject(object, depth);
    }
  }

  private void appendArray(JsonArray array, int depth) {
    out.append('[');
    Iterator<JsonValue> items = array.items().iterator();
    while (items.hasNext()) {
      newLine(depth + 1);
      append(items.next(), depth + 1);
      if (items.hasNext()) {
        out.append(',');
      } else {
        newLine(depth);
      }
    }
    out.append(']');
  }

  private void appendObject(JsonObject object, int depth) {
    out.append('{');
    Iterator<Map.Entry<String, JsonValue>> members = object.members().entrySet().iterator();
    while (members.hasNext()) {
      Map.Entry<String, JsonValue> member = members.next();
      newLine(depth + 1);
      quote(member.getKey());
      out.append(pretty ? ": " : ":");
      append(member.getValue(), depth + 1);
      if (members.hasNext()) {
        out.append(',');
      } else {
        newLine(depth);
      }
    }
    out.append('}');
  }

  private void newLine(int depth) {
    if (pretty) {
      out.append('\n').repeat("  ", depth);
    }
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || isUnpaired(text, i)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isUnpaired(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}

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

  /// Most text needs nothing, so what needs nothing is taken in one piece.
  private void quote(String text) {
    out.append('"');
    int taken = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPlain = c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c);
      if (isPlain || (Character.isSurrogate(c) && !isUnpaired(text, i))) {
        continue;
      }
      out.append(text, taken, i);
      taken = i + 1;
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    if (taken == 0) {
      out.append(text);
    } else {
      out.append(text, taken, text.length());
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

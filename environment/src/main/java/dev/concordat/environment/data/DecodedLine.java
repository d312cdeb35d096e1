package dev.concordat.environment.data;

import dev.concordat.model.exchange.RowChange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A line that PostgreSQL's `test_decoding` plugin writes for a changed row:
/// `table public.orders: UPDATE: id[integer]:5 total[numeric]:3.10 note[text]:'it''s' paid[boolean]:null`
/// (contrib/test_decoding/test_decoding.c, `tuple_to_stringinfo`).
///
/// @param table without the schema where that is `public`
record DecodedLine(String table, RowChange.Kind kind, Map<String, Optional<String>> columns) {
  private static final String TABLE = "table ";
  private static final String NEW_TUPLE = "new-tuple:";
  private static final String OLD_KEY = "old-key:";
  private static final String PUBLIC = "public.";

  /// A large value that an update did not touch is not in the WAL, so it is not known.
  private static final String NOT_THERE = "unchanged-toast-datum";

  /// Empty for other lines, such as a TRUNCATE.
  static Optional<DecodedLine> parse(String line) {
    if (!line.startsWith(TABLE)) {
      return Optional.empty();
    }
    var cursor = new Cursor(line, TABLE.length());
    String table = cursor.qualifiedName();
    cursor.skip(": ");
    for (RowChange.Kind kind : RowChange.Kind.values()) {
      if (cursor.skip(kind.name() + ":")) {
        return Optional.of(new DecodedLine(table, kind, columns(cursor)));
      }
    }
    return Optional.empty();
  }

  private static Map<String, Optional<String>> columns(Cursor cursor) {
    var columns = new LinkedHashMap<String, Optional<String>>();
    while (cursor.skip(" ")) {
      if (cursor.skip(OLD_KEY) || cursor.skip("(no-tuple-data)")) {
        continue;
      }
      if (cursor.skip(NEW_TUPLE)) {
        columns.clear();
        continue;
      }
      String name = cursor.name();
      cursor.skipType();
      cursor.value(name, columns);
    }
    return columns;
  }

  private static final class Cursor {
    private final String line;
    private int at;

    Cursor(String line, int at) {
      this.line = line;
      this.at = at;
    }

    boolean skip(String text) {
      boolean isThere = line.startsWith(text, at);
      at += isThere ? text.length() : 0;
      return isThere;
    }

    String qualifiedName() {
      String name = name();
      while (skip(".")) {
        name = name + "." + name();
      }
      return name.startsWith(PUBLIC) ? name.substring(PUBLIC.length()) : name;
    }

    String name() {
      if (at < line.length() && line.charAt(at) == '"') {
        return quoted('"');
      }
      int from = at;
      while (at < line.length() && ".:[ ".indexOf(line.charAt(at)) < 0) {
        at++;
      }
      return line.substring(from, at);
    }

    /// `[integer]`, `[text[]]`.
    void skipType() {
      int depth = 0;
      while (at < line.length()) {
        char c = line.charAt(at++);
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        if (depth == 0) {
          break;
        }
      }
      skip(":");
    }

    void value(String name, Map<String, Optional<String>> columns) {
      if (skip("B'")) {
        at--;
      }
      if (at < line.length() && line.charAt(at) == '\'') {
        columns.put(name, Optional.of(quoted('\'')));
        return;
      }
      int end = line.indexOf(' ', at);
      String plain = line.substring(at, end < 0 ? line.length() : end);
      at += plain.length();
      if (plain.equals("null")) {
        columns.put(name, Optional.empty());
      } else if (!plain.equals(NOT_THERE)) {
        columns.put(name, Optional.of(plain));
      }
    }

    private String quoted(char quote) {
      var text = new StringBuilder();
      at++;
      while (at < line.length()) {
        char c = line.charAt(at++);
        if (c == quote) {
          if (at >= line.length() || line.charAt(at) != quote) {
            break;
          }
          at++;
        }
        text.append(c);
      }
      return text.toString();
    }
  }
}

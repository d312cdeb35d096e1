package dev.concordat.contracts.http;

import java.util.ArrayList;
import java.util.List;

/// Header text with quoted strings (RFC 9110 section 5.6.4).
final class Quoted {
  private Quoted() {}

  /// The pieces between separators that stand outside quotes; at least one.
  static List<String> split(String text, char separator) {
    var pieces = new ArrayList<String>();
    boolean inQuotes = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && inQuotes) {
        i++;
      } else if (c == '"') {
        inQuotes = !inQuotes;
      } else if (c == separator && !inQuotes) {
        pieces.add(text.substring(start, i));
        start = i + 1;
      }
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  static String unquote(String text) {
    if (text.length() < 2 || text.charAt(0) != '"' || !text.endsWith("\"")) {
      return text;
    }
    var out = new StringBuilder(text.length());
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() - 1) {
        i++;
        out.append(text.charAt(i));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}

package dev.concordat.contracts.pact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Headers as lists of values (RFC 9110 section 5.5).
public final class HeaderValues {
  /// Headers in which a comma does not separate values.
  private static final Set<String> SINGLE_VALUED =
      Set.of(
          "accept-datetime",
          "content-disposition",
          "cookie",
          "date",
          "expires",
          "if-modified-since",
          "if-unmodified-since",
          "last-modified",
          "location",
          "referer",
          "retry-after",
          "server",
          "set-cookie",
          "user-agent",
          "www-authenticate");

  private HeaderValues() {}

  /// The values of all fields of one name.
  public static List<String> of(String name, List<String> fields) {
    if (SINGLE_VALUED.contains(name.toLowerCase(Locale.ROOT))) {
      return fields.stream().map(String::strip).toList();
    }
    var values = new ArrayList<String>();
    fields.forEach(field -> split(field, values));
    return values;
  }

  private static void split(String field, List<String> values) {
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        values.add(field.substring(start, i).strip());
        start = i + 1;
      }
    }
    values.add(field.substring(Math.min(start, field.length())).strip());
  }
}

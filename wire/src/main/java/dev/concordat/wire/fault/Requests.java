package dev.concordat.wire.fault;

import java.util.Locale;

/// Which HTTP requests a rule is meant for: a method and a path as contracts have them, `GET /orders/{id}`.
///
/// @param method in capitals, or `*` for any
/// @param path a template whose parts in braces stand for any one segment; `*` for any path. Queries do not count.
public record Requests(String method, String path) {
  private static final String ANY = "*";

  /// All requests.
  public static final Requests ALL = new Requests(ANY, ANY);

  public Requests {
    if (!path.equals(ANY) && !path.startsWith("/")) {
      throw new IllegalArgumentException("a path begins with /, but this is '" + path + "'");
    }
    method = method.toUpperCase(Locale.ROOT);
  }

  /// Reads `GET /orders/{id}`, `* /orders` or `*`.
  ///
  /// @throws IllegalArgumentException for other text
  public static Requests of(String text) {
    if (text.equals(ANY)) {
      return ALL;
    }
    int space = text.indexOf(' ');
    if (space <= 0) {
      throw new IllegalArgumentException(
          "requests are written as 'GET /orders/{id}', but this is '" + text + "'");
    }
    return new Requests(text.substring(0, space), text.substring(space + 1).strip());
  }

  /// Whether a request is one of them.
  ///
  /// @param target as on the wire, with its query
  public boolean includes(String otherMethod, String target) {
    return (method.equals(ANY) || method.equals(otherMethod))
        && (path.equals(ANY) || isSamePath(target));
  }

  private boolean isSamePath(String target) {
    int query = target.indexOf('?');
    String[] wanted = path.split("/", -1);
    String[] given = (query < 0 ? target : target.substring(0, query)).split("/", -1);
    if (wanted.length != given.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      boolean isVariable = wanted[i].startsWith("{") && wanted[i].endsWith("}");
      if (!isVariable && !wanted[i].equals(given[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return equals(ALL) ? ANY : method + " " + path;
  }
}

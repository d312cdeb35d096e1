package dev.concordat.contracts.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// JSON Pointers (RFC 6901).
public final class Pointers {
  private static final int MAX_DIGITS = 9;

  private Pointers() {}

  /// The token as it stands in a pointer: `a/b` as `a~1b`.
  public static String escape(String token) {
    return token.indexOf('~') < 0 && token.indexOf('/') < 0
        ? token
        : token.replace("~", "~0").replace("/", "~1");
  }

  /// The pointer's tokens, unescaped; nothing for text that is not a pointer.
  public static Optional<List<String>> tokens(String pointer) {
    if (pointer.isEmpty()) {
      return Optional.of(List.of());
    }
    if (pointer.charAt(0) != '/') {
      return Optional.empty();
    }
    var tokens = new ArrayList<String>();
    int from = 1;
    while (from <= pointer.length()) {
      int slash = pointer.indexOf('/', from);
      int to = slash < 0 ? pointer.length() : slash;
      tokens.add(unescape(pointer.substring(from, to)));
      from = to + 1;
    }
    return Optional.of(tokens);
  }

  private static String unescape(String token) {
    return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
  }

  /// The node that the pointer names, seen from this one.
  public static Optional<Node> follow(Node from, String pointer) {
    return follow(from, pointer, 0);
  }

  /// The same of a pointer that begins somewhere in a text, as behind the `#` of a reference.
  public static Optional<Node> follow(Node from, String text, int start) {
    if (start == text.length()) {
      return Optional.of(from);
    }
    if (text.charAt(start) != '/') {
      return Optional.empty();
    }
    Optional<Node> at = Optional.of(from);
    for (int last = start; at.isPresent() && last < text.length(); ) {
      int slash = text.indexOf('/', last + 1);
      int end = slash < 0 ? text.length() : slash;
      at = child(at.get(), unescape(text.substring(last + 1, end)));
      last = end;
    }
    return at;
  }

  private static Optional<Node> child(Node node, String token) {
    return switch (node) {
      case ObjectNode object -> object.get(token);
      case ArrayNode array -> item(array, token);
      case ScalarNode ignored -> Optional.empty();
    };
  }

  private static Optional<Node> item(ArrayNode array, String token) {
    int index = indexIn(token);
    return index >= 0 && index < array.items().size()
        ? Optional.of(array.items().get(index))
        : Optional.empty();
  }

  /// The array index that a token is, without leading zeros (RFC 6901, section 4); -1 for any other.
  public static int indexIn(String token) {
    int length = token.length();
    if (length == 0 || length > MAX_DIGITS || (length > 1 && token.charAt(0) == '0')) {
      return -1;
    }
    int index = 0;
    for (int i = 0; i < length; i++) {
      char digit = token.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      index = 10 * index + digit - '0';
    }
    return index;
  }
}

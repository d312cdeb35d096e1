package dev.concordat.contracts.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// JSON Pointers (RFC 6901).
public final class Pointers {
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
    Optional<List<String>> tokens = tokens(pointer);
    if (tokens.isEmpty()) {
      return Optional.empty();
    }
    Optional<Node> at = Optional.of(from);
    for (String token : tokens.get()) {
      if (at.isPresent()) {
        at = child(at.get(), token);
      }
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
    if (!token.matches("0|[1-9][0-9]{0,8}")) {
      return Optional.empty();
    }
    int index = Integer.parseInt(token);
    return index < array.items().size() ? Optional.of(array.items().get(index)) : Optional.empty();
  }
}

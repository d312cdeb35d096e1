package dev.concordat.contracts.protobuf;

import java.util.Locale;

/// The paths of a field mask: `user_name` in the message, `userName` in JSON.
final class CamelCase {
  private CamelCase() {}

  static String toCamel(String path) {
    var out = new StringBuilder();
    boolean isUpper = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '_') {
        isUpper = true;
      } else {
        out.append(isUpper ? Character.toUpperCase(c) : c);
        isUpper = false;
      }
    }
    return out.toString();
  }

  static String toSnake(String path) {
    var out = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (Character.isUpperCase(c)) {
        out.append('_');
      }
      out.append(Character.toString(c).toLowerCase(Locale.ROOT));
    }
    return out.toString();
  }
}

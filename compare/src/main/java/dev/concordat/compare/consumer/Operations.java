package dev.concordat.compare.consumer;

import java.util.regex.Pattern;

/// Names of operations.
final class Operations {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^{}]*}");

  private Operations() {}

  /// The name without the names of parameters: `GET /orders/{id}` and `GET /orders/{orderId}` are one operation.
  static String normal(String operation) {
    return PARAMETER.matcher(operation).replaceAll("{}");
  }

  static boolean areSame(String one, String other) {
    return normal(one).equals(normal(other));
  }
}

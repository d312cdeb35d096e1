package dev.concordat.compare.openapi;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ResponseSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Statuses that entries of `responses` stand for.
final class StatusCodes {
  private static final int FIRST = 100;
  private static final int LAST = 599;
  private static final int HUNDRED = 100;
  // Those that clients meet every day come first, so that messages are those that people know.
  private static final List<Integer> COMMON =
      List.of(200, 400, 500, 404, 201, 302, 409, 422, 503, 100);

  private StatusCodes() {}

  /// The statuses that an operation means by an entry, the best known first.
  static List<Integer> of(HttpOperation operation, ResponseSpec entry) {
    if (Character.isDigit(entry.status().charAt(entry.status().length() - 1))) {
      return List.of(Integer.parseInt(entry.status()));
    }
    return IntStream.concat(
            COMMON.stream().mapToInt(Integer::intValue), IntStream.rangeClosed(FIRST, LAST))
        .filter(code -> entry.covers(code) && isMeant(operation, entry, code))
        .distinct()
        .boxed()
        .toList();
  }

  private static boolean isMeant(HttpOperation operation, ResponseSpec entry, int code) {
    Optional<ResponseSpec> meant = operation.response(code);
    return meant.filter(it -> it.status().equals(entry.status())).isPresent();
  }

  /// Whether the entry speaks of success only: `200`, `2XX`.
  static boolean isSuccess(ResponseSpec entry) {
    return entry.status().startsWith("2");
  }

  /// RFC 9110 sections 9.3.2, 15.2, 15.3.5, 15.4.5.
  static boolean canHaveBody(String method, int status) {
    return !method.equals("HEAD") && status >= 2 * HUNDRED && status != 204 && status != 304;
  }
}

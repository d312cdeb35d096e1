package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.Problem;
import java.util.Locale;
import java.util.Optional;

/// The statuses under which responses stand.
final class Statuses {
  private Statuses() {}

  /// The status as {@link ResponseSpec} has it; one that is none is a problem.
  static Optional<String> read(Reading reading, ObjectNode.Member response) {
    String status = response.name();
    if (status.equals(ResponseSpec.DEFAULT)) {
      return Optional.of(status);
    }
    if (!isStatus(status)) {
      reading.add(
          Problem.error(
              "contract/bad-status",
              response.place(),
              "'" + status + "' is not a status",
              "write a status such as '200', a range such as '4XX', or 'default'"));
      return Optional.empty();
    }
    return Optional.of(status.toUpperCase(Locale.ROOT));
  }

  /// `204`, `4XX` or `4xx`.
  private static boolean isStatus(String text) {
    return text.length() == 3
        && text.charAt(0) >= '1'
        && text.charAt(0) <= '5'
        && (text.substring(1).equalsIgnoreCase("XX")
            || (isDigit(text.charAt(1)) && isDigit(text.charAt(2))));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The statuses under which responses stand.
final class Statuses {
  private static final Pattern STATUS = Pattern.compile("[1-5]([0-9][0-9]|[xX][xX])");

  private Statuses() {}

  /// The status as {@link ResponseSpec} has it; one that is none is a problem.
  static Optional<String> read(Reading reading, ObjectNode.Member response) {
    String status = response.name();
    if (status.equals(ResponseSpec.DEFAULT)) {
      return Optional.of(status);
    }
    if (!STATUS.matcher(status).matches()) {
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
}

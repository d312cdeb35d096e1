package dev.concordat.record.document;

import dev.concordat.record.learning.Route;
import java.util.Comparator;

/// Where a body stands.
///
/// @param status 0 for a request
record Position(Route route, int status, String media) implements Comparable<Position> {
  private static final int LEAST_ERROR = 400;

  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::route)
          .thenComparingInt(Position::status)
          .thenComparing(Position::media);

  boolean isRequest() {
    return status == 0;
  }

  boolean isError() {
    return status >= LEAST_ERROR;
  }

  /// Bodies of one group may share a schema.
  String group() {
    return isRequest() ? "request" : isError() ? "error" : "answer";
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }
}

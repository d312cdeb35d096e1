package dev.concordat.model.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looking into header lists.
public final class Headers {
  private Headers() {}

  /// The first value of a header; names are compared without case.
  public static Optional<String> first(List<Header> headers, String name) {
    // A loop, because servers look for several headers in every message.
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        return Optional.of(header.value());
      }
    }
    return Optional.empty();
  }

  /// Every value of a header, in the order of the wire.
  public static List<String> all(List<Header> headers, String name) {
    List<String> values = List.of();
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        values = values.isEmpty() ? new ArrayList<>() : values;
        values.add(header.value());
      }
    }
    return List.copyOf(values);
  }
}

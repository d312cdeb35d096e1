package dev.concordat.model.exchange;

import java.util.List;
import java.util.Optional;

/// Looking into header lists.
public final class Headers {
  private Headers() {}

  /// The first value of a header; names are compared without case.
  public static Optional<String> first(List<Header> headers, String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  /// Every value of a header, in the order of the wire.
  public static List<String> all(List<Header> headers, String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }
}

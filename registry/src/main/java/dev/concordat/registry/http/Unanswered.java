package dev.concordat.registry.http;

import java.io.IOException;
import java.net.ConnectException;

/// Says why a server did not answer.
public final class Unanswered {
  private Unanswered() {}

  /// The reason for people; Java gives none where nobody listens.
  public static String reason(IOException failure) {
    if (failure.getMessage() != null) {
      return failure.getMessage();
    }
    return failure instanceof ConnectException
        ? "nobody listens there"
        : failure.getClass().getSimpleName();
  }
}

package dev.concordat.contracts.pact.broker;

import java.io.IOException;

/// A broker that answers, and not with what was asked for.
public final class BrokerRefusal extends IOException {
  private static final long serialVersionUID = 1L;

  /// How much of the answer is shown, in characters.
  private static final int MAX_SHOWN = 300;

  private static final int FIRST_OWN_FAILURE = 500;

  private final int status;

  BrokerRefusal(int status, String line, String body) {
    super(
        "the broker answered "
            + status
            + " to "
            + line
            + (body.isBlank() ? "" : ": " + shortened(body.strip())));
    this.status = status;
  }

  private static String shortened(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }

  /// Whether what was asked is wrong, rather than the broker.
  public boolean isAboutTheQuestion() {
    return status < FIRST_OWN_FAILURE;
  }

  public int status() {
    return status;
  }
}

package dev.concordat.registry.migration;

/// A broker does not answer, or not as brokers do: the copy cannot go on. What was copied stays, and may be copied again.
public final class MigrationFailure extends Exception {
  private static final long serialVersionUID = 1L;

  MigrationFailure(String message) {
    super(message);
  }
}

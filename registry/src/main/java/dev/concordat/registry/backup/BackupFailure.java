package dev.concordat.registry.backup;

/// A backup cannot be written or restored. The message says why and what to do.
public final class BackupFailure extends Exception {
  private static final long serialVersionUID = 1L;

  BackupFailure(String message) {
    super(message);
  }

  BackupFailure(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.concordat.registry.http;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/// Troubles of the database that a client should know of: it may come again, or somebody must make room (SQLSTATE classes of
/// PostgreSQL, appendix A).
final class StoreTrouble {
  private static final String DISK_FULL = "53100";
  private static final String RETRY_SECONDS = "2";

  private StoreTrouble() {}

  /// What is answered; empty for any other failure.
  static Optional<Answer> answer(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        if (state.equals(DISK_FULL)) {
          return Optional.of(
              RegistryServer.error(507, "The disk of the registry is full; nothing was kept"));
        }
        boolean isAway =
            sql instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53");
        if (isAway) {
          return Optional.of(
              RegistryServer.error(503, "The database of the registry does not answer; come again")
                  .with("Retry-After", RETRY_SECONDS));
        }
      }
    }
    return Optional.empty();
  }
}

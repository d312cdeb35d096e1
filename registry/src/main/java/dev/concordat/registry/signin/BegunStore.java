package dev.concordat.registry.signin;

import dev.concordat.model.digest.Sha;
import dev.concordat.registry.store.Database;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The sign-ins that were begun. Each is taken once, by the browser that began it. Thread-safe, and the same for all servers
/// on one database.
final class BegunStore {
  /// How long somebody may take at the issuer.
  static final Duration LIFE = Duration.ofMinutes(10);

  private final Database database;
  private final Clock clock;

  BegunStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void keep(String state, String browser, Begun begun) {
    Instant now = clock.instant();
    database.write(
        handle -> {
          handle.execute("DELETE FROM sign_ins WHERE expires_at <= ?", Timestamp.from(now));
          return handle.execute(
              "INSERT INTO sign_ins (state, browser, nonce, verifier, callback, return_to,"
                  + " expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
              Sha.SHA_256.of(state),
              Sha.SHA_256.of(browser),
              begun.nonce(),
              begun.verifier(),
              begun.callback(),
              begun.returnTo(),
              Timestamp.from(now.plus(LIFE)));
        });
  }

  Optional<Begun> take(String state, String browser) {
    return database.write(
        handle ->
            handle
                .createQuery(
                    """
                    DELETE FROM sign_ins
                    WHERE state = :state AND browser = :browser AND expires_at > :now
                    RETURNING nonce, verifier, callback, return_to""")
                .bind("state", Sha.SHA_256.of(state))
                .bind("browser", Sha.SHA_256.of(browser))
                .bind("now", Timestamp.from(clock.instant()))
                .map(
                    (row, _) ->
                        new Begun(
                            row.getString("nonce"),
                            row.getString("verifier"),
                            row.getString("callback"),
                            row.getString("return_to")))
                .findOne());
  }
}

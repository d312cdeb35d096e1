package dev.concordat.registry.access;

import dev.concordat.model.digest.Sha;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.store.Database;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;

/// Who is signed in with a browser. A session is known by a random secret in a cookie, of which only the hash is kept, and
/// ends after a time whatever happens. What its person may do is looked up anew for each request, by the groups they had
/// when they signed in. Thread-safe.
public final class Sessions {
  /// A working day. Who leaves a group at the issuer keeps what it allows for at most as long.
  public static final Duration LIFE = Duration.ofHours(12);

  private final Database database;
  private final Clock clock;
  private final Memberships memberships;

  public Sessions(Database database, Clock clock, Memberships memberships) {
    this.database = database;
    this.clock = clock;
    this.memberships = memberships;
  }

  /// Begins one, always with a new secret, and forgets those that ended.
  ///
  /// @return the secret for the cookie, which nobody can read again
  public String open(Person person) {
    String secret = Secrets.random();
    Instant now = clock.instant();
    database.write(
        handle -> {
          handle.execute("DELETE FROM sessions WHERE expires_at <= ?", Timestamp.from(now));
          return handle
              .createUpdate(
                  """
                  INSERT INTO sessions (hash, subject, name, email, groups, created_at, expires_at)
                  VALUES (:hash, :subject, :name, :email, :groups, :now, :expires)""")
              .bind("hash", Sha.SHA_256.of(secret))
              .bind("subject", person.subject())
              .bind("name", person.name())
              .bind("email", person.email().orElse(null))
              .bindArray("groups", String.class, person.groups().toArray())
              .bind("now", Timestamp.from(now))
              .bind("expires", Timestamp.from(now.plus(LIFE)))
              .execute();
        });
    return secret;
  }

  /// Ends the session of a browser at once.
  public void close(Asked asked) {
    SessionCookie.SESSION
        .read(asked)
        .ifPresent(
            secret ->
                database.write(
                    handle ->
                        handle
                            .createUpdate("DELETE FROM sessions WHERE hash = :hash")
                            .bind("hash", Sha.SHA_256.of(secret))
                            .execute()));
  }

  /// How a person is called in the audit log.
  public static String known(Person person) {
    return person.known();
  }

  Optional<Granted> find(Asked asked) {
    return SessionCookie.SESSION.read(asked).flatMap(this::person).map(this::granted);
  }

  private Granted granted(Person person) {
    return new Granted(person.known(), memberships.grants(person.groups()), Optional.of(person));
  }

  private Optional<Person> person(String secret) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT subject, name, email, groups FROM sessions WHERE hash = :hash AND"
                        + " expires_at > :now")
                .bind("hash", Sha.SHA_256.of(secret))
                .bind("now", Timestamp.from(clock.instant()))
                .map((row, _) -> read(row))
                .findOne());
  }

  private static Person read(ResultSet row) throws SQLException {
    Array groups = row.getArray("groups");
    return new Person(
        row.getString("subject"),
        row.getString("name"),
        Optional.ofNullable(row.getString("email")),
        new TreeSet<>(Arrays.asList((String[]) groups.getArray())));
  }
}

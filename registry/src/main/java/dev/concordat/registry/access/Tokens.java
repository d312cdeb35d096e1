package dev.concordat.registry.access;

import dev.concordat.model.digest.Sha;
import dev.concordat.registry.store.Database;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tokens of a registry. A token is shown once, when it is made. Thread-safe.
public final class Tokens {
  /// What every token begins with, so that it is known for what it is where it leaked.
  public static final String PREFIX = "concordat_";

  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

  private final Database database;
  private final Clock clock;

  public Tokens(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A token that was just made, with its text, which nobody can see again.
  ///
  /// @param secret never logged
  public record Made(Token token, String secret) {
    @Override
    public String toString() {
      return token.toString();
    }
  }

  /// Makes one.
  ///
  /// @param lifetime empty for one that does not expire
  public Made create(
      String name, Set<Scope> scopes, Optional<String> team, Optional<Duration> lifetime) {
    String secret = PREFIX + Secrets.random();
    Instant now = clock.instant();
    String[] words = scopes.stream().sorted().map(Scope::word).toArray(String[]::new);
    Token token =
        database.write(
            handle ->
                handle
                    .createQuery(
                        """
                        INSERT INTO tokens (name, hash, scopes, team, expires_at, created_at)
                        VALUES (:name, :hash, :scopes, :team, :expires, :now)
                        RETURNING *""")
                    .bind("name", name)
                    .bind("hash", Sha.SHA_256.of(secret))
                    .bindArray("scopes", String.class, (Object[]) words)
                    .bind("team", team.orElse(null))
                    .bind("expires", lifetime.map(now::plus).map(Timestamp::from).orElse(null))
                    .bind("now", Timestamp.from(now))
                    .map((row, _) -> read(row))
                    .one());
    return new Made(token, secret);
  }

  /// All of them, newest first, also those that ended.
  public List<Token> list() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM tokens ORDER BY id DESC")
                .map((row, _) -> read(row))
                .list());
  }

  /// Ends one at once.
  ///
  /// @return false where there is none of this number, or it was ended before
  public boolean revoke(long id) {
    return database.<Integer>write(
            handle ->
                handle
                    .createUpdate(
                        "UPDATE tokens SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                    .bind("now", Timestamp.from(clock.instant()))
                    .bind("id", id)
                    .execute())
        == 1;
  }

  /// Whether anybody holds a token with which the others can be made.
  public boolean hasAdmin() {
    Instant now = clock.instant();
    return list().stream()
        .anyMatch(token -> token.isValid(now) && token.scopes().contains(Scope.ADMIN));
  }

  /// Who holds a token; empty for one that is unknown, expired or revoked.
  Optional<Granted> find(String secret) {
    Instant now = clock.instant();
    Optional<Token> token =
        database
            .ask(
                handle ->
                    handle
                        .createQuery("SELECT * FROM tokens WHERE hash = :hash")
                        .bind("hash", Sha.SHA_256.of(secret))
                        .map((row, _) -> read(row))
                        .findOne())
            .filter(found -> found.isValid(now));
    token.ifPresent(found -> noteUse(found, now));
    return token.map(
        found -> Granted.client("token " + found.name(), Set.copyOf(found.scopes()), found.team()));
  }

  private void noteUse(Token token, Instant now) {
    if (token.lastUsedAt().filter(at -> at.plus(USE_NOTED_EVERY).isAfter(now)).isEmpty()) {
      database.write(
          handle ->
              handle
                  .createUpdate("UPDATE tokens SET last_used_at = :now WHERE id = :id")
                  .bind("now", Timestamp.from(now))
                  .bind("id", token.id())
                  .execute());
    }
  }

  private static Token read(ResultSet row) throws SQLException {
    Array scopes = row.getArray("scopes");
    return new Token(
        row.getLong("id"),
        row.getString("name"),
        Arrays.stream((String[]) scopes.getArray())
            .flatMap(word -> Scope.of(word).stream())
            .toList(),
        Optional.ofNullable(row.getString("team")),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("expires_at")),
        instant(row.getTimestamp("revoked_at")),
        instant(row.getTimestamp("last_used_at")));
  }

  private static Optional<Instant> instant(@Nullable Timestamp at) {
    return Optional.ofNullable(at).map(Timestamp::toInstant);
  }
}

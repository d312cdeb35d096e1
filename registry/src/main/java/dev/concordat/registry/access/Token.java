package dev.concordat.registry.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known of a token. The token itself is not: only its hash is kept.
///
/// @param team whose systems it may write to; empty for those of all teams
/// @param expiresAt empty for one that does not
/// @param lastUsedAt to the minute
public record Token(
    long id,
    String name,
    List<Scope> scopes,
    Optional<String> team,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsedAt) {
  public Token {
    scopes = List.copyOf(scopes);
  }

  /// Whether it still opens anything.
  public boolean isValid(Instant now) {
    return revokedAt.isEmpty() && expiresAt.filter(at -> !at.isAfter(now)).isEmpty();
  }
}

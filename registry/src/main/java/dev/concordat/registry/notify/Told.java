package dev.concordat.registry.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// A message about an incident: whom, of what, and whether it arrived.
///
/// @param team empty for a channel that is told everything, or that is gone
/// @param transition `opened`, `reopened`, `closed` or `rerouted`
/// @param status `not_run`, `retrying`, `success` or `failure`
/// @param attempts so far
public record Told(
    Optional<String> team, String transition, String status, int attempts, Instant at) {
  private static final String EVENT = "incident_";

  static Told of(ResultSet row) throws SQLException {
    String event = row.getString("event");
    return new Told(
        Optional.ofNullable(row.getString("team")),
        event.startsWith(EVENT) ? event.substring(EVENT.length()) : event,
        row.getString("status"),
        row.getInt("attempts"),
        row.getTimestamp("created_at").toInstant());
  }
}

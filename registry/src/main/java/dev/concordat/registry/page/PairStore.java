package dev.concordat.registry.page;

import dev.concordat.registry.store.Columns;
import dev.concordat.registry.store.Remembered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// How pairs stand: one question for all pairs of a page, answered by look-ups in indexes; for the map and for
/// environments, from what is kept.
final class PairStore {
  /// Any number that nothing else locks.
  private static final long KEEPING = 0x70_61_69_72_73L;

  /// What is kept is read in the same way whatever is asked, and planning that takes longer than reading.
  private static final String KEPT_PLANS = "SET LOCAL plan_cache_mode = force_generic_plan";

  /// So many that what PostgreSQL knows of the tables is not so any more.
  private static final int MANY = 500;

  /// Answers that are kept.
  private static final int MAX_ANSWERS = 50;

  private final Handle handle;

  private final Remembered<List<Pairing>> remembered;

  /// What several of these share.
  static Remembered<List<Pairing>> remembered() {
    return new Remembered<>(_ -> 1, MAX_ANSWERS);
  }

  /// One that reads everything anew.
  PairStore(Handle handle) {
    this(handle, remembered());
  }

  PairStore(Handle handle, Remembered<List<Pairing>> remembered) {
    this.handle = handle;
    this.remembered = remembered;
  }

  /// All pairs, or those of which a side is a team's.
  List<Pairing> all(Optional<String> team, int limit) {
    return remembered.get(
        handle,
        List.of("all", team, limit),
        () ->
            read(
                asked(team.isPresent() ? MapText.KEPT_OF_TEAM : MapText.KEPT, team), false, limit));
  }

  /// All pairs, worked out without what is kept.
  List<Pairing> workedOut(int limit) {
    return read(handle.createQuery(MapText.workedOut("true")), false, limit);
  }

  /// Keeps how the pairs stand that something was written about, unless another server is at it.
  ///
  /// @return whether there may be more to do
  static boolean keep(Handle handle) {
    boolean isOurs =
        handle
            .createQuery("SELECT pg_try_advisory_xact_lock(:keeping)")
            .bind("keeping", KEEPING)
            .mapTo(Boolean.class)
            .one();
    if (!isOurs) {
      return false;
    }
    handle.execute(KEPT_PLANS);
    int kept =
        handle.createUpdate(MapText.KEEP).execute()
            + handle.createUpdate(MeetingText.KEEP).execute();
    if (kept >= MANY) {
      // Plans that were made while the tables were as good as empty are made again.
      handle.execute("ANALYZE pairs_kept, meetings_kept");
    }
    return kept > 0;
  }

  /// Whether nothing was written about any pair since.
  static boolean isKept(Handle handle) {
    return handle
        .createQuery(
            "SELECT NOT EXISTS (SELECT 1 FROM pairs_changed)"
                + " AND NOT EXISTS (SELECT 1 FROM meetings_changed)")
        .mapTo(Boolean.class)
        .one();
  }

  /// What a system needs of others.
  List<Pairing> needs(long system, int limit) {
    return read(
        handle.createQuery(MapText.workedOut("i.consumer_id = :system")).bind("system", system),
        false,
        limit);
  }

  /// What others need of a system.
  List<Pairing> users(long system, int limit) {
    return read(
        handle.createQuery(MapText.workedOut("i.provider_id = :system")).bind("system", system),
        false,
        limit);
  }

  /// Those that meet in an environment.
  List<Pairing> meeting(long environment, Optional<String> team, int limit) {
    return remembered.get(
        handle,
        List.of(environment, team, limit),
        () ->
            read(
                asked(team.isPresent() ? MeetingText.KEPT_OF_TEAM : MeetingText.KEPT, team)
                    .bind("environment", environment),
                true,
                limit));
  }

  private Query asked(String text, Optional<String> team) {
    handle.execute(KEPT_PLANS);
    Query query = handle.createQuery(text);
    team.ifPresent(name -> query.bind("team", name));
    return query;
  }

  /// One more than the limit, so that the page can say that there is more.
  private static List<Pairing> read(Query query, boolean isPlaced, int limit) {
    return query.bind("limit", limit + 1).map((row, _) -> pairing(row, isPlaced)).list();
  }

  private static Pairing pairing(ResultSet row, boolean isPlaced) throws SQLException {
    Optional<Instant> at = Columns.optionalInstant(row, "verified_at");
    boolean success = row.getBoolean("success");
    String method = row.getString("method");
    Pairing.Party consumer = party(row, "consumer");
    Pairing.Party provider = party(row, "provider");
    Optional<String> lying =
        Optional.ofNullable(row.getString("lying"))
            .map(side -> side.equals("c") ? consumer.name() : provider.name());
    return new Pairing(
        consumer,
        provider,
        Optional.ofNullable(row.getString("contract_of")),
        Optional.ofNullable(row.getString("verified_by")),
        isPlaced,
        at.map(time -> new Pairing.Verified(success, method, time)),
        lying);
  }

  private static Pairing.Party party(ResultSet row, String side) throws SQLException {
    return new Pairing.Party(
        row.getString(side), Optional.ofNullable(row.getString(side + "_owner")));
  }
}

package dev.concordat.registry.page;

import dev.concordat.registry.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// What happened, read backwards by the keys of the tables, so that every page costs the same.
final class ActivityStore {
  /// Higher than any key of a table, and what an address may still say.
  private static final String START = "999999999999999999";

  private static final Pattern WRITTEN = Pattern.compile("\\d{1,18}(\\.\\d{1,18}){3}");

  private final Handle handle;

  ActivityStore(Handle handle) {
    this.handle = handle;
  }

  /// What happened: its place in an address, and the question that finds it.
  enum Kind {
    PUBLISHED(
        0,
        """
          SELECT u.id, u.created_at AS at, coalesce(c.name, p.name) AS system, v.number AS version,
            CASE WHEN c.id IS NULL THEN '' ELSE p.name END AS other, '' AS key, true AS good,
            k.kind AS title
          FROM publications u JOIN versions v ON v.id = u.version_id
            JOIN systems p ON p.id = u.provider_id LEFT JOIN systems c ON c.id = u.consumer_id
            JOIN contents k ON k.id = u.content_id
          WHERE u.id < :before ORDER BY u.id DESC LIMIT :limit
          """),
    VERIFIED(
        1,
        """
          SELECT x.id, x.created_at AS at, p.name AS system, v.number AS version,
            coalesce(c.name, '') AS other, coalesce((SELECT n.number FROM publications u
              JOIN versions n ON n.id = u.version_id WHERE u.content_id = x.content_id
              AND u.is_current ORDER BY u.version_id DESC LIMIT 1), '') AS key, x.success AS good,
            k.kind AS title
          FROM verifications x JOIN contents k ON k.id = x.content_id
            JOIN versions v ON v.id = x.provider_version_id
            JOIN systems p ON p.id = v.system_id LEFT JOIN systems c ON c.id = k.consumer_id
          WHERE x.id < :before ORDER BY x.id DESC LIMIT :limit
          """),
    DEPLOYED(
        2,
        """
          SELECT d.id, d.created_at AS at, s.name AS system, v.number AS version, e.name AS other,
            '' AS key, true AS good, '' AS title
          FROM deployed_versions d JOIN systems s ON s.id = d.system_id
            JOIN versions v ON v.id = d.version_id JOIN environments e ON e.id = d.environment_id
          WHERE d.id < :before ORDER BY d.id DESC LIMIT :limit
          """),
    INCIDENT(
        3,
        """
          SELECT i.id, i.opened_at AS at, coalesce(c.name, p.name, '') AS system, '' AS version,
            coalesce(p.name, '') AS other, i.uuid AS key, i.state <> 'open' AS good, i.title
          FROM incidents i LEFT JOIN systems c ON c.id = i.consumer_id
            LEFT JOIN systems p ON p.id = i.provider_id
          WHERE i.id < :before ORDER BY i.id DESC LIMIT :limit
          """);

    private final int place;
    private final String question;

    Kind(int place, String question) {
      this.place = place;
      this.question = question;
    }
  }

  /// One thing that happened.
  ///
  /// @param other the provider, the consumer, or the environment; empty for what a system provides
  /// @param key of an incident; of a verification the consumer's version
  /// @param title of an incident; else the kind of the contract
  record Happening(
      Kind kind,
      long id,
      Instant at,
      String system,
      String version,
      String other,
      String key,
      boolean good,
      String title) {}

  /// How far each question was read.
  record Place(List<Long> before) {
    Place {
      before = List.copyOf(before);
    }

    /// As an address says; what cannot be read is the beginning.
    static Place of(String text) {
      String read =
          WRITTEN.matcher(text).matches() ? text : String.join(".", START, START, START, START);
      List<Long> before = new ArrayList<>();
      for (String number : read.split("\\.", -1)) {
        before.add(Long.valueOf(number));
      }
      return new Place(before);
    }

    String text() {
      return String.join(".", before.stream().map(String::valueOf).toList());
    }
  }

  /// A page and where the next one begins; empty where there is none.
  record Page(List<Happening> happenings, Optional<Place> next) {
    Page {
      happenings = List.copyOf(happenings);
    }
  }

  Page read(Place place, int limit) {
    List<Happening> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      all.addAll(ask(kind, place.before().get(kind.place), limit + 1));
    }
    all.sort(
        Comparator.comparing(Happening::at)
            .thenComparingLong(Happening::id)
            .reversed()
            .thenComparing(Happening::kind));
    if (all.size() <= limit) {
      return new Page(all, Optional.empty());
    }
    List<Happening> shown = all.subList(0, limit);
    List<Long> before = new ArrayList<>(place.before());
    for (Happening happening : shown) {
      int at = happening.kind().place;
      before.set(at, Math.min(before.get(at), happening.id()));
    }
    return new Page(shown, Optional.of(new Place(before)));
  }

  private List<Happening> ask(Kind kind, long before, int limit) {
    return handle
        .createQuery(kind.question)
        .bind("before", before)
        .bind("limit", limit)
        .map((row, _) -> happening(kind, row))
        .list();
  }

  private static Happening happening(Kind kind, ResultSet row) throws SQLException {
    return new Happening(
        kind,
        row.getLong("id"),
        Columns.instant(row, "at"),
        row.getString("system"),
        row.getString("version"),
        row.getString("other"),
        row.getString("key"),
        row.getBoolean("good"),
        row.getString("title"));
  }
}

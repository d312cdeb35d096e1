package dev.concordat.registry.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The environments of a registry.
public final class Environments {
  private final Handle handle;

  public Environments(Handle handle) {
    this.handle = handle;
  }

  /// What can be said of an environment.
  ///
  /// @param contacts JSON text, a list
  public record Said(
      String name, Optional<String> displayName, boolean production, Optional<String> contacts) {}

  /// All of them, sorted by the name that people read.
  public List<EnvironmentRow> all() {
    return handle
        .createQuery(
            "SELECT * FROM environments ORDER BY lower(coalesce(display_name, name)), name")
        .map((row, _) -> EnvironmentRow.of(row))
        .list();
  }

  public Optional<EnvironmentRow> find(long id) {
    return handle
        .createQuery("SELECT * FROM environments WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> EnvironmentRow.of(row))
        .findOne();
  }

  public Optional<EnvironmentRow> findByUuid(String uuid) {
    return handle
        .createQuery("SELECT * FROM environments WHERE uuid = :uuid")
        .bind("uuid", uuid)
        .map((row, _) -> EnvironmentRow.of(row))
        .findOne();
  }

  public Optional<EnvironmentRow> findByName(String name) {
    return handle
        .createQuery("SELECT * FROM environments WHERE name = :name")
        .bind("name", name)
        .map((row, _) -> EnvironmentRow.of(row))
        .findOne();
  }

  /// Makes an environment, or says something else of one that has this uuid.
  public EnvironmentRow put(String uuid, Said said, Instant now) {
    return handle
        .createQuery(
            """
            INSERT INTO environments AS e
              (uuid, name, display_name, production, contacts, created_at, updated_at)
            VALUES (:uuid, :name, :display, :production, CAST(:contacts AS jsonb), :now, :now)
            ON CONFLICT (uuid) DO UPDATE SET name = EXCLUDED.name,
              display_name = EXCLUDED.display_name, production = EXCLUDED.production,
              contacts = EXCLUDED.contacts,
              updated_at = greatest(:now, e.created_at + interval '1 microsecond')
            RETURNING *
            """)
        .bind("uuid", uuid)
        .bind("name", said.name())
        .bind("display", said.displayName().orElse(null))
        .bind("production", said.production())
        .bind("contacts", said.contacts().orElse(null))
        .bind("now", now)
        .map((row, _) -> EnvironmentRow.of(row))
        .one();
  }

  public boolean delete(String uuid) {
    return handle
            .createUpdate("DELETE FROM environments WHERE uuid = :uuid")
            .bind("uuid", uuid)
            .execute()
        > 0;
  }
}

package dev.concordat.registry.store;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// The systems of a registry and their labels.
public final class Systems {
  private final Handle handle;

  public Systems(Handle handle) {
    this.handle = handle;
  }

  public Optional<SystemRow> find(String name) {
    return handle
        .createQuery("SELECT * FROM systems WHERE name = :name")
        .bind("name", name)
        .map((row, _) -> SystemRow.of(row))
        .findOne();
  }

  public Optional<SystemRow> find(long id) {
    return handle
        .createQuery("SELECT * FROM systems WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> SystemRow.of(row))
        .findOne();
  }

  /// All of them, sorted by name without regard to case.
  public List<SystemRow> all() {
    return handle
        .createQuery("SELECT * FROM systems ORDER BY lower(name), name")
        .map((row, _) -> SystemRow.of(row))
        .list();
  }

  /// The names of all of them, sorted.
  public List<String> names() {
    return handle.createQuery("SELECT name FROM systems ORDER BY name").mapTo(String.class).list();
  }

  /// Those that carry a label, sorted likewise.
  public List<SystemRow> labelled(String label) {
    return handle
        .createQuery(
            "SELECT s.* FROM systems s JOIN labels l ON l.system_id = s.id WHERE l.name = :label"
                + " ORDER BY lower(s.name), s.name")
        .bind("label", label)
        .map((row, _) -> SystemRow.of(row))
        .list();
  }

  /// The systems of these names; those that are new are made. Two transactions that name the same ones wait for each
  /// other in the order of names, never in a circle.
  public Map<String, SystemRow> ensure(Collection<String> names, Instant now) {
    return ensure(named(names), names, now);
  }

  /// The same where the known ones were looked up before.
  public Map<String, SystemRow> ensure(
      Map<String, SystemRow> known, Collection<String> names, Instant now) {
    Map<String, SystemRow> found = new LinkedHashMap<>();
    for (String name : new TreeSet<>(names)) {
      SystemRow row = known.get(name);
      found.put(name, row == null ? ensure(name, now) : row);
    }
    return found;
  }

  /// Those of these names that there are.
  public Map<String, SystemRow> named(Collection<String> names) {
    Map<String, SystemRow> found = new LinkedHashMap<>();
    handle
        .createQuery("SELECT * FROM systems WHERE name = ANY(:names) ORDER BY name")
        .bindArray("names", String.class, List.copyOf(names))
        .map((row, _) -> SystemRow.of(row))
        .forEach(row -> found.put(row.name(), row));
    return found;
  }

  /// The system of this name; made where it is new.
  public SystemRow ensure(String name, Instant now) {
    Optional<SystemRow> known = find(name);
    if (known.isPresent()) {
      return known.get();
    }
    handle
        .createUpdate(
            "INSERT INTO systems (name, display_name, created_at, updated_at)"
                + " VALUES (:name, NULL, :now, :now) ON CONFLICT (name) DO NOTHING")
        .bind("name", name)
        .bind("now", now)
        .execute();
    return find(name).orElseThrow();
  }

  /// Replaces what is written of a system; its name and owner stay.
  public SystemRow update(SystemRow changed, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE systems SET display_name = :display, repository_url = :url,
              repository_name = :repository, repository_namespace = :namespace,
              main_branch = :main, updated_at = greatest(:now, created_at + interval '1 microsecond')
            WHERE id = :id
            """)
        .bind("id", changed.id())
        .bind("display", changed.displayName().orElse(null))
        .bind("url", changed.repositoryUrl().orElse(null))
        .bind("repository", changed.repositoryName().orElse(null))
        .bind("namespace", changed.repositoryNamespace().orElse(null))
        .bind("main", changed.mainBranch().orElse(null))
        .bind("now", now)
        .execute();
    return find(changed.id()).orElseThrow();
  }

  /// Says whose a system is; nothing for nobody's.
  public void own(long id, Optional<String> owner) {
    handle
        .createUpdate("UPDATE systems SET owner = :owner WHERE id = :id")
        .bind("id", id)
        .bind("owner", owner.orElse(null))
        .execute();
  }

  /// Removes a system with everything that is its own.
  public boolean delete(String name) {
    return handle
            .createUpdate("DELETE FROM systems WHERE name = :name")
            .bind("name", name)
            .execute()
        > 0;
  }

  /// The labels of a system, sorted.
  public List<String> labels(long id) {
    return handle
        .createQuery("SELECT name FROM labels WHERE system_id = :id ORDER BY name")
        .bind("id", id)
        .mapTo(String.class)
        .list();
  }

  /// The labels of all systems, each once, sorted.
  public List<String> allLabels() {
    return handle
        .createQuery("SELECT DISTINCT name FROM labels ORDER BY name")
        .mapTo(String.class)
        .list();
  }

  /// When a label was put on a system; nothing where it was not.
  public Optional<Instant> label(long id, String label) {
    return handle
        .createQuery("SELECT created_at FROM labels WHERE system_id = :id AND name = :label")
        .bind("id", id)
        .bind("label", label)
        .map((row, _) -> Columns.instant(row, "created_at"))
        .findOne();
  }

  /// Puts a label on a system, which may have it already.
  public void addLabel(long id, String label, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO labels (system_id, name, created_at) VALUES (:id, :label, :now)"
                + " ON CONFLICT DO NOTHING")
        .bind("id", id)
        .bind("label", label)
        .bind("now", now)
        .execute();
  }

  public boolean removeLabel(long id, String label) {
    return handle
            .createUpdate("DELETE FROM labels WHERE system_id = :id AND name = :label")
            .bind("id", id)
            .bind("label", label)
            .execute()
        > 0;
  }
}

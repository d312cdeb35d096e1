package dev.concordat.registry.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The tags of versions.
public final class Tags {
  private final Handle handle;

  public Tags(Handle handle) {
    this.handle = handle;
  }

  /// The tags of a version, sorted by name.
  public List<TagRow> of(long versionId) {
    return handle
        .createQuery("SELECT * FROM tags WHERE version_id = :version ORDER BY name")
        .bind("version", versionId)
        .map((row, _) -> TagRow.of(row))
        .list();
  }

  public Optional<TagRow> find(long versionId, String name) {
    return handle
        .createQuery("SELECT * FROM tags WHERE version_id = :version AND name = :name")
        .bind("version", versionId)
        .bind("name", name)
        .map((row, _) -> TagRow.of(row))
        .findOne();
  }

  /// Tags a version, which may have the tag already.
  public TagRow add(VersionRow version, String name, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO tags (version_id, system_id, name, created_at)"
                + " VALUES (:version, :system, :name, :now) ON CONFLICT DO NOTHING")
        .bind("version", version.id())
        .bind("system", version.systemId())
        .bind("name", name)
        .bind("now", now)
        .execute();
    return find(version.id(), name).orElseThrow();
  }

  public boolean remove(long versionId, String name) {
    return handle
            .createUpdate("DELETE FROM tags WHERE version_id = :version AND name = :name")
            .bind("version", versionId)
            .bind("name", name)
            .execute()
        > 0;
  }

  /// The versions of a system with a tag, the newest first.
  public List<VersionRow> versions(long systemId, String name, Page page) {
    return handle
        .createQuery(
            "SELECT v.* FROM versions v JOIN tags t ON t.version_id = v.id"
                + " WHERE t.system_id = :system AND t.name = :name ORDER BY v.id DESC"
                + " LIMIT :limit OFFSET :offset")
        .bind("system", systemId)
        .bind("name", name)
        .bind("limit", page.size())
        .bind("offset", page.offset())
        .map((row, _) -> VersionRow.of(row))
        .list();
  }

  public long count(long systemId, String name) {
    return handle
        .createQuery("SELECT count(*) FROM tags WHERE system_id = :system AND name = :name")
        .bind("system", systemId)
        .bind("name", name)
        .mapTo(Long.class)
        .one();
  }

  /// The id of the newest version of a system with a tag; 0 where there is none.
  public long newest(long systemId, String name) {
    return handle
        .createQuery(
            "SELECT coalesce(max(version_id), 0) FROM tags"
                + " WHERE system_id = :system AND name = :name")
        .bind("system", systemId)
        .bind("name", name)
        .mapTo(Long.class)
        .one();
  }
}

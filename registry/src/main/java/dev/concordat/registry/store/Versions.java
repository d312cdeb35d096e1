package dev.concordat.registry.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The versions of systems.
public final class Versions {
  private final Handle handle;

  public Versions(Handle handle) {
    this.handle = handle;
  }

  public Optional<VersionRow> find(long systemId, String number) {
    return handle
        .createQuery("SELECT * FROM versions WHERE system_id = :system AND number = :number")
        .bind("system", systemId)
        .bind("number", number)
        .map((row, _) -> VersionRow.of(row))
        .findOne();
  }

  public Optional<VersionRow> find(long id) {
    return handle
        .createQuery("SELECT * FROM versions WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> VersionRow.of(row))
        .findOne();
  }

  /// The newest first.
  public List<VersionRow> all(long systemId, Page page) {
    return handle
        .createQuery(
            "SELECT * FROM versions WHERE system_id = :system ORDER BY id DESC"
                + " LIMIT :limit OFFSET :offset")
        .bind("system", systemId)
        .bind("limit", page.size())
        .bind("offset", page.offset())
        .map((row, _) -> VersionRow.of(row))
        .list();
  }

  public long count(long systemId) {
    return handle
        .createQuery("SELECT count(*) FROM versions WHERE system_id = :system")
        .bind("system", systemId)
        .mapTo(Long.class)
        .one();
  }

  public Optional<VersionRow> newest(long systemId) {
    return all(systemId, Page.first(1)).stream().findFirst();
  }

  /// The newest version with a tag.
  public Optional<VersionRow> newestTagged(long systemId, String tag) {
    return handle
        .createQuery(
            "SELECT v.* FROM versions v JOIN tags t ON t.version_id = v.id"
                + " WHERE t.system_id = :system AND t.name = :tag ORDER BY v.id DESC LIMIT 1")
        .bind("system", systemId)
        .bind("tag", tag)
        .map((row, _) -> VersionRow.of(row))
        .findOne();
  }

  /// The versions of a system that ever were deployed or released to an environment.
  public List<VersionRow> inEnvironment(long systemId, long environmentId) {
    return handle
        .createQuery(
            "SELECT v.* FROM versions v WHERE v.id IN"
                + " (SELECT version_id FROM deployed_versions"
                + " WHERE system_id = :system AND environment_id = :environment"
                + " UNION SELECT version_id FROM released_versions"
                + " WHERE system_id = :system AND environment_id = :environment) ORDER BY v.id")
        .bind("system", systemId)
        .bind("environment", environmentId)
        .map((row, _) -> VersionRow.of(row))
        .list();
  }

  /// The version of this number; made where it is new. It is locked until the transaction ends, so what follows from it
  /// is written by one at a time.
  public VersionRow ensure(long systemId, String number, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO versions (system_id, number, created_at, updated_at)"
                + " SELECT :system, :number, :now, :now WHERE NOT EXISTS"
                + " (SELECT 1 FROM versions WHERE system_id = :system AND number = :number)"
                + " ON CONFLICT (system_id, number) DO NOTHING")
        .bind("system", systemId)
        .bind("number", number)
        .bind("now", now)
        .execute();
    return handle
        .createQuery(
            "SELECT * FROM versions WHERE system_id = :system AND number = :number"
                + " FOR NO KEY UPDATE")
        .bind("system", systemId)
        .bind("number", number)
        .map((row, _) -> VersionRow.of(row))
        .one();
  }

  /// Says where a version was built, and that it changed.
  public VersionRow update(long id, Optional<String> buildUrl, Instant now) {
    return handle
        .createQuery(
            "UPDATE versions SET build_url = :url,"
                + " updated_at = greatest(:now, created_at + interval '1 microsecond')"
                + " WHERE id = :id RETURNING *")
        .bind("id", id)
        .bind("url", buildUrl.orElse(null))
        .bind("now", now)
        .map((row, _) -> VersionRow.of(row))
        .one();
  }

  /// Says where a version was built without counting as a change: part of making it.
  public void buildUrl(long id, String url) {
    handle
        .createUpdate("UPDATE versions SET build_url = :url WHERE id = :id")
        .bind("id", id)
        .bind("url", url)
        .execute();
  }

  /// Removes versions with everything that was said of them; branches get the heads that are left.
  public void delete(List<Long> ids) {
    for (long id : ids) {
      List<Long> branches =
          handle
              .createQuery("SELECT branch_id FROM branch_versions WHERE version_id = :id")
              .bind("id", id)
              .mapTo(Long.class)
              .list();
      handle.createUpdate("DELETE FROM versions WHERE id = :id").bind("id", id).execute();
      new Branches(handle).findHeads(branches);
    }
  }
}

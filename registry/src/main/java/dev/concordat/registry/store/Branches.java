package dev.concordat.registry.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The branches of systems. The head of each, its newest version, is kept on every write.
public final class Branches {
  private static final String OF_VERSION =
      """
      SELECT b.id AS branch_id, b.name AS branch, v.id AS version_id, v.number,
        b.head_version_id = v.id AS latest, bv.created_at, bv.updated_at
      FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id
        JOIN versions v ON v.id = bv.version_id
      """;

  private final Handle handle;

  public Branches(Handle handle) {
    this.handle = handle;
  }

  public Optional<BranchRow> find(long systemId, String name) {
    return handle
        .createQuery("SELECT * FROM branches WHERE system_id = :system AND name = :name")
        .bind("system", systemId)
        .bind("name", name)
        .map((row, _) -> BranchRow.of(row))
        .findOne();
  }

  /// The branches of a system, the newest first.
  ///
  /// @param part what their names contain, whatever the case; empty for all
  public List<BranchRow> all(long systemId, String part, Page page) {
    return handle
        .createQuery(
            "SELECT * FROM branches WHERE system_id = :system"
                + " AND position(lower(:part) IN lower(name)) > 0"
                + " ORDER BY created_at DESC, id DESC LIMIT :limit OFFSET :offset")
        .bind("system", systemId)
        .bind("part", part)
        .bind("limit", page.size())
        .bind("offset", page.offset())
        .map((row, _) -> BranchRow.of(row))
        .list();
  }

  /// How many there are of which the name contains this.
  public long count(long systemId, String part) {
    return handle
        .createQuery(
            "SELECT count(*) FROM branches WHERE system_id = :system"
                + " AND position(lower(:part) IN lower(name)) > 0")
        .bind("system", systemId)
        .bind("part", part)
        .mapTo(Long.class)
        .one();
  }

  /// The branches that a version is on, in the order in which it came to them.
  public List<BranchVersionRow> of(long versionId) {
    return handle
        .createQuery(OF_VERSION + " WHERE v.id = :version ORDER BY bv.created_at, b.id")
        .bind("version", versionId)
        .map((row, _) -> BranchVersionRow.of(row))
        .list();
  }

  public Optional<BranchVersionRow> find(long systemId, String branch, String number) {
    return handle
        .createQuery(
            OF_VERSION + " WHERE b.system_id = :system AND b.name = :branch AND v.number = :number")
        .bind("system", systemId)
        .bind("branch", branch)
        .bind("number", number)
        .map((row, _) -> BranchVersionRow.of(row))
        .findOne();
  }

  /// The versions of a branch, the newest first.
  public List<VersionRow> versions(long branchId, Page page) {
    return handle
        .createQuery(
            "SELECT v.* FROM versions v JOIN branch_versions bv ON bv.version_id = v.id"
                + " WHERE bv.branch_id = :branch ORDER BY v.id DESC LIMIT :limit OFFSET :offset")
        .bind("branch", branchId)
        .bind("limit", page.size())
        .bind("offset", page.offset())
        .map((row, _) -> VersionRow.of(row))
        .list();
  }

  public long countVersions(long branchId) {
    return handle
        .createQuery("SELECT count(*) FROM branch_versions WHERE branch_id = :branch")
        .bind("branch", branchId)
        .mapTo(Long.class)
        .one();
  }

  /// Puts a version on a branch, which is made where it is new. The branch is locked until the transaction ends.
  ///
  /// @return the branch as it is now
  public BranchRow add(VersionRow version, String name, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO branches (system_id, name, created_at, updated_at)"
                + " VALUES (:system, :name, :now, :now)"
                + " ON CONFLICT (system_id, name) DO NOTHING")
        .bind("system", version.systemId())
        .bind("name", name)
        .bind("now", now)
        .execute();
    BranchRow branch =
        handle
            .createQuery(
                "UPDATE branches SET updated_at = :now,"
                    + " head_version_id = greatest(head_version_id, :version)"
                    + " WHERE system_id = :system AND name = :name RETURNING *")
            .bind("system", version.systemId())
            .bind("name", name)
            .bind("version", version.id())
            .bind("now", now)
            .map((row, _) -> BranchRow.of(row))
            .one();
    handle
        .createUpdate(
            "INSERT INTO branch_versions (branch_id, version_id, created_at, updated_at)"
                + " VALUES (:branch, :version, :now, :now)"
                + " ON CONFLICT (branch_id, version_id) DO UPDATE SET updated_at = :now")
        .bind("branch", branch.id())
        .bind("version", version.id())
        .bind("now", now)
        .execute();
    return branch;
  }

  /// Says that the version came to the branch because of its first tag, not because somebody said so.
  public void markAutoCreated(long branchId, long versionId) {
    handle
        .createUpdate(
            "UPDATE branch_versions SET auto_created = true"
                + " WHERE branch_id = :branch AND version_id = :version")
        .bind("branch", branchId)
        .bind("version", versionId)
        .execute();
  }

  /// Takes a version off a branch.
  public void remove(BranchVersionRow row) {
    handle
        .createUpdate(
            "DELETE FROM branch_versions WHERE branch_id = :branch AND version_id = :version")
        .bind("branch", row.branchId())
        .bind("version", row.versionId())
        .execute();
    findHeads(List.of(row.branchId()));
  }

  /// Removes a branch; its versions stay.
  public void delete(long id) {
    handle.createUpdate("DELETE FROM branches WHERE id = :id").bind("id", id).execute();
  }

  /// Looks up the heads of branches again, after something left them.
  void findHeads(Collection<Long> branchIds) {
    for (long branch : branchIds) {
      handle
          .createUpdate(
              "UPDATE branches SET head_version_id ="
                  + " (SELECT max(version_id) FROM branch_versions WHERE branch_id = :branch)"
                  + " WHERE id = :branch")
          .bind("branch", branch)
          .execute();
    }
  }
}

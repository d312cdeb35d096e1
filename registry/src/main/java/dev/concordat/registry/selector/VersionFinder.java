package dev.concordat.registry.selector;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Finds the versions that a selector chooses, for many systems at once. Each system is one look-up in an index.
public final class VersionFinder {
  private static final String IN_ENVIRONMENT =
      """
      JOIN (
        SELECT d.version_id FROM deployed_versions d JOIN environments e ON e.id = d.environment_id
        WHERE d.system_id = s.id AND e.name = :environment AND d.undeployed_at IS NULL
        UNION
        SELECT r.version_id FROM released_versions r JOIN environments e ON e.id = r.environment_id
        WHERE r.system_id = s.id AND e.name = :environment AND r.support_ended_at IS NULL
      ) there ON there.version_id = v.id
      """;

  /// What is in an environment, of all systems at once.
  private static final String ALL_IN_ENVIRONMENT =
      """
      SELECT v.id, v.system_id, v.number, NULL::text AS branch FROM (
        SELECT d.version_id FROM environments e JOIN deployed_versions d ON d.environment_id = e.id
        WHERE e.name = :environment AND d.system_id = ANY(:systems) AND d.undeployed_at IS NULL
        UNION
        SELECT r.version_id FROM environments e JOIN released_versions r ON r.environment_id = e.id
        WHERE e.name = :environment AND r.system_id = ANY(:systems) AND r.support_ended_at IS NULL
      ) there JOIN versions v ON v.id = there.version_id
      ORDER BY v.system_id, v.id
      """;

  private final Handle handle;

  public VersionFinder(Handle handle) {
    this.handle = handle;
  }

  /// Whether anything is chosen.
  public boolean hasAny(Collection<Long> systemIds, VersionSelector selector) {
    return !find(systemIds, selector).isEmpty();
  }

  /// The chosen versions of each system, the oldest first; a system without any is absent. A selector of the newest one
  /// chooses at most one of each system.
  public Map<Long, List<FoundVersion>> find(Collection<Long> systemIds, VersionSelector selector) {
    Query query =
        handle.createQuery(sql(selector)).bindArray("systems", Long.class, List.copyOf(systemIds));
    selector.number().ifPresent(number -> query.bind("number", number));
    selector.tag().ifPresent(tag -> query.bind("tag", tag));
    selector.branch().ifPresent(branch -> query.bind("branch", branch));
    selector.environment().ifPresent(environment -> query.bind("environment", environment));
    Map<Long, List<FoundVersion>> found = new LinkedHashMap<>();
    query
        .map(
            (row, _) ->
                new FoundVersion(
                    row.getLong("id"),
                    row.getLong("system_id"),
                    row.getString("number"),
                    Optional.ofNullable(row.getString("branch"))))
        .forEach(
            version ->
                found.computeIfAbsent(version.systemId(), _ -> new ArrayList<>()).add(version));
    return found;
  }

  private static String sql(VersionSelector selector) {
    if (selector.environment().map(VersionSelector::in).filter(selector::equals).isPresent()) {
      return ALL_IN_ENVIRONMENT;
    }
    boolean hasBranch = selector.branch().isPresent() || selector.isMainBranch();
    String named = selector.branch().isPresent() ? "b.name" : "m.name";
    StringBuilder inner = new StringBuilder("SELECT v.id, v.system_id, v.number, ");
    inner.append(hasBranch ? named : "NULL::text").append(" AS branch FROM versions v\n");
    if (selector.tag().isPresent()) {
      inner.append("JOIN tags t ON t.version_id = v.id AND t.system_id = s.id AND t.name = :tag\n");
    }
    if (selector.branch().isPresent()) {
      inner.append(branch("b", ":branch", selector.isLatest()));
    }
    if (selector.isMainBranch()) {
      inner.append(branch("m", "s.main_branch", selector.isLatest()));
    }
    if (selector.environment().isPresent()) {
      inner.append(IN_ENVIRONMENT);
    }
    inner.append("WHERE v.system_id = s.id\n");
    if (selector.number().isPresent()) {
      inner.append("AND v.number = :number\n");
    }
    // The head of a branch is the newest already; whatever else is said must hold of it.
    inner.append(
        selector.isLatest() && !hasBranch ? "ORDER BY v.id DESC LIMIT 1" : "ORDER BY v.id");
    return "SELECT found.* FROM systems s CROSS JOIN LATERAL (\n"
        + inner
        + "\n) found WHERE s.id = ANY(:systems) ORDER BY found.system_id, found.id";
  }

  private static String branch(String alias, String name, boolean isHead) {
    String join =
        "JOIN branches "
            + alias
            + " ON "
            + alias
            + ".system_id = s.id AND "
            + alias
            + ".name = "
            + name;
    return isHead
        ? join + " AND " + alias + ".head_version_id = v.id\n"
        : join
            + "\nJOIN branch_versions "
            + alias
            + "v ON "
            + alias
            + "v.branch_id = "
            + alias
            + ".id AND "
            + alias
            + "v.version_id = v.id\n";
  }
}

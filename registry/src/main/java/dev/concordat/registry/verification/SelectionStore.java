package dev.concordat.registry.verification;

import dev.concordat.registry.selector.ConsumerSelector;
import dev.concordat.registry.selector.ConsumerSelector.Branch;
import dev.concordat.registry.selector.ConsumerSelector.Deployed;
import dev.concordat.registry.selector.ConsumerSelector.EveryBranch;
import dev.concordat.registry.selector.ConsumerSelector.InEnvironment;
import dev.concordat.registry.selector.ConsumerSelector.Latest;
import dev.concordat.registry.selector.ConsumerSelector.LatestTagged;
import dev.concordat.registry.selector.ConsumerSelector.MainBranch;
import dev.concordat.registry.selector.ConsumerSelector.Released;
import dev.concordat.registry.selector.ConsumerSelector.Tagged;
import dev.concordat.registry.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Finds the publications that selectors choose. Every question goes from the consumers of the provider to the few versions
/// in question by indices.
final class SelectionStore {
  private static final String COLUMNS =
      """
      SELECT s.id AS consumer_id, s.name AS consumer, coalesce(s.main_branch, '') AS main_branch,
        p.version_id, v.number, p.content_id, c.sha, p.created_at,
      """;

  private static final String FROM = " FROM integrations i JOIN systems s ON s.id = i.consumer_id ";

  private static final String PACT =
      " JOIN versions v ON v.id = p.version_id JOIN contents c ON c.id = p.content_id"
          + " WHERE i.provider_id = :provider AND (CAST(:consumer AS text) IS NULL OR s.name = :consumer)"
          + " AND c.kind = 'pact' ";

  private static final String OF_VERSION =
      " JOIN publications p ON p.is_current AND p.provider_id = i.provider_id"
          + " AND p.consumer_id = i.consumer_id AND p.version_id = ";

  private static final String HEAD = " JOIN branches b ON b.system_id = s.id AND b.name = ";

  private static final String DEPLOYED =
      " JOIN deployed_versions d ON d.system_id = s.id AND d.undeployed_at IS NULL"
          + " JOIN environments e ON e.id = d.environment_id";

  private static final String RELEASED =
      " JOIN released_versions d ON d.system_id = s.id AND d.support_ended_at IS NULL"
          + " JOIN environments e ON e.id = d.environment_id";

  private static final String IN =
      " AND (CAST(:environment AS text) IS NULL OR e.name = :environment) ";

  private final Handle handle;
  private final long providerId;

  SelectionStore(Handle handle, long providerId) {
    this.handle = handle;
    this.providerId = providerId;
  }

  List<Found> find(ConsumerSelector selector) {
    return switch (selector) {
      case MainBranch _ ->
          found(
              selector,
              named("b.name")
                  + FROM
                  + HEAD
                  + "s.main_branch"
                  + OF_VERSION
                  + "b.head_version_id"
                  + PACT,
              Map.of(),
              false);
      case Branch branch -> head(selector, branch.name(), false);
      case EveryBranch _ ->
          found(
              selector,
              named("b.name")
                  + FROM
                  + " JOIN branches b ON b.system_id = s.id"
                  + OF_VERSION
                  + "b.head_version_id"
                  + PACT,
              Map.of(),
              false);
      case LatestTagged tagged ->
          found(
              selector,
              named(":tag")
                  + FROM
                  + " CROSS JOIN LATERAL (SELECT p.* FROM tags t JOIN publications p"
                  + " ON p.version_id = t.version_id AND p.is_current AND p.provider_id = i.provider_id"
                  + " AND p.consumer_id = i.consumer_id WHERE t.system_id = s.id AND t.name = :tag"
                  + " ORDER BY t.version_id DESC LIMIT 1) p"
                  + PACT,
              Map.of("tag", tagged.tag()),
              false);
      case Tagged tagged ->
          found(
              selector,
              named(":tag")
                  + FROM
                  + " JOIN tags t ON t.system_id = s.id AND t.name = :tag"
                  + OF_VERSION
                  + "t.version_id"
                  + PACT,
              Map.of("tag", tagged.tag()),
              false);
      case Latest _ ->
          found(
              selector,
              named("''")
                  + FROM
                  + " CROSS JOIN LATERAL (SELECT p.* FROM publications p WHERE p.is_current"
                  + " AND p.provider_id = i.provider_id AND p.consumer_id = i.consumer_id"
                  + " ORDER BY p.version_id DESC LIMIT 1) p"
                  + PACT,
              Map.of(),
              false);
      case Deployed deployed -> inEnvironment(selector, DEPLOYED, deployed.environment());
      case Released released -> inEnvironment(selector, RELEASED, released.environment());
      case InEnvironment there -> {
        Optional<String> environment = Optional.of(there.environment());
        List<Found> found = new ArrayList<>(inEnvironment(selector, DEPLOYED, environment));
        inEnvironment(selector, RELEASED, environment).stream()
            .filter(one -> !found.contains(one))
            .forEach(found::add);
        yield found;
      }
    };
  }

  /// What the fallback of a selector chooses: the head of the other branch, or the newest version with the other tag.
  List<Found> fallback(ConsumerSelector selector) {
    return switch (selector) {
      case Branch branch when branch.fallback().isPresent() ->
          head(selector, branch.fallback().get(), true);
      case LatestTagged tagged when tagged.fallback().isPresent() ->
          found(
              selector,
              named(":tag")
                  + FROM
                  + " CROSS JOIN LATERAL (SELECT t.version_id FROM tags t WHERE t.system_id = s.id"
                  + " AND t.name = :tag ORDER BY t.version_id DESC LIMIT 1) t"
                  + OF_VERSION
                  + "t.version_id"
                  + PACT,
              Map.of("tag", tagged.fallback().get()),
              true);
      case MainBranch _, Branch _, EveryBranch _, LatestTagged _ -> List.of();
      case Tagged _, Latest _, Deployed _, Released _, InEnvironment _ -> List.of();
    };
  }

  /// The pacts of the newest version with each tag of each consumer.
  List<Found> ofTagHeads() {
    return handle
        .createQuery(
            named("t.name")
                + FROM
                + " JOIN (SELECT system_id, name, max(version_id) AS version_id FROM tags"
                + " WHERE system_id IN (SELECT consumer_id FROM integrations"
                + " WHERE provider_id = :provider) GROUP BY system_id, name) t ON t.system_id = s.id"
                + OF_VERSION
                + "t.version_id"
                + PACT
                + " ORDER BY s.name, t.name")
        .bind("provider", providerId)
        .bind("consumer", (String) null)
        .map(
            (row, _) -> {
              String tag = row.getString("chosen_by");
              return found(
                  row,
                  new LatestTagged(tag, Optional.empty(), Optional.empty()),
                  tag,
                  false,
                  false);
            })
        .list();
  }

  private List<Found> head(ConsumerSelector selector, String branch, boolean isFallback) {
    return found(
        selector,
        named("b.name") + FROM + HEAD + ":branch" + OF_VERSION + "b.head_version_id" + PACT,
        Map.of("branch", branch),
        isFallback);
  }

  private List<Found> inEnvironment(
      ConsumerSelector selector, String there, Optional<String> environment) {
    Query query =
        handle
            .createQuery(
                COLUMNS
                    + " e.name AS chosen_by, e.production"
                    + FROM
                    + there
                    + OF_VERSION
                    + "d.version_id"
                    + PACT
                    + IN
                    + " ORDER BY s.name, p.version_id, e.name")
            .bind("provider", providerId)
            .bind("consumer", selector.consumer().orElse(null))
            .bind("environment", environment.orElse(null));
    return query
        .map(
            (row, _) ->
                found(
                    row, selector, row.getString("chosen_by"), row.getBoolean("production"), false))
        .stream()
        .distinct()
        .toList();
  }

  private List<Found> found(
      ConsumerSelector selector, String sql, Map<String, String> values, boolean isFallback) {
    Query query =
        handle
            .createQuery(sql + " ORDER BY s.name, p.version_id")
            .bind("provider", providerId)
            .bind("consumer", selector.consumer().orElse(null));
    values.forEach(query::bind);
    return query
        .map((row, _) -> found(row, selector, row.getString("chosen_by"), false, isFallback))
        .list();
  }

  private static String named(String expression) {
    return COLUMNS + " CAST(" + expression + " AS text) AS chosen_by";
  }

  private static Found found(
      ResultSet row,
      ConsumerSelector selector,
      String name,
      boolean isProduction,
      boolean isFallback)
      throws SQLException {
    Pact pact =
        new Pact(
            row.getLong("consumer_id"),
            row.getString("consumer"),
            row.getString("main_branch"),
            row.getLong("version_id"),
            row.getString("number"),
            row.getLong("content_id"),
            row.getString("sha"),
            Columns.instant(row, "created_at"));
    return new Found(
        pact,
        new Chosen(selector, pact.versionId(), pact.number(), name, isProduction, isFallback));
  }
}

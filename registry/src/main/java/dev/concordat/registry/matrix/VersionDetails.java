package dev.concordat.registry.matrix;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.link.Moments;
import dev.concordat.registry.store.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Branches, tags and environments of the versions in rows, each read once for all.
final class VersionDetails {

  private record Branch(String name, boolean isLatest) {}

  private record Tag(String name, boolean isLatest) {}

  private record Environment(
      String uuid, String name, JsonValue displayName, boolean isProduction, Instant createdAt) {}

  private final Links links;
  private final Map<Long, JsonObject> built = new HashMap<>();
  private final Map<Long, List<Branch>> branches = new HashMap<>();
  private final Map<Long, List<Tag>> tags = new HashMap<>();
  private final Map<Long, List<Environment>> environments = new HashMap<>();

  private VersionDetails(Links links) {
    this.links = links;
  }

  static VersionDetails read(Handle handle, Links links, Collection<Long> versionIds) {
    VersionDetails details = new VersionDetails(links);
    List<Long> ids = List.copyOf(versionIds);
    handle
        .createQuery(
            """
            SELECT bv.version_id, b.name, b.head_version_id = bv.version_id AS latest
            FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id
            WHERE bv.version_id = ANY(:ids) ORDER BY bv.created_at, b.id
            """)
        .bindArray("ids", Long.class, ids)
        .map(
            (row, _) ->
                of(details.branches, row.getLong("version_id"))
                    .add(new Branch(row.getString("name"), row.getBoolean("latest"))))
        .list();
    handle
        .createQuery(
            """
            SELECT t.version_id, t.name, NOT EXISTS (
              SELECT 1 FROM tags n WHERE n.system_id = t.system_id AND n.name = t.name
                AND n.version_id > t.version_id) AS latest
            FROM tags t WHERE t.version_id = ANY(:ids) ORDER BY t.created_at, t.name
            """)
        .bindArray("ids", Long.class, ids)
        .map(
            (row, _) ->
                of(details.tags, row.getLong("version_id"))
                    .add(new Tag(row.getString("name"), row.getBoolean("latest"))))
        .list();
    handle
        .createQuery(
            """
            SELECT DISTINCT there.version_id, e.id, e.uuid, e.name, e.display_name, e.production,
              e.created_at
            FROM (
              SELECT version_id, environment_id FROM deployed_versions
              WHERE version_id = ANY(:ids) AND undeployed_at IS NULL
              UNION
              SELECT version_id, environment_id FROM released_versions
              WHERE version_id = ANY(:ids) AND support_ended_at IS NULL
            ) there JOIN environments e ON e.id = there.environment_id
            ORDER BY there.version_id, e.id
            """)
        .bindArray("ids", Long.class, ids)
        .map(
            (row, _) ->
                of(details.environments, row.getLong("version_id"))
                    .add(
                        new Environment(
                            row.getString("uuid"),
                            row.getString("name"),
                            text(row.getString("display_name")),
                            row.getBoolean("production"),
                            Columns.instant(row, "created_at"))))
        .list();
    return details;
  }

  /// A version as rows show it; built once for all of them.
  JsonObject json(String system, String number, long id) {
    return built.computeIfAbsent(id, _ -> build(system, number, id));
  }

  private JsonObject build(String system, String number, long id) {
    List<Branch> of = branches.getOrDefault(id, List.of());
    JsonArray onBranches =
        new JsonArray(of.stream().<JsonValue>map(b -> branch(system, number, b)).toList());
    return JsonObject.EMPTY
        .with("number", new JsonString(number))
        .with("branch", of.isEmpty() ? JsonNull.NULL : new JsonString(of.getLast().name()))
        .with("branches", onBranches)
        .with("branchVersions", onBranches)
        .with(
            "environments",
            new JsonArray(
                environments.getOrDefault(id, List.of()).stream()
                    .<JsonValue>map(this::environment)
                    .toList()))
        .with("_links", self(links.version(system, number)))
        .with(
            "tags",
            new JsonArray(
                tags.getOrDefault(id, List.of()).stream()
                    .<JsonValue>map(tag -> tag(system, number, tag))
                    .toList()));
  }

  private JsonObject branch(String system, String number, Branch branch) {
    return JsonObject.EMPTY
        .with("name", new JsonString(branch.name()))
        .with("latest", JsonBoolean.of(branch.isLatest()))
        .with(
            "_links",
            titled(
                "Branch version",
                branch.name(),
                links.branchVersion(system, branch.name(), number)));
  }

  private JsonObject tag(String system, String number, Tag tag) {
    return JsonObject.EMPTY
        .with("name", new JsonString(tag.name()))
        .with("latest", JsonBoolean.of(tag.isLatest()))
        .with("_links", self(links.tag(system, number, tag.name())));
  }

  private JsonObject environment(Environment environment) {
    return JsonObject.EMPTY
        .with("uuid", new JsonString(environment.uuid()))
        .with("name", new JsonString(environment.name()))
        .with("displayName", environment.displayName())
        .with("production", JsonBoolean.of(environment.isProduction()))
        .with("createdAt", time(environment.createdAt()))
        .with(
            "_links",
            titled("Environment", environment.name(), links.environment(environment.uuid())));
  }

  static JsonString time(Instant instant) {
    return new JsonString(Moments.dialect(instant));
  }

  static JsonObject self(String href) {
    return JsonObject.EMPTY.with("self", JsonObject.EMPTY.with("href", new JsonString(href)));
  }

  private static JsonObject titled(String title, String name, String href) {
    return JsonObject.EMPTY.with(
        "self",
        JsonObject.EMPTY
            .with("title", new JsonString(title))
            .with("name", new JsonString(name))
            .with("href", new JsonString(href)));
  }

  private static JsonValue text(@Nullable String text) {
    return text == null ? JsonNull.NULL : new JsonString(text);
  }

  private static <T> List<T> of(Map<Long, List<T>> map, long id) {
    return map.computeIfAbsent(id, _ -> new ArrayList<>());
  }
}

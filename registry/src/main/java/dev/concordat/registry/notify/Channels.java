package dev.concordat.registry.notify;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.report.json.Members;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The channels to teams. They lie with the webhooks, whose worker delivers to both.
final class Channels {
  private static final String ALL =
      "SELECT *, request::text AS json FROM webhooks WHERE events @> ARRAY['incident'] ";

  private final Handle handle;

  Channels(Handle handle) {
    this.handle = handle;
  }

  List<Channel> all() {
    return handle.createQuery(ALL + " ORDER BY id").map((row, _) -> read(row)).list();
  }

  Optional<Channel> find(String uuid) {
    return handle
        .createQuery(ALL + " AND uuid = :uuid")
        .bind("uuid", uuid)
        .map((row, _) -> read(row))
        .findOne();
  }

  /// Those that tell any of the teams, and those that tell everybody.
  List<Channel> to(List<String> teams) {
    return all().stream()
        .filter(channel -> channel.commits().isEmpty())
        .filter(channel -> channel.team().isEmpty() || teams.contains(channel.team().get()))
        .toList();
  }

  /// Those that mark commits of a system.
  List<Channel> marking(String system) {
    return all().stream()
        .filter(channel -> channel.commits().filter(it -> it.system().equals(system)).isPresent())
        .toList();
  }

  Channel add(
      Optional<String> team, Channel.Kind kind, String url, Optional<String> secret, Instant now) {
    return add(team, kind, url, secret, Optional.empty(), now);
  }

  Channel add(
      Optional<String> team,
      Channel.Kind kind,
      String url,
      Optional<String> secret,
      Optional<Channel.Commits> commits,
      Instant now) {
    String uuid = UUID.randomUUID().toString();
    Members request =
        new Members()
            .put("kind", kind.word())
            .put("url", url)
            .maybe("secret", secret, JsonString::new)
            .maybe("system", commits.map(Channel.Commits::system), JsonString::new)
            .maybe("repository", commits.map(Channel.Commits::repository), JsonString::new);
    handle
        .createUpdate(
            """
            INSERT INTO webhooks (uuid, team, events, request, enabled, created_at, updated_at)
            VALUES (:uuid, :team, ARRAY['incident'], CAST(:request AS jsonb), true, :now, :now)
            """)
        .bind("uuid", uuid)
        .bind("team", team.orElse(null))
        .bind("request", JsonText.compact(request.object()))
        .bind("now", Timestamp.from(now))
        .execute();
    return find(uuid).orElseThrow();
  }

  boolean delete(String uuid) {
    return handle
            .createUpdate("DELETE FROM webhooks WHERE uuid = :uuid AND events @> ARRAY['incident']")
            .bind("uuid", uuid)
            .execute()
        == 1;
  }

  private static Channel read(ResultSet row) throws SQLException {
    JsonObject request =
        JsonParser.parse(row.getString("json")).value().orElse(JsonObject.EMPTY)
                instanceof JsonObject object
            ? object
            : JsonObject.EMPTY;
    return new Channel(
        row.getLong("id"),
        row.getString("uuid"),
        Optional.ofNullable(row.getString("team")),
        text(request, "kind").flatMap(Channel.Kind::of).orElse(Channel.Kind.CLOUDEVENTS),
        text(request, "url").orElse(""),
        text(request, "secret"),
        text(request, "system")
            .flatMap(
                system ->
                    text(request, "repository")
                        .map(repository -> new Channel.Commits(system, repository))),
        row.getTimestamp("created_at").toInstant());
  }

  private static Optional<String> text(JsonObject json, String name) {
    return json.member(name)
        .flatMap(
            it -> it instanceof JsonString(String text) ? Optional.of(text) : Optional.empty());
  }
}

package dev.concordat.registry.publication;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.registry.store.Columns;
import dev.concordat.report.json.Members;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What a version said beside its pacts, in the words of `POST /publications`, each with its time: so that another registry can
/// be told the same.
final class SaidBefore {
  private static final String VERSION =
      """
      SELECT v.id, s.owner FROM versions v JOIN systems s ON s.id = v.system_id
      WHERE s.name = :system AND v.number = :number
      """;

  private static final String PROVIDED =
      """
      SELECT k.kind, k.media_type, coalesce(p.bytes, k.bytes) AS bytes, p.created_at
      FROM publications p JOIN contents k ON k.id = p.content_id
      WHERE p.version_id = :version AND p.consumer_id IS NULL AND p.is_current ORDER BY p.id
      """;

  private static final String PROVED =
      """
      SELECT kind, success, CAST(report AS text) AS report, build_url, created_at FROM proofs
      WHERE version_id = :version ORDER BY id
      """;

  private SaidBefore() {}

  /// Of a version; empty where there is none.
  static Optional<JsonObject> of(Handle handle, String system, String number) {
    return handle
        .createQuery(VERSION)
        .bind("system", system)
        .bind("number", number)
        .map((row, _) -> said(handle, row, system, number))
        .findOne();
  }

  private static JsonObject said(Handle handle, ResultSet row, String system, String number)
      throws SQLException {
    long version = row.getLong("id");
    return new Members()
        .put("system", system)
        .put("version", number)
        .maybe("owner", Optional.ofNullable(row.getString("owner")), JsonString::new)
        .list(
            "provides",
            handle
                .createQuery(PROVIDED)
                .bind("version", version)
                .map((one, _) -> provided(one))
                .list(),
            one -> one)
        .list(
            "proofs",
            handle.createQuery(PROVED).bind("version", version).map((one, _) -> proved(one)).list(),
            one -> one)
        .object();
  }

  private static JsonObject provided(ResultSet row) throws SQLException {
    byte[] bytes = row.getBytes("bytes");
    return new Members()
        .put("name", name(row.getString("kind"), bytes))
        .put("mediaType", row.getString("media_type"))
        .put("content", Base64.getEncoder().encodeToString(bytes))
        .put("createdAt", Columns.instant(row, "created_at").toString())
        .object();
  }

  private static JsonObject proved(ResultSet row) throws SQLException {
    return new Members()
        .put("kind", row.getString("kind"))
        .put("success", row.getBoolean("success"))
        .put("report", JsonParser.parse(row.getString("report")).value().orElse(JsonObject.EMPTY))
        .maybe("buildUrl", Optional.ofNullable(row.getString("build_url")), JsonString::new)
        .put("createdAt", Columns.instant(row, "created_at").toString())
        .object();
  }

  /// A name by whose ending the contract's reader is chosen; that of the file was not kept.
  private static String name(String kind, byte[] bytes) {
    return switch (kind) {
      case "protobuf" -> "contract.proto";
      case "graphql" -> "contract.graphql";
      case "avro" -> "contract.avsc";
      default -> "contract." + (bytes.length > 0 && bytes[0] == '{' ? "json" : "yaml");
    };
  }
}

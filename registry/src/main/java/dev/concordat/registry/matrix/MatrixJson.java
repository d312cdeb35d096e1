package dev.concordat.registry.matrix;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.link.Links;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// An answer about the matrix as the Pact dialect writes it.
final class MatrixJson {
  private final Links links;
  private final VersionDetails details;

  private MatrixJson(Links links, VersionDetails details) {
    this.links = links;
    this.details = details;
  }

  static JsonObject of(Handle handle, Links links, MatrixAnswer answer) {
    Set<Long> versions = new LinkedHashSet<>();
    for (List<Row> rows : List.of(answer.considered(), answer.ignored())) {
      for (Row row : rows) {
        versions.add(row.consumerVersionId());
        row.providerVersionId().ifPresent(versions::add);
      }
    }
    return new MatrixJson(links, VersionDetails.read(handle, links, versions)).json(answer);
  }

  private JsonObject json(MatrixAnswer answer) {
    Summary summary = answer.summary();
    JsonObject counts =
        JsonObject.EMPTY
            .with(
                "deployable",
                summary.deployable().<JsonValue>map(JsonBoolean::new).orElse(JsonNull.NULL))
            .with("reason", new JsonString(summary.reason()))
            .with("success", JsonNumber.of(summary.success()))
            .with("failed", JsonNumber.of(summary.failed()))
            .with("unknown", JsonNumber.of(summary.unknown()));
    if (!answer.ignoredSelectors().isEmpty()) {
      counts = counts.with("ignored", JsonNumber.of(summary.ignored()));
    }
    List<JsonValue> notices = new ArrayList<>();
    for (Summary.Said said : summary.notices()) {
      notices.add(
          JsonObject.EMPTY
              .with("type", new JsonString(said.type()))
              .with("text", new JsonString(said.text())));
    }
    List<JsonValue> rows = new ArrayList<>();
    answer.considered().forEach(row -> rows.add(row(row)));
    answer.ignored().forEach(row -> rows.add(row(row).with("ignored", JsonBoolean.of(true))));
    return JsonObject.EMPTY
        .with("summary", counts)
        .with("notices", new JsonArray(notices))
        .with("matrix", new JsonArray(rows));
  }

  private JsonObject row(Row row) {
    return JsonObject.EMPTY
        .with(
            "consumer",
            side(
                row.consumer(),
                details.json(row.consumer(), row.consumerVersion(), row.consumerVersionId())))
        .with(
            "provider",
            side(
                row.provider(),
                row.result()
                    .<JsonValue>map(
                        result ->
                            details.json(
                                row.provider(),
                                result.providerVersion(),
                                result.providerVersionId()))
                    .orElse(JsonNull.NULL)))
        .with(
            "pact",
            JsonObject.EMPTY
                .with("createdAt", VersionDetails.time(row.publishedAt()))
                .with(
                    "_links",
                    VersionDetails.self(
                        links.pact(row.provider(), row.consumer(), row.consumerVersion()))))
        .with(
            "verificationResult",
            row.result().<JsonValue>map(result -> result(row, result)).orElse(JsonNull.NULL));
  }

  private JsonObject side(String system, JsonValue version) {
    return JsonObject.EMPTY
        .with("name", new JsonString(system))
        .with("version", version)
        .with("_links", VersionDetails.self(links.system(system)));
  }

  private JsonObject result(Row row, Row.Result result) {
    JsonObject json =
        JsonObject.EMPTY
            .with("success", JsonBoolean.of(result.success()))
            .with("verifiedAt", VersionDetails.time(result.verifiedAt()));
    // A Pact Broker knows replays only and says nothing; what was compared is no replay, and says
    // so.
    JsonObject typed =
        result.method().equals("comparison")
            ? json.with("verificationType", new JsonString("comparison"))
            : json;
    return typed.with("_links", VersionDetails.self(resultUrl(links, row, result)));
  }

  /// Of a verification, with the consumer version by which it was found.
  static String resultUrl(Links links, Row row, Row.Result result) {
    String metadata = "cvn=" + URLEncoder.encode(row.consumerVersion(), StandardCharsets.UTF_8);
    return links.selected(row.provider(), row.consumer(), row.sha(), metadata)
        + "/verification-results/"
        + result.number();
  }
}

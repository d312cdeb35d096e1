package dev.concordat.registry.matrix;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.link.Links;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// An answer about the matrix as the Pact dialect writes it. A thousand rows are about few versions and publications, so the
/// text about each of those is made once, and a row is put together of texts.
final class MatrixJson {
  private final Links links;
  private final VersionDetails details;
  private final Map<Long, String> sides = new HashMap<>();
  private final Map<Long, String> pacts = new HashMap<>();
  private final StringBuilder out = new StringBuilder();

  private MatrixJson(Links links, VersionDetails details) {
    this.links = links;
    this.details = details;
  }

  /// The answer as JSON.
  static String of(Handle handle, Links links, MatrixAnswer answer) {
    Set<Long> versions = new LinkedHashSet<>();
    for (List<Row> rows : List.of(answer.considered(), answer.ignored())) {
      for (Row row : rows) {
        versions.add(row.consumerVersionId());
        row.providerVersionId().ifPresent(versions::add);
      }
    }
    return new MatrixJson(links, VersionDetails.read(handle, links, versions)).text(answer);
  }

  private String text(MatrixAnswer answer) {
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
    out.append("{\"summary\":").append(JsonText.compact(counts));
    out.append(",\"notices\":").append(JsonText.compact(new JsonArray(notices)));
    out.append(",\"matrix\":[");
    int before = out.length();
    answer.considered().forEach(row -> row(row, "", before));
    answer.ignored().forEach(row -> row(row, ",\"ignored\":true", before));
    return out.append("]}").toString();
  }

  private void row(Row row, String more, int first) {
    if (out.length() > first) {
      out.append(',');
    }
    out.append("{\"consumer\":")
        .append(side(row.consumer(), row.consumerVersion(), row.consumerVersionId()));
    out.append(",\"provider\":")
        .append(
            row.result()
                .map(
                    result ->
                        side(row.provider(), result.providerVersion(), result.providerVersionId()))
                .orElseGet(() -> side(row.provider(), JsonNull.NULL)));
    out.append(",\"pact\":")
        .append(pacts.computeIfAbsent(row.publicationId(), _ -> JsonText.compact(pact(row))));
    out.append(",\"verificationResult\":")
        .append(row.result().map(result -> JsonText.compact(result(row, result))).orElse("null"));
    out.append(more).append('}');
  }

  private String side(String system, String number, long versionId) {
    return sides.computeIfAbsent(
        versionId, _ -> side(system, details.json(system, number, versionId)));
  }

  private String side(String system, JsonValue version) {
    return JsonText.compact(
        JsonObject.EMPTY
            .with("name", new JsonString(system))
            .with("version", version)
            .with("_links", VersionDetails.self(links.system(system))));
  }

  private JsonObject pact(Row row) {
    return JsonObject.EMPTY
        .with("createdAt", VersionDetails.time(row.publishedAt()))
        .with(
            "_links",
            VersionDetails.self(links.pact(row.provider(), row.consumer(), row.consumerVersion())));
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

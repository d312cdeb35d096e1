package dev.concordat.cli.provider;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.report.json.Members;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Kept findings as JSON, and back. Bodies are in Base64, because they may be any bytes.
final class StoredFindingJson {
  static final int FORMAT = 1;
  private static final int MAX_BODY = 256 << 10;

  private StoredFindingJson() {}

  static JsonObject of(List<StoredFinding> findings) {
    return new Members()
        .put("format", FORMAT)
        .list("findings", findings, StoredFindingJson::of)
        .object();
  }

  private static JsonValue of(StoredFinding finding) {
    return new Members()
        .put("id", finding.id())
        .put("rule", finding.rule())
        .put("operation", finding.operation())
        .put("message", finding.message())
        .put("provider", finding.provider())
        .put("stranger", finding.isOfStranger())
        .list("steps", finding.steps(), StoredFindingJson::of)
        .object();
  }

  private static JsonValue of(StoredStep step) {
    HttpRequestMessage request = step.request();
    return new Members()
        .put("what", step.what())
        .put("method", request.method())
        .put("target", request.target())
        .list("headers", request.headers(), StoredFindingJson::of)
        .put("body", of(request.body()))
        .maybe("response", step.response(), StoredFindingJson::of)
        .object();
  }

  private static JsonValue of(HttpResponseMessage response) {
    return new Members()
        .put("status", response.status())
        .list("headers", response.headers(), StoredFindingJson::of)
        .put("body", of(response.body()))
        .object();
  }

  private static JsonValue of(Header header) {
    return new Members().put("name", header.name()).put("value", header.value()).object();
  }

  private static String of(Bytes body) {
    byte[] bytes = body.toArray();
    return bytes.length > MAX_BODY ? "" : Base64.getEncoder().encodeToString(bytes);
  }

  /// The findings of a file; none of one that is not ours.
  static List<StoredFinding> read(JsonValue file) {
    List<StoredFinding> findings = new ArrayList<>();
    if (file instanceof JsonObject object
        && object.member("format").equals(Optional.of(JsonNumber.of(FORMAT)))) {
      for (JsonValue each : items(object, "findings")) {
        if (each instanceof JsonObject finding) {
          findings.add(finding(finding));
        }
      }
    }
    return findings;
  }

  private static StoredFinding finding(JsonObject finding) {
    List<StoredStep> steps = new ArrayList<>();
    for (JsonValue each : items(finding, "steps")) {
      if (each instanceof JsonObject step) {
        steps.add(step(step));
      }
    }
    return new StoredFinding(
        text(finding, "id"),
        text(finding, "rule"),
        text(finding, "operation"),
        text(finding, "message"),
        text(finding, "provider"),
        finding.member("stranger").equals(Optional.of(new JsonBoolean(true))),
        steps);
  }

  private static StoredStep step(JsonObject step) {
    return new StoredStep(
        text(step, "what"),
        new HttpRequestMessage(
            text(step, "method"), text(step, "target"), headers(step), body(step)),
        step.member("response")
            .flatMap(
                value ->
                    value instanceof JsonObject response
                        ? Optional.of(
                            new HttpResponseMessage(
                                number(response, "status"), headers(response), body(response)))
                        : Optional.empty()));
  }

  private static List<Header> headers(JsonObject message) {
    List<Header> headers = new ArrayList<>();
    for (JsonValue each : items(message, "headers")) {
      if (each instanceof JsonObject header) {
        headers.add(new Header(text(header, "name"), text(header, "value")));
      }
    }
    return headers;
  }

  private static Bytes body(JsonObject message) {
    try {
      return Bytes.of(Base64.getDecoder().decode(text(message, "body")));
    } catch (IllegalArgumentException damaged) {
      return Bytes.EMPTY;
    }
  }

  private static List<JsonValue> items(JsonObject object, String name) {
    return object.member(name).orElse(JsonArray.of()) instanceof JsonArray array
        ? array.items()
        : List.of();
  }

  private static String text(JsonObject object, String name) {
    return object.member(name).orElse(JsonArray.of()) instanceof JsonString(String text)
        ? text
        : "";
  }

  private static int number(JsonObject object, String name) {
    return object.member(name).orElse(JsonArray.of()) instanceof JsonNumber number
            && number.isTame()
        ? number.decimal().intValue()
        : 0;
  }
}

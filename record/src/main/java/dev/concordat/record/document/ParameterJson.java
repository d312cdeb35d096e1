package dev.concordat.record.document;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.record.learning.Field;
import dev.concordat.record.learning.Requests;
import dev.concordat.record.learning.Segment;
import dev.concordat.record.settling.Described;
import dev.concordat.record.shape.ParameterSchema;
import dev.concordat.record.shape.ShapeSchema;
import dev.concordat.record.shape.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The parameters of an operation.
final class ParameterJson {
  /// So many values must be numbers before all are said to be.
  static final int LEAST_FOR_TYPE = 3;

  /// A parameter that was never absent in so many requests is required.
  private static final int LEAST_FOR_REQUIRED = 10;

  /// Names under which nothing but numbers is sent.
  private static final Set<String> COUNTS =
      Set.of("limit", "offset", "page", "size", "count", "per_page", "perPage", "pageSize", "skip");

  private final Described described;
  private final Requests requests;

  ParameterJson(Described described) {
    this.described = described;
    this.requests = described.operation().requests();
  }

  List<JsonValue> all() {
    List<JsonValue> all = new ArrayList<>();
    described.parameterPositions().forEach(at -> all.add(path(at)));
    requests.query().byName().forEach((name, field) -> all.add(field("query", name, field)));
    requests
        .headers()
        .byName()
        .forEach((name, field) -> all.add(field("header", HeaderCase.of(name), field)));
    requests
        .cookies()
        .forEach((name, count) -> all.add(parameter("cookie", name, false, texts(), count)));
    return all;
  }

  private static JsonObject texts() {
    return JsonObject.EMPTY.with("type", new JsonString("string"));
  }

  private JsonValue path(int at) {
    Segment segment = described.operation().segments().get(at);
    Texts accepted = segment == null ? Texts.EMPTY : segment.accepted();
    Texts known = accepted.count() > 0 || segment == null ? accepted : segment.others();
    return parameter(
        "path",
        described.parameterName(at),
        true,
        known.count() == 0 ? texts() : ParameterSchema.of(known, 1),
        known.count());
  }

  private JsonValue field(String in, String name, Field field) {
    int least = COUNTS.contains(name) ? 1 : LEAST_FOR_TYPE;
    JsonObject schema = ParameterSchema.of(field.texts(), least);
    if (field.repeated() > 0 && in.equals("query")) {
      schema = JsonObject.EMPTY.with("type", new JsonString("array")).with("items", schema);
    }
    boolean isRequired =
        requests.count() >= LEAST_FOR_REQUIRED && field.messages() == requests.count();
    return parameter(in, name, isRequired, schema, field.messages());
  }

  private static JsonObject parameter(
      String in, String name, boolean isRequired, JsonObject schema, long samples) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("name", new JsonString(name));
    json.put("in", new JsonString(in));
    if (isRequired) {
      json.put("required", JsonBoolean.of(true));
    }
    json.put("schema", schema);
    json.put(ShapeSchema.EVIDENCE, JsonObject.EMPTY.with("samples", JsonNumber.of(samples)));
    return new JsonObject(json);
  }
}

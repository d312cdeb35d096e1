package dev.concordat.record.document;

import dev.concordat.contracts.openapi.writing.Reasons;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.record.learning.Answers;
import dev.concordat.record.learning.Content;
import dev.concordat.record.learning.Field;
import dev.concordat.record.learning.Operation;
import dev.concordat.record.learning.Requests;
import dev.concordat.record.settling.Described;
import dev.concordat.record.shape.ParameterSchema;
import dev.concordat.record.shape.ShapeSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/// One operation of the document.
final class OperationJson {
  private static final Set<String> REFERENCES = Set.of("location", "content-location");
  private static final JsonValue YES = JsonBoolean.of(true);

  private final SharedSchemas schemas;

  OperationJson(SharedSchemas schemas) {
    this.schemas = schemas;
  }

  JsonObject of(Described described) {
    Operation operation = described.operation();
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("operationId", new JsonString(described.id()));
    List<JsonValue> parameters = new ParameterJson(described).all();
    if (!parameters.isEmpty()) {
      json.put("parameters", new JsonArray(parameters));
    }
    Requests requests = operation.requests();
    if (!requests.bodies().isEmpty()) {
      json.put("requestBody", requestBody(described, requests));
    }
    json.put("responses", responses(described));
    List<JsonValue> security = SecurityJson.needs(operation.accepted());
    if (!security.isEmpty()) {
      json.put("security", new JsonArray(security));
    }
    json.put(ShapeSchema.EVIDENCE, evidence(operation));
    return new JsonObject(json);
  }

  private static JsonObject evidence(Operation operation) {
    return JsonObject.EMPTY
        .with("samples", JsonNumber.of(operation.count()))
        .with("accepted", JsonNumber.of(operation.accepted().count()))
        .with("first", new JsonString(operation.first().toString()))
        .with("last", new JsonString(operation.last().toString()));
  }

  private JsonObject requestBody(Described described, Requests requests) {
    JsonObject body = JsonObject.EMPTY;
    if (requests.bodyless() == 0) {
      body = body.with("required", YES);
    }
    return body.with("content", content(described, 0, requests.bodies()));
  }

  private JsonObject content(
      Described described, int status, NavigableMap<String, Content> bodies) {
    Map<String, JsonValue> content = new LinkedHashMap<>();
    bodies.forEach(
        (media, body) -> {
          JsonObject schema = schemas.at(new Position(described.route(), status, media));
          if (body.shape().seen() == 0 && media.startsWith("text/") && body.unread() == 0) {
            schema = JsonObject.EMPTY.with("type", new JsonString("string"));
          }
          content.put(
              media,
              schema.members().isEmpty()
                  ? JsonObject.EMPTY
                  : JsonObject.EMPTY.with("schema", schema));
        });
    return new JsonObject(content);
  }

  private JsonObject responses(Described described) {
    Map<String, JsonValue> responses = new LinkedHashMap<>();
    described
        .operation()
        .answers()
        .forEach(
            (status, answers) -> {
              Map<String, JsonValue> response = new LinkedHashMap<>();
              response.put("description", new JsonString(Reasons.of(Integer.toString(status))));
              JsonObject headers = headers(answers);
              if (headers.size() > 0) {
                response.put("headers", headers);
              }
              if (!answers.bodies().isEmpty()) {
                response.put("content", content(described, status, answers.bodies()));
              }
              response.put(
                  ShapeSchema.EVIDENCE,
                  JsonObject.EMPTY.with("samples", JsonNumber.of(answers.count())));
              responses.put(Integer.toString(status), new JsonObject(response));
            });
    return new JsonObject(responses);
  }

  private static JsonObject headers(Answers answers) {
    Map<String, JsonValue> headers = new LinkedHashMap<>();
    answers
        .headers()
        .byName()
        .forEach((name, field) -> headers.put(HeaderCase.of(name), header(name, field, answers)));
    return new JsonObject(headers);
  }

  private static JsonObject header(String name, Field field, Answers answers) {
    JsonObject schema =
        REFERENCES.contains(name)
            ? JsonObject.EMPTY
                .with("type", new JsonString("string"))
                .with("format", new JsonString("uri-reference"))
            : ParameterSchema.of(field.texts(), ParameterJson.LEAST_FOR_TYPE);
    JsonObject header = JsonObject.EMPTY.with("schema", schema);
    return field.messages() >= answers.count() && answers.count() > 0
        ? header.with("required", YES)
        : header;
  }
}

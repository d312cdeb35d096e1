package dev.concordat.record.output;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.record.document.HeaderCase;
import dev.concordat.record.learning.Answers;
import dev.concordat.record.learning.Content;
import dev.concordat.record.learning.Field;
import dev.concordat.record.learning.Segment;
import dev.concordat.record.settling.Described;
import dev.concordat.record.settling.Settled;
import dev.concordat.record.shape.ParameterSchema;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// WireMock mappings: for each operation that ever succeeded one stub with an answer that was seen. A value of the path that
/// came back in answers comes back from the stub as well, and a value of another form has no stub. Which requests fail cannot be told from an answer, so failures
/// have no stub.
final class Mappings {
  private static final int LEAST_ERROR = 400;

  /// Longer bodies stand in a file of their own.
  private static final int MAX_INLINE_CHARACTERS = 4_096;

  private Mappings() {}

  /// Files by their paths: `mappings/getOrder.json`, `__files/listOrders.json`.
  static NavigableMap<String, String> of(Settled settled) {
    NavigableMap<String, String> files = new TreeMap<>();
    for (Described described : settled.operations()) {
      described.operation().answers().entrySet().stream()
          .filter(answer -> answer.getKey() < LEAST_ERROR)
          .findFirst()
          .ifPresent(answer -> put(files, described, answer.getKey(), answer.getValue()));
    }
    return files;
  }

  private static void put(
      NavigableMap<String, String> files, Described described, int status, Answers answers) {
    Map<String, JsonValue> response = new LinkedHashMap<>();
    response.put("status", JsonNumber.of(status));
    JsonObject headers = headers(answers);
    if (headers.size() > 0) {
      response.put("headers", headers);
    }
    answers.bodies().entrySet().stream()
        .filter(body -> body.getValue().example().isPresent())
        .findFirst()
        .ifPresent(body -> body(files, described, response, body.getKey(), body.getValue()));
    JsonObject mapping =
        JsonObject.EMPTY
            .with("id", new JsonString(id(described, status)))
            .with("name", new JsonString(described.id()))
            .with("request", request(described))
            .with("response", new JsonObject(response));
    files.put("mappings/" + described.id() + ".json", JsonText.pretty(mapping) + "\n");
  }

  private static String id(Described described, int status) {
    String name = described.route() + " " + status;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /// Headers that came with every answer, each with a value that was seen.
  private static JsonObject headers(Answers answers) {
    JsonObject headers = JsonObject.EMPTY;
    for (Map.Entry<String, Field> header : answers.headers().byName().entrySet()) {
      Field field = header.getValue();
      List<String> values = field.texts().values().byFrequency();
      if (field.messages() >= answers.count() && !values.isEmpty()) {
        headers = headers.with(HeaderCase.of(header.getKey()), new JsonString(values.getFirst()));
      }
    }
    return headers;
  }

  private static JsonObject request(Described described) {
    String kind = described.parameterPositions().isEmpty() ? "urlPath" : "urlPathTemplate";
    JsonObject request =
        JsonObject.EMPTY
            .with("method", new JsonString(described.route().method()))
            .with(kind, new JsonString(described.path()));
    JsonObject parameters = JsonObject.EMPTY;
    for (int at : described.parameterPositions()) {
      Segment segment = described.operation().segments().get(at);
      Optional<String> pattern =
          segment == null ? Optional.empty() : ParameterSchema.pattern(segment.accepted());
      if (pattern.isPresent()) {
        parameters =
            parameters.with(
                described.parameterName(at),
                JsonObject.EMPTY.with("matches", new JsonString(pattern.get())));
      }
    }
    return parameters.size() == 0 ? request : request.with("pathParameters", parameters);
  }

  private static void body(
      NavigableMap<String, String> files,
      Described described,
      Map<String, JsonValue> response,
      String media,
      Content content) {
    JsonObject headers =
        response.get("headers") instanceof JsonObject others ? others : JsonObject.EMPTY;
    response.put("headers", headers.with("Content-Type", new JsonString(media)));
    JsonValue example = content.example().orElse(JsonObject.EMPTY);
    boolean mayBeTemplate = !JsonText.compact(example).contains("{{");
    JsonValue echoing = mayBeTemplate ? echoing(described, example) : example;
    if (!echoing.equals(example)) {
      response.put("transformers", JsonArray.of(new JsonString("response-template")));
    }
    String text = echoing instanceof JsonString(String plain) ? plain : JsonText.pretty(echoing);
    if (text.length() <= MAX_INLINE_CHARACTERS) {
      response.put("body", new JsonString(text));
    } else {
      String name = described.id() + (echoing instanceof JsonString ? ".txt" : ".json");
      response.put("bodyFileName", new JsonString(name));
      files.put("__files/" + name, text);
    }
  }

  private static JsonValue echoing(Described described, JsonValue example) {
    if (!(example instanceof JsonObject object)) {
      return example;
    }
    JsonObject echoing = object;
    for (int at : described.parameterPositions()) {
      Segment segment = described.operation().segments().get(at);
      Optional<String> name = segment == null ? Optional.empty() : always(segment);
      if (name.isPresent() && object.member(name.get()).orElse(object) instanceof JsonString) {
        String value = "{{request.path." + described.parameterName(at) + "}}";
        echoing = echoing.with(name.get(), new JsonString(value));
      }
    }
    return echoing;
  }

  /// The member that had the segment's value in every successful answer.
  private static Optional<String> always(Segment segment) {
    return segment.echoes().entrySet().stream()
        .filter(echo -> echo.getValue() == segment.accepted().count())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}

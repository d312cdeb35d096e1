package dev.concordat.cli;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Where a learned contract says something that a written one denies: an operation, a status, a media type, a member, a type
/// or a word that it does not have. That the learned one knows less (bounds, statuses never seen) is no contradiction.
final class Contradictions {
  private static final int MAX_DEPTH = 20;

  private final JsonObject learnedDocument;
  private final JsonObject writtenDocument;
  private final List<String> found = new ArrayList<>();

  private Contradictions(OpenApiContract learned, OpenApiContract written) {
    this.learnedDocument = learned.written().toJson();
    this.writtenDocument = written.written().toJson();
  }

  static List<String> between(OpenApiContract learned, OpenApiContract written) {
    var contradictions = new Contradictions(learned, written);
    for (HttpOperation operation : learned.operations()) {
      Optional<HttpOperation> other =
          written.operations().stream()
              .filter(each -> each.method().equals(operation.method()))
              .filter(each -> shape(each).equals(shape(operation)))
              .findFirst();
      if (other.isEmpty()) {
        contradictions.found.add("no operation " + operation.methodAndPath());
      } else {
        contradictions.operation(operation, other.get());
      }
    }
    return contradictions.found;
  }

  private static String shape(HttpOperation operation) {
    return operation.path().text().replaceAll("\\{[^}]*}", "{}");
  }

  private void operation(HttpOperation learned, HttpOperation written) {
    String name = learned.methodAndPath();
    learned
        .body()
        .ifPresent(
            body ->
                written
                    .body()
                    .ifPresentOrElse(
                        other -> contents(name, body.content(), other.content()),
                        () -> found.add(name + " has no body")));
    for (ResponseSpec response : learned.responses()) {
      Optional<ResponseSpec> other = written.response(Integer.parseInt(response.status()));
      if (other.isEmpty()) {
        found.add(name + " never answers " + response.status());
      } else {
        contents(name + " " + response.status(), response.content(), other.get().content());
      }
    }
  }

  private void contents(String name, List<MediaTypeSpec> learned, List<MediaTypeSpec> written) {
    for (MediaTypeSpec content : learned) {
      Optional<MediaTypeSpec> other =
          written.stream().filter(each -> each.mediaType().equals(content.mediaType())).findFirst();
      if (other.isEmpty()) {
        found.add(name + " has no " + content.mediaType());
      } else if (content.schema().isPresent() && other.get().schema().isPresent()) {
        schemas(name, json(content.schema().get()), json(other.get().schema().get()), 0);
      }
    }
  }

  private static JsonValue json(Schema schema) {
    return schema.node().toJson();
  }

  private void schemas(String name, JsonValue one, JsonValue other, int depth) {
    JsonObject learned = followed(one, learnedDocument);
    JsonObject written = followed(other, writtenDocument);
    if (depth > MAX_DEPTH) {
      return;
    }
    Set<String> types = types(learned);
    Set<String> allowed = types(written);
    if (allowed.contains("number")) {
      allowed.add("integer");
    }
    if (!types.isEmpty() && !allowed.isEmpty() && !allowed.containsAll(types)) {
      found.add(name + " is " + allowed + ", not " + types);
    }
    if (learned.has("enum") && written.has("enum")) {
      Set<String> words = words(learned);
      words.removeAll(words(written));
      words.forEach(word -> found.add(name + " is never " + word));
    }
    if (learned.has("items") && written.has("items")) {
      schemas(name + "/*", member(learned, "items"), member(written, "items"), depth + 1);
    }
    JsonObject members = (JsonObject) member(written, "properties");
    ((JsonObject) member(learned, "properties"))
        .members()
        .forEach(
            (property, schema) -> {
              if (!members.has(property)) {
                found.add(name + " has no " + property);
              } else {
                schemas(name + "/" + property, schema, member(members, property), depth + 1);
              }
            });
  }

  private static JsonValue member(JsonObject json, String name) {
    return json.member(name).orElse(JsonObject.EMPTY);
  }

  private static JsonObject followed(JsonValue value, JsonObject document) {
    JsonObject at = (JsonObject) value;
    for (int step = 0; step < MAX_DEPTH && at.has("$ref"); step++) {
      JsonValue target = document;
      for (String part : text(member(at, "$ref")).substring(2).split("/", -1)) {
        target = member((JsonObject) target, part);
      }
      at = (JsonObject) target;
    }
    return at;
  }

  private static Set<String> types(JsonObject schema) {
    JsonValue type = member(schema, "type");
    Set<String> types =
        type instanceof JsonArray(List<JsonValue> items)
            ? items.stream()
                .map(Contradictions::text)
                .collect(Collectors.toCollection(TreeSet::new))
            : type instanceof JsonString ? new TreeSet<>(Set.of(text(type))) : new TreeSet<>();
    if (schema.has("nullable")) {
      types.add("null");
    }
    return types;
  }

  private static Set<String> words(JsonObject schema) {
    return ((JsonArray) member(schema, "enum"))
        .items().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }
}

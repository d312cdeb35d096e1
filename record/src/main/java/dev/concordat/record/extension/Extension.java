package dev.concordat.record.extension;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts into a document what was learned and is not there: paths, operations, query parameters, statuses, media types and
/// members of bodies. Nothing that is written is changed.
final class Extension {
  private static final int MAX_DEPTH = 16;

  private static final String PATHS = "paths";
  private static final String SCHEMA = "schema";

  private final JsonObject learned;
  private final boolean isOld;
  private final List<String> added = new ArrayList<>();
  private final Set<String> notes = new HashSet<>();
  private JsonObject document;

  /// @param learned with its references resolved
  /// @param isOld whether the document is of OpenAPI 3.0, which has fewer words for schemas
  Extension(JsonObject document, JsonObject learned, boolean isOld) {
    this.document = document;
    this.learned = learned;
    this.isOld = isOld;
  }

  Extended extended() {
    Json.object(learned, PATHS)
        .members()
        .forEach(
            (path, item) -> {
              if (item instanceof JsonObject operations) {
                operations.members().forEach((method, value) -> operation(path, method, value));
              }
            });
    return new Extended(document, added, notes.stream().sorted().toList());
  }

  private void operation(String path, String method, JsonValue value) {
    if (!(value instanceof JsonObject operation)) {
      return;
    }
    String name = method.toUpperCase(Locale.ROOT) + " " + path;
    List<String> place = List.of(PATHS, path, method);
    Optional<JsonObject> item = Json.at(document, List.of(PATHS, path));
    if (item.filter(known -> known.has("$ref")).isPresent()) {
      notes.add(name + " stands in another file: nothing was added to it");
      return;
    }
    if (Json.at(document, place).isEmpty()) {
      put(place, withoutSecurity(operation), name);
      return;
    }
    parameters(place, operation, name);
    bodies(List.of(PATHS, path, method, "requestBody"), operation.member("requestBody"), name);
    Json.object(operation, "responses")
        .members()
        .forEach((status, response) -> response(place, status, response, name));
  }

  /// Schemes would have to be added with it; who may call is for people to say.
  private static JsonObject withoutSecurity(JsonObject operation) {
    return operation.without("security").without("operationId");
  }

  private void put(List<String> place, JsonValue value, String what) {
    document = Json.put(document, place, isOld ? OldWords.of(value) : value);
    added.add(what);
  }

  private void parameters(List<String> place, JsonObject operation, String name) {
    JsonObject written = Json.at(document, place).orElse(JsonObject.EMPTY);
    JsonObject item = Json.at(document, place.subList(0, 2)).orElse(JsonObject.EMPTY);
    List<JsonValue> known = new ArrayList<>(items(written, "parameters"));
    int before = known.size();
    for (JsonValue parameter : items(operation, "parameters")) {
      if (parameter instanceof JsonObject object
          && Json.text(object, "in").filter("query"::equals).isPresent()) {
        String query = Json.text(object, "name").orElse("");
        boolean isKnown =
            isNamed(items(written, "parameters"), query)
                || isNamed(items(item, "parameters"), query);
        if (!isKnown) {
          JsonObject optional = object.without("required");
          known.add(isOld ? OldWords.of(optional) : optional);
          added.add(name + " query:" + query);
        }
      }
    }
    if (known.size() > before) {
      var path = new ArrayList<>(place);
      path.add("parameters");
      document = Json.put(document, path, new JsonArray(known));
    }
  }

  private boolean isNamed(List<JsonValue> parameters, String name) {
    for (JsonValue parameter : parameters) {
      if (parameter instanceof JsonObject object) {
        JsonObject meant =
            object.has("$ref")
                ? Json.at(document, followed(object, List.of())).orElse(object)
                : object;
        if (Json.text(meant, "name").filter(name::equals).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<JsonValue> items(JsonObject json, String name) {
    return json.member(name).orElse(json) instanceof JsonArray(List<JsonValue> items)
        ? items
        : List.of();
  }

  private void response(List<String> place, String status, JsonValue response, String name) {
    JsonObject responses = Json.at(document, append(place, "responses")).orElse(JsonObject.EMPTY);
    boolean isCovered = responses.has(status.charAt(0) + "XX") || responses.has("default");
    if (responses.has(status)) {
      bodies(append(place, "responses", status), Optional.of(response), name + " " + status);
    } else if (!isCovered) {
      put(append(place, "responses", status), response, name + " " + status);
    }
  }

  /// What a request or a response holds.
  private void bodies(List<String> place, Optional<JsonValue> learnt, String name) {
    Optional<List<String>> holder = follow(place, name);
    if (holder.isEmpty() || !(learnt.orElse(null) instanceof JsonObject found)) {
      return;
    }
    Json.object(found, "content")
        .members()
        .forEach(
            (media, content) -> {
              List<String> at = append(holder.get(), "content", media);
              if (Json.at(document, at).isPresent()) {
                schema(append(at, SCHEMA), Json.object((JsonObject) content, SCHEMA), name, 0);
              } else if (Json.at(document, append(holder.get(), "content")).isEmpty()
                  || !hasRange(holder.get())) {
                put(at, content, name + " " + media);
              }
            });
  }

  private boolean hasRange(List<String> holder) {
    return Json.at(document, append(holder, "content")).stream()
        .flatMap(content -> content.members().keySet().stream())
        .anyMatch(media -> media.contains("*"));
  }

  private void schema(List<String> place, JsonObject learnt, String name, int depth) {
    Optional<List<String>> target = follow(place, name);
    if (target.isEmpty() || depth > MAX_DEPTH) {
      return;
    }
    JsonObject written = Json.at(document, target.get()).orElse(JsonObject.EMPTY);
    JsonObject items = Json.object(learnt, "items");
    if (written.has("items") && items.size() > 0) {
      schema(append(target.get(), "items"), items, name + "/*", depth + 1);
    }
    boolean isOpen =
        written.has("properties")
            && !written.has("allOf")
            && !written.has("oneOf")
            && !written.has("anyOf")
            && !written.member("additionalProperties").equals(CLOSED);
    if (!isOpen) {
      return;
    }
    for (Map.Entry<String, JsonValue> member :
        Json.object(learnt, "properties").members().entrySet()) {
      List<String> at = append(target.get(), "properties", member.getKey());
      if (Json.object(Json.at(document, target.get()).orElse(written), "properties")
          .has(member.getKey())) {
        if (member.getValue() instanceof JsonObject inner) {
          schema(at, inner, name + "/" + member.getKey(), depth + 1);
        }
      } else {
        put(at, member.getValue(), name + "/" + member.getKey());
      }
    }
  }

  private static final Optional<JsonValue> CLOSED = Optional.of(JsonBoolean.of(false));

  private static List<String> append(List<String> place, String... more) {
    var all = new ArrayList<>(place);
    all.addAll(List.of(more));
    return all;
  }

  /// Where a place leads, references followed; nothing where that is another file or nothing.
  private Optional<List<String>> follow(List<String> place, String name) {
    List<String> at = place;
    for (int step = 0; step < MAX_DEPTH; step++) {
      Optional<JsonObject> object = Json.at(document, at);
      if (object.isEmpty()) {
        return Optional.empty();
      }
      List<String> next = followed(object.get(), at);
      if (next.equals(at)) {
        return Optional.of(at);
      }
      if (next.isEmpty()) {
        notes.add(name + " stands in another file: nothing was added to it");
        return Optional.empty();
      }
      at = next;
    }
    return Optional.empty();
  }

  /// Where an object leads: to itself without a reference; nowhere where that is another file.
  private static List<String> followed(JsonObject object, List<String> at) {
    Optional<String> reference =
        object
            .member("$ref")
            .filter(JsonString.class::isInstance)
            .map(value -> ((JsonString) value).value());
    if (reference.isEmpty()) {
      return at;
    }
    return reference.get().startsWith("#/")
        ? List.of(reference.get().substring(2).split("/", -1)).stream()
            .map(step -> step.replace("~1", "/").replace("~0", "~"))
            .toList()
        : List.of();
  }
}

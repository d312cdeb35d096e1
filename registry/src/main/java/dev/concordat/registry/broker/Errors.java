package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The errors of the Pact dialect.
final class Errors {
  private Errors() {}

  /// Nothing is there, without saying what.
  static Answer notFound() {
    return Answer.json(
        404,
        Answer.JSON,
        JsonObject.EMPTY.with(
            "error", new JsonString("The requested document was not found on this server.")));
  }

  /// One message for a person.
  static Answer message(int status, String message) {
    return Answer.hal(status, JsonObject.EMPTY.with("error", new JsonString(message)));
  }

  /// What is wrong with which member.
  static Answer invalid(int status, Map<String, List<String>> errors) {
    JsonObject.Builder fields = new JsonObject.Builder();
    errors.forEach((field, messages) -> fields.add(field, Hal.texts(messages)));
    return Answer.hal(status, JsonObject.EMPTY.with("errors", (JsonValue) fields.build()));
  }

  static Answer invalid(int status, String field, String message) {
    return invalid(status, Map.of(field, List.of(message)));
  }

  /// That the body is of a media type which nobody reads here; nothing where it is JSON or does not say.
  static Optional<Answer> mediaType(Asked asked) {
    return asked
        .header("content-type")
        .map(type -> type.toLowerCase(Locale.ROOT))
        .filter(type -> !type.isBlank() && !type.contains("json"))
        .map(_ -> Answer.empty(415));
  }

  /// Collects what is wrong with members, in the order in which it is found.
  static final class Collected {
    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    /// Adds a message unless the member has one.
    void add(String field, String message) {
      errors.putIfAbsent(field, List.of(message));
    }

    boolean any() {
      return !errors.isEmpty();
    }

    Answer answer(int status) {
      return invalid(status, errors);
    }
  }
}

package dev.concordat.registry.broker;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.ParsedJson;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.contract.Events;
import dev.concordat.registry.contract.Publishing;
import dev.concordat.registry.contract.PublishingRules;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.NestedQuery;
import dev.concordat.registry.http.QueryValue;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.EnvironmentRow;
import dev.concordat.registry.store.Environments;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import dev.concordat.registry.store.VersionRow;
import dev.concordat.registry.store.Versions;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// A request within its transaction, with what its path names.
///
/// @param now when it came
record Request(
    Handle handle, Asked asked, Links links, Instant now, Events events, PublishingRules rules) {
  /// What publishes within this request.
  Publishing publishing() {
    return new Publishing(handle, events, links, now, rules);
  }

  /// A part of the path, decoded.
  String part(String name) {
    return asked.parameter(name);
  }

  /// The address of the resource without its query.
  String self() {
    String path = asked.path().length() > 1 ? asked.path() : "";
    return links.base() + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }

  /// The address with its query.
  String selfWithQuery() {
    return asked.query().isEmpty() ? self() : self() + "?" + asked.query();
  }

  /// Answers with the query, or that it cannot be read.
  Answer query(Function<QueryValue.Table, Answer> with) {
    QueryValue.Table query;
    try {
      query = NestedQuery.parse(asked.query());
    } catch (NestedQuery.Unreadable e) {
      return Errors.message(400, e.getMessage() == null ? "" : e.getMessage());
    }
    return with.apply(query);
  }

  /// Answers with the page that the query asks for, or that it asks for none.
  Answer paged(Function<Paging, Answer> with) {
    return query(query -> Paging.of(query, with));
  }

  /// Answers with the JSON object of the body, or that it is none. An absent body is an empty object.
  Answer body(Function<JsonObject, Answer> with) {
    Optional<Answer> refused = Errors.mediaType(asked);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (asked.body().size() == 0) {
      return with.apply(JsonObject.EMPTY);
    }
    ParsedJson parsed = JsonParser.parse(asked.body().toArray());
    if (parsed.failure().isPresent()) {
      return Errors.message(400, "Error parsing JSON - " + parsed.failure().get().message());
    }
    if (!(parsed.value().orElse(JsonObject.EMPTY) instanceof JsonObject object)) {
      return Errors.message(400, "Expected JSON object");
    }
    if (hasNul(object)) {
      return Errors.message(400, "The body has a NUL character, which no database keeps");
    }
    return with.apply(object);
  }

  private static boolean hasNul(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> text.indexOf(0) >= 0;
      case JsonArray(var items) -> items.stream().anyMatch(Request::hasNul);
      case JsonObject object ->
          object.members().entrySet().stream()
              .anyMatch(member -> member.getKey().indexOf(0) >= 0 || hasNul(member.getValue()));
      case JsonNull _, JsonBoolean _, JsonNumber _ -> false;
    };
  }

  /// Answers with the system of a part of the path, or that there is none.
  Answer system(String part, Function<SystemRow, Answer> with) {
    return new Systems(handle)
        .find(part(part))
        .map(with)
        .orElseGet(
            () ->
                Errors.message(
                    404,
                    "No "
                        + (part.equals("consumer") || part.equals("provider")
                            ? part
                            : "pacticipant")
                        + " with name '"
                        + part(part)
                        + "' found"));
  }

  /// Answers with the system and version of the path, or that there is none.
  Answer version(BiFunction<SystemRow, VersionRow, Answer> with) {
    return new Systems(handle)
        .find(part("pacticipant"))
        .flatMap(
            system ->
                new Versions(handle)
                    .find(system.id(), part("version"))
                    .map(version -> with.apply(system, version)))
        .orElseGet(Errors::notFound);
  }

  /// Answers with the consumer and the provider of the path, or that one of them is unknown.
  Answer pair(BiFunction<SystemRow, SystemRow, Answer> with) {
    return system("consumer", consumer -> system("provider", it -> with.apply(consumer, it)));
  }

  /// Answers with the environment of the path, or that there is none.
  Answer environment(Function<EnvironmentRow, Answer> with) {
    return new Environments(handle)
        .findByUuid(part("environment"))
        .map(with)
        .orElseGet(Errors::notFound);
  }

  /// The text of a member; nothing for anything else.
  static Optional<String> text(JsonObject object, String name) {
    return object.member(name).orElse(JsonObject.EMPTY) instanceof JsonString(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /// The truth of a member; nothing for anything else.
  static Optional<Boolean> truth(JsonObject object, String name) {
    return object.member(name).orElse(JsonObject.EMPTY) instanceof JsonBoolean(boolean value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /// The member as JSON text; nothing where it is absent or null.
  static Optional<String> json(JsonObject object, String name) {
    return object
        .member(name)
        .filter(value -> !value.type().equals("null"))
        .map(JsonValue::toString);
  }
}

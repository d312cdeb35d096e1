package dev.concordat.registry.broker;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.contract.PactContent;
import dev.concordat.registry.contract.Publication;
import dev.concordat.registry.contract.Publication.Conflict;
import dev.concordat.registry.contract.Publication.Said;
import dev.concordat.registry.http.Answer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads what is published from a request, with everything that is wrong in it.
final class PublicationReading {
  /// More contracts than any version has.
  static final int MAX_CONTRACTS = 1_000;

  private final JsonObject body;
  private final Map<String, List<String>> errors = new LinkedHashMap<>();

  private PublicationReading(JsonObject body) {
    this.body = body;
  }

  static Answer read(JsonObject body, Function<Publication, Answer> with) {
    PublicationReading reading = new PublicationReading(body);
    Publication publication = reading.publication();
    return reading.errors.isEmpty() ? with.apply(publication) : Errors.invalid(400, reading.errors);
  }

  private void error(String field, String message) {
    errors.computeIfAbsent(field, _ -> new ArrayList<>()).add(message);
  }

  private Publication publication() {
    String consumer = required("pacticipantName");
    String number = required("pacticipantVersionNumber");
    List<String> tags = new ArrayList<>();
    if (body.member("tags").orElse(JsonObject.EMPTY) instanceof JsonArray(var items)) {
      for (int i = 0; i < items.size(); i++) {
        tag(items.get(i), i).ifPresent(tags::add);
      }
    }
    List<Said> said = new ArrayList<>();
    if (!(body.member("contracts").orElse(JsonObject.EMPTY) instanceof JsonArray(var contracts))) {
      error(
          "contracts",
          body.has("contracts") ? "contracts must be an array" : "contracts is missing");
    } else if (contracts.size() > MAX_CONTRACTS) {
      error("contracts", "contracts size cannot be greater than " + MAX_CONTRACTS);
    } else {
      for (int i = 0; i < contracts.size(); i++) {
        contract(consumer, contracts.get(i), i).ifPresent(said::add);
      }
    }
    return new Publication(
        consumer,
        number,
        line("branch").filter(it -> !it.isBlank()),
        tags,
        line("buildUrl").filter(it -> !it.isBlank()),
        said);
  }

  private String required(String field) {
    Optional<String> text = Request.text(body, field);
    if (!body.has(field)) {
      error(field, field + " is missing");
    } else if (text.isEmpty() || text.get().isEmpty()) {
      error(field, field + " must be filled");
    } else if (text.get().isBlank()) {
      error(field, field + " cannot be blank");
    } else if (text.get().contains("\n")) {
      error(field, field + " cannot contain multiple lines");
    } else {
      shortEnough(field, text.get());
    }
    return text.orElse("");
  }

  private void shortEnough(String field, String text) {
    if (text.length() > Desk.MAX_NAME) {
      error(field, field + " cannot have more than " + Desk.MAX_NAME + " characters");
    }
  }

  private Optional<String> line(String field) {
    Optional<String> text = Request.text(body, field);
    if (field.equals("branch")) {
      text.ifPresent(it -> shortEnough(field, it));
    }
    if (text.isPresent() && text.get().contains("\n")) {
      error(field, field + " cannot contain multiple lines");
    }
    if (field.equals("branch") && text.isPresent() && text.get().isBlank()) {
      error(field, field + " cannot be blank");
    }
    return text;
  }

  private Optional<String> tag(JsonValue value, int at) {
    if (!(value instanceof JsonString(String tag)) || tag.isBlank()) {
      error("tags", "tags cannot be blank (at index " + at + ")");
      return Optional.empty();
    }
    if (tag.contains("\n")) {
      error("tags", "tags cannot contain multiple lines (at index " + at + ")");
    }
    shortEnough("tags", tag);
    return Optional.of(tag);
  }

  private Optional<Said> contract(String consumer, JsonValue value, int at) {
    String where = " (at index " + at + ")";
    if (!(value instanceof JsonObject contract)) {
      error("contracts", "must be a hash" + where);
      return Optional.empty();
    }
    int before = errors.getOrDefault("contracts", List.of()).size();
    for (String field :
        List.of("consumerName", "providerName", "content", "contentType", "specification")) {
      Optional<String> text = Request.text(contract, field);
      if (!contract.has(field)) {
        error("contracts", field + " is missing" + where);
      } else if (text.isEmpty() || text.get().isBlank()) {
        error("contracts", field + " must be filled" + where);
      }
    }
    Request.text(contract, "providerName").ifPresent(it -> shortEnough("contracts", it));
    among(contract, "contentType", "application/json", where);
    among(contract, "specification", "pact", where);
    Optional<PactContent> content = content(contract, where);
    names(consumer, contract, content, where);
    if (errors.getOrDefault("contracts", List.of()).size() > before || content.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Said(
            Request.text(contract, "providerName").orElseThrow(),
            content.get(),
            Request.text(contract, "onConflict").equals(Optional.of("merge"))
                ? Conflict.MERGE
                : Conflict.REFUSE));
  }

  private void among(JsonObject contract, String field, String only, String where) {
    Request.text(contract, field)
        .filter(text -> !text.isBlank() && !text.equals(only))
        .ifPresent(_ -> error("contracts", field + " must be one of: " + only + where));
  }

  private Optional<PactContent> content(JsonObject contract, String where) {
    Optional<String> encoded = Request.text(contract, "content").filter(it -> !it.isBlank());
    if (encoded.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(encoded.get());
    } catch (IllegalArgumentException _) {
      error("contracts", "content is not valid Base64" + where);
      return Optional.empty();
    }
    Optional<PactContent> content = PactContent.read(Bytes.of(bytes));
    if (content.isEmpty()) {
      error(
          "contracts",
          "content could not be parsed as "
              + Request.text(contract, "contentType").orElse("application/json")
              + where);
    }
    return content;
  }

  private void names(
      String consumer, JsonObject contract, Optional<PactContent> content, String where) {
    Request.text(contract, "consumerName")
        .filter(name -> !name.isBlank() && !consumer.isEmpty() && !name.equals(consumer))
        .ifPresent(
            name ->
                error(
                    "contracts",
                    "consumerName ('"
                        + name
                        + "') must match pacticipantName ('"
                        + consumer
                        + "')"
                        + where));
    content
        .flatMap(it -> it.name("consumer"))
        .filter(name -> !consumer.isEmpty() && !name.equals(consumer))
        .ifPresent(
            name ->
                error(
                    "contracts",
                    "consumer name in contract content ('"
                        + name
                        + "') must match pacticipantName ('"
                        + consumer
                        + "')"
                        + where));
    Optional<String> provider = Request.text(contract, "providerName").filter(it -> !it.isBlank());
    content
        .flatMap(it -> it.name("provider"))
        .filter(name -> provider.isPresent() && !name.equals(provider.get()))
        .ifPresent(
            name ->
                error(
                    "contracts",
                    "provider name in contract content ('"
                        + name
                        + "') must match providerName ('"
                        + provider.orElseThrow()
                        + "') in contracts"
                        + where));
  }
}

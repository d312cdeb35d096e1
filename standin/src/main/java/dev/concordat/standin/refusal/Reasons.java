package dev.concordat.standin.refusal;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Breaches for the caller: where, which sentence of which line, and the nearest valid value.
public final class Reasons {
  private final Nearest nearest;

  public Reasons(Nearest nearest) {
    this.nearest = nearest;
  }

  /// A breach as a member of a problem's `errors`.
  public JsonObject json(
      Breach breach, Optional<HttpOperation> operation, HttpRequestMessage request) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("pointer", new JsonString(breach.pointer()));
    members.put("detail", new JsonString(breach.message()));
    members.put("contract", new JsonString(breach.sentence().shortForm()));
    members.put("sentence", new JsonString(breach.sentenceText()));
    operation
        .flatMap(it -> nearest(breach, it, request))
        .ifPresent(value -> members.put("nearest", value));
    return new JsonObject(members);
  }

  /// One line for a person: what is wrong, where it is written, and what would be right.
  public String line(Breach breach, Optional<HttpOperation> operation, HttpRequestMessage request) {
    String near =
        operation
            .flatMap(it -> nearest(breach, it, request))
            .map(value -> "; nearest valid value: " + value)
            .orElse("");
    String place = breach.sentence().shortForm();
    String where = breach.message().contains(place) ? "" : " (" + place + ")";
    return breach.message() + where + near;
  }

  private Optional<JsonValue> nearest(
      Breach breach, HttpOperation operation, HttpRequestMessage request) {
    if (breach.pointer().equals("content-type")) {
      return operation.body().stream()
          .flatMap(body -> body.content().stream())
          .findFirst()
          .map(content -> new JsonString(content.mediaType().toString()));
    }
    Optional<Parameter> parameter =
        operation.parameters().stream()
            .filter(it -> it.pointer().equals(breach.pointer()))
            .findFirst();
    Optional<Schema> schema =
        parameter.isPresent()
            ? parameter.get().schema()
            : body(operation, request)
                .flatMap(
                    it ->
                        Pointers.tokens(breach.pointer())
                            .flatMap(tokens -> Nearest.at(it, tokens)));
    return schema.flatMap(it -> nearest.to(it, breach.actual()));
  }

  private static Optional<Schema> body(HttpOperation operation, HttpRequestMessage request) {
    List<MediaTypeSpec> documented =
        operation.body().map(body -> body.content()).orElseGet(List::of);
    return request
        .header("content-type")
        .flatMap(MediaType::parse)
        .flatMap(type -> MediaType.choose(documented, type))
        .flatMap(MediaTypeSpec::schema);
  }
}

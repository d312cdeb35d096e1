package dev.concordat.compare.mutation;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Edits of an operation around its schemas.
///
/// @param known what is known of it
record HttpOperator(String name, Known known, Function<Slice, Optional<JsonObject>> rewrite) {
  private static final JsonObject TEXT = ArrayOperators.typed("string");

  static List<HttpOperator> all() {
    return List.of(
        breaks("operation removed", HttpOperator::gone),
        safe("operation added", HttpOperator::another),
        breaks("required query parameter added", slice -> parameter(slice, true)),
        safe("optional query parameter added", slice -> parameter(slice, false)),
        breaks("parameter became required", slice -> requiredness(slice, false)),
        safe("parameter became optional", slice -> requiredness(slice, true)),
        breaks("request media type removed", HttpOperator::otherRequest),
        safe("request media type added", HttpOperator::moreRequests),
        breaks("request body became required", slice -> body(slice, false)),
        safe("request body became optional", slice -> body(slice, true)),
        flagged("response media type added", HttpOperator::moreResponses),
        flagged("success status added", HttpOperator::moreStatuses),
        safe("error status removed", HttpOperator::fewerErrors),
        flagged("only success removed", HttpOperator::noSuccess),
        safe("response header added", HttpOperator::header),
        breaks("security added", HttpOperator::secured),
        safe("summary changed", slice -> noted(slice, "summary")),
        safe("operationId changed", slice -> noted(slice, "operationId")),
        safe("deprecated", HttpOperator::deprecated));
  }

  private static HttpOperator breaks(String name, Function<Slice, Optional<JsonObject>> rewrite) {
    return new HttpOperator(name, Known.BREAKS, rewrite);
  }

  private static HttpOperator flagged(String name, Function<Slice, Optional<JsonObject>> rewrite) {
    return new HttpOperator(name, Known.FLAGGED, rewrite);
  }

  private static HttpOperator safe(String name, Function<Slice, Optional<JsonObject>> rewrite) {
    return new HttpOperator(name, Known.SAFE, rewrite);
  }

  private static Optional<JsonObject> gone(Slice slice) {
    if (Keywords.isTrue(slice.operation(), "deprecated")) {
      // It went as its contract said: a risk, and no break.
      return Optional.empty();
    }
    return Optional.of(slice.description().with("paths", JsonObject.EMPTY));
  }

  private static Optional<JsonObject> another(Slice slice) {
    JsonObject paths = Slice.object(slice.description(), "paths");
    JsonObject operation =
        JsonObject.EMPTY.with(
            "responses",
            JsonObject.EMPTY.with(
                "204", JsonObject.EMPTY.with("description", new JsonString("nothing"))));
    return Optional.of(
        slice
            .description()
            .with("paths", paths.with("/something-new", JsonObject.EMPTY.with("get", operation))));
  }

  private static Optional<JsonObject> parameter(Slice slice, boolean isRequired) {
    JsonObject operation = slice.operation();
    var all = new ArrayList<JsonValue>(parameters(operation));
    all.add(
        new JsonObject(
            Map.of(
                "name",
                new JsonString("something-new"),
                "in",
                new JsonString("query"),
                "required",
                JsonBoolean.of(isRequired),
                "schema",
                TEXT)));
    return Optional.of(slice.withOperation(operation.with("parameters", new JsonArray(all))));
  }

  private static List<JsonValue> parameters(JsonObject operation) {
    return operation.member("parameters").orElse(null) instanceof JsonArray list
        ? list.items()
        : List.of();
  }

  private static Optional<JsonObject> requiredness(Slice slice, boolean now) {
    List<JsonValue> all = parameters(slice.operation());
    for (int at = 0; at < all.size(); at++) {
      JsonObject parameter =
          new Target(slice, List.of("parameters", Integer.toString(at)), Target.Kind.QUERY)
              .schema();
      if (parameter.member("in").filter(new JsonString("query")::equals).isPresent()
          && Keywords.isTrue(parameter, "required") == now) {
        var changed = new ArrayList<>(all);
        changed.set(at, parameter.with("required", JsonBoolean.of(!now)));
        return Optional.of(
            slice.withOperation(slice.operation().with("parameters", new JsonArray(changed))));
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonObject> edited(
      Slice slice, List<String> steps, Function<JsonObject, Optional<JsonObject>> edit) {
    var target = new Target(slice, steps, Target.Kind.REQUEST);
    return Optional.of(target.schema())
        .filter(found -> !found.equals(JsonObject.EMPTY))
        .flatMap(edit)
        .map(target::edited);
  }

  private static Optional<JsonObject> otherRequest(Slice slice) {
    return edited(
        slice,
        List.of("requestBody", "content"),
        content ->
            content
                .member("application/json")
                .map(
                    json ->
                        content
                            .without("application/json")
                            .with("application/vnd.new+json", json)));
  }

  private static Optional<JsonObject> moreRequests(Slice slice) {
    return edited(
        slice,
        List.of("requestBody", "content"),
        content -> Optional.of(content.with("application/vnd.new", JsonObject.EMPTY)));
  }

  private static Optional<JsonObject> body(Slice slice, boolean now) {
    return edited(
        slice,
        List.of("requestBody"),
        body ->
            Keywords.isTrue(body, "required") == now
                ? Optional.of(body.with("required", JsonBoolean.of(!now)))
                : Optional.empty());
  }

  private static Optional<String> success(Slice slice) {
    JsonObject responses = Slice.object(slice.operation(), "responses");
    List<String> all =
        responses.members().keySet().stream().filter(status -> status.startsWith("2")).toList();
    return all.size() == 1 && !responses.has("default") && !all.getFirst().equals("2XX")
        ? Optional.of(all.getFirst())
        : Optional.empty();
  }

  private static Optional<JsonObject> moreResponses(Slice slice) {
    return success(slice)
        .flatMap(
            status ->
                edited(
                    slice,
                    List.of("responses", status, "content"),
                    content ->
                        Optional.of(
                            content.with(
                                "application/vnd.new", JsonObject.EMPTY.with("schema", TEXT)))));
  }

  private static Optional<JsonObject> moreStatuses(Slice slice) {
    JsonObject described = JsonObject.EMPTY.with("description", new JsonString("something new"));
    return success(slice)
        .flatMap(
            status ->
                edited(
                    slice, List.of("responses"), all -> Optional.of(all.with("299", described))));
  }

  private static Optional<JsonObject> fewerErrors(Slice slice) {
    return edited(
        slice,
        List.of("responses"),
        all ->
            all.members().keySet().stream()
                .filter(status -> status.startsWith("4"))
                .findFirst()
                .map(all::without));
  }

  private static Optional<JsonObject> noSuccess(Slice slice) {
    return success(slice)
        .flatMap(
            status ->
                edited(
                    slice,
                    List.of("responses"),
                    all -> all.size() > 1 ? Optional.of(all.without(status)) : Optional.empty()));
  }

  private static Optional<JsonObject> header(Slice slice) {
    return success(slice)
        .flatMap(
            status ->
                edited(
                    slice,
                    List.of("responses", status),
                    response ->
                        Optional.of(
                            response.with(
                                "headers",
                                Slice.object(response, "headers")
                                    .with(
                                        "X-Something-New",
                                        JsonObject.EMPTY.with("schema", TEXT))))));
  }

  private static Optional<JsonObject> secured(Slice slice) {
    JsonObject description = slice.description();
    JsonObject components = Slice.object(description, "components");
    JsonObject schemes =
        Slice.object(components, "securitySchemes")
            .with(
                "somethingNew",
                new JsonObject(
                    Map.of("type", new JsonString("http"), "scheme", new JsonString("bearer"))));
    JsonObject needed = JsonObject.EMPTY.with("somethingNew", new JsonArray(List.of()));
    boolean isOpen = !description.has("security") && !slice.operation().has("security");
    return isOpen
        ? Optional.of(
            slice
                .withOperation(slice.operation().with("security", JsonArray.of(needed)))
                .with("components", components.with("securitySchemes", schemes)))
        : Optional.empty();
  }

  private static Optional<JsonObject> noted(Slice slice, String member) {
    return Optional.of(
        slice.withOperation(slice.operation().with(member, new JsonString("other-words"))));
  }

  private static Optional<JsonObject> deprecated(Slice slice) {
    return Optional.of(
        slice.withOperation(slice.operation().with("deprecated", JsonBoolean.of(true))));
  }
}

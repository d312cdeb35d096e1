package dev.concordat.cases;

import dev.concordat.cases.RequestDraft.Body;
import dev.concordat.cases.value.Size;
import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes valid drafts of one operation. For one thread.
final class Drafts {
  private static final int MAX_RANK = 4;
  private static final int MAX_REMEMBERED = 200;

  private final String basePath;
  private final HttpOperation operation;
  private final ValueGenerator values;
  private final Credentials credentials;
  private final KnownValues known;
  private final String path;

  /// Values follow from their names, so they are made once.
  private final Map<String, Optional<Body>> bodies = new HashMap<>();

  private final Map<String, Optional<JsonValue>> made = new HashMap<>();

  Drafts(
      String system,
      String basePath,
      HttpOperation operation,
      ValueGenerator values,
      Credentials credentials,
      KnownValues known) {
    this.basePath = basePath;
    this.operation = operation;
    this.values = values;
    this.credentials = credentials;
    this.known = known;
    this.path = system + "/" + operation.id();
  }

  HttpOperation operation() {
    return operation;
  }

  ValueGenerator values() {
    return values;
  }

  /// Names the values of a case, so that they are its own.
  String path(String part) {
    return path + "/" + part;
  }

  /// A draft without body.
  ///
  /// @param name of the case; what must not repeat (idempotency keys) is made from it
  /// @param example the name of the example whose values are meant, where parameters have one of it
  RequestDraft draft(String name, Size size, String example) {
    Map<String, JsonValue> chosen = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      boolean isWanted =
          parameter.required() || size == Size.FULL || known.demands(operation, parameter);
      if (isWanted || has(parameter, example)) {
        value(parameter, name, size, example)
            .ifPresent(value -> chosen.put(parameter.pointer(), value));
      }
    }
    return of(chosen);
  }

  /// A draft without body.
  ///
  /// @param parameters the values by {@link Parameter#pointer}
  RequestDraft of(Map<String, JsonValue> parameters) {
    return new RequestDraft(
        operation, basePath, parameters, new Body.None(), credentials.carried(operation));
  }

  private static boolean has(Parameter parameter, String example) {
    return parameter.examples().stream()
        .anyMatch(e -> !example.isEmpty() && e.name().equals(example));
  }

  /// What is known to exist, else the documented example of a parameter, because what it names probably exists; else a made
  /// value.
  Optional<JsonValue> value(Parameter parameter, String name, Size size, String example) {
    if (!mustNotRepeat(parameter)) {
      Optional<JsonValue> existing =
          known.value(operation, parameter).filter(value -> keeps(parameter, value));
      if (existing.isPresent()) {
        return existing;
      }
    }
    String own = path(name) + "/" + parameter.pointer();
    Optional<JsonValue> made =
        parameter.schema().isEmpty()
            ? Optional.of(new JsonString("concordat"))
            : made(parameter.schema().get(), own, size);
    if (mustNotRepeat(parameter) && made.isPresent()) {
      return made;
    }
    if (isEmptyInPath(parameter, made) && keeps(parameter, new JsonString("concordat"))) {
      made = Optional.of(new JsonString("concordat"));
    }
    Optional<JsonValue> fallback = made;
    return parameter.examples().stream()
        .filter(e -> keeps(parameter, e.value()))
        .min(Comparator.comparing(e -> !e.name().equals(example)))
        .map(DocumentedExample::value)
        .or(() -> fallback)
        .map(value -> amended(parameter, value));
  }

  /// The shortest text that a pattern allows may be empty, which no path can hold.
  private static boolean isEmptyInPath(Parameter parameter, Optional<JsonValue> made) {
    return parameter.in() == ParameterLocation.PATH
        && made.filter(value -> value.equals(new JsonString(""))).isPresent();
  }

  private Optional<JsonValue> made(Schema schema, String own, Size size) {
    if (made.size() > MAX_REMEMBERED) {
      made.clear();
    }
    return made.computeIfAbsent(size + own, key -> values.value(schema, own, size));
  }

  /// What the provider is known to want, as long as the contract allows it.
  JsonValue amended(Parameter parameter, JsonValue value) {
    JsonValue amended = known.amended(operation, parameter.pointer(), value);
    return keeps(parameter, amended) ? amended : value;
  }

  Body amended(Body body) {
    if (!(body instanceof Body.Value(MediaTypeSpec spec, JsonValue value))) {
      return body;
    }
    JsonValue amended = known.amended(operation, "body", value);
    return keeps(spec, amended) ? new Body.Value(spec, amended) : body;
  }

  boolean demands(Parameter parameter) {
    return known.demands(operation, parameter);
  }

  private static boolean keeps(Parameter parameter, JsonValue value) {
    return parameter.schema().map(schema -> schema.accepts(value)).orElse(true);
  }

  /// Two requests with the same idempotency key are one: the second would not be looked at.
  private static boolean mustNotRepeat(Parameter parameter) {
    return parameter.in() == ParameterLocation.HEADER
        && parameter.name().equalsIgnoreCase("Idempotency-Key");
  }

  /// The draft with values of its own where two requests with the same would count as one.
  RequestDraft renewed(RequestDraft draft, String name) {
    RequestDraft renewed = draft;
    for (Parameter parameter : operation.parameters()) {
      if (mustNotRepeat(parameter)
          && draft.value(parameter).isPresent()
          && !isBroken(parameter, draft)) {
        RequestDraft before = renewed;
        renewed =
            value(parameter, name, Size.MINIMAL, "")
                .map(value -> before.with(parameter, value))
                .orElse(before);
      }
    }
    return renewed;
  }

  private static boolean isBroken(Parameter parameter, RequestDraft draft) {
    return parameter
        .schema()
        .flatMap(schema -> draft.value(parameter).map(value -> !schema.accepts(value)))
        .orElse(false);
  }

  /// Whether every parameter that must be sent has a value that the contract's author wrote down.
  boolean allParametersAreDocumented() {
    return operation.parameters().stream()
        .filter(Parameter::required)
        .allMatch(parameter -> mustNotRepeat(parameter) || !parameter.examples().isEmpty());
  }

  /// Whether what the path names is known to be there, or is whatever the contract shows.
  boolean pathLeadsSomewhere() {
    return !credentials.isLeftOut()
        || operation.parameters(ParameterLocation.PATH).stream()
            .allMatch(parameter -> known.value(operation, parameter).isPresent());
  }

  /// Whether the credentials are real, or need not be.
  boolean knowsCredentials() {
    return operation.security().isEmpty()
        || credentials.isLeftOut()
        || operation.security().stream()
            .anyMatch(
                needs -> needs.stream().allMatch(need -> credentials.secret(need).isPresent()));
  }

  /// The media type in which bodies are sent: JSON before forms, multipart, XML and text.
  Optional<MediaTypeSpec> mediaType() {
    return mediaTypes().stream().findFirst();
  }

  /// Every media type in which bodies are sent, the one that is preferred first.
  List<MediaTypeSpec> mediaTypes() {
    return operation.body().map(RequestBody::content).orElseGet(List::of).stream()
        .filter(spec -> !spec.mediaType().isRange())
        .filter(spec -> rank(spec) <= MAX_RANK)
        .sorted(Comparator.comparingInt(Drafts::rank))
        .toList();
  }

  boolean hasSucceeded() {
    return known.hasSucceeded(operation);
  }

  /// Whether the provider took a body before.
  boolean wasTaken(MediaTypeSpec spec) {
    return known.body(operation, spec).filter(value -> keeps(spec, value)).isPresent();
  }

  /// A body that worked or that the contract shows; nothing when there is none that keeps the contract.
  Optional<JsonValue> knownBody(MediaTypeSpec spec) {
    return known
        .body(operation, spec)
        .filter(value -> keeps(spec, value))
        .or(
            () ->
                spec.examples().stream()
                    .map(DocumentedExample::value)
                    .filter(value -> keeps(spec, value))
                    .findFirst());
  }

  /// A body for a media type without a schema.
  Optional<JsonValue> plain(MediaTypeSpec spec) {
    return Optional.of(
        rank(spec) <= 2
            ? new JsonObject(Map.of("concordat", new JsonString("concordat")))
            : new JsonString("concordat"));
  }

  private static int rank(MediaTypeSpec spec) {
    if (spec.mediaType().isJson()) {
      return 0;
    }
    if (spec.mediaType().isForm()) {
      return 1;
    }
    if (spec.mediaType().isMultipart()) {
      return 2;
    }
    return spec.mediaType().isXml() ? 3 : spec.mediaType().isText() ? MAX_RANK : MAX_RANK + 1;
  }

  /// A made body.
  Optional<Body> body(String name, Size size) {
    if (bodies.size() > MAX_REMEMBERED) {
      bodies.clear();
    }
    return bodies.computeIfAbsent(size + name, key -> newBody(name, size));
  }

  private Optional<Body> newBody(String name, Size size) {
    return mediaType()
        .flatMap(
            spec ->
                spec.schema()
                    .flatMap(schema -> values.value(schema, path(name) + "/body", size))
                    .map(value -> new Body.Value(spec, value)));
  }

  /// The draft from which invalid requests are made: documented examples wherever there are any, so that nothing but the
  /// broken sentence is a reason to refuse it.
  Optional<RequestDraft> base(String name) {
    Optional<MediaTypeSpec> spec = mediaType();
    Optional<JsonValue> taken =
        spec.flatMap(s -> known.body(operation, s).filter(value -> keeps(s, value)));
    if (taken.isPresent()) {
      return Optional.of(
          draft(name, Size.MINIMAL, "").with(new Body.Value(spec.get(), taken.get())));
    }
    Optional<DocumentedExample> example =
        spec.flatMap(s -> s.examples().stream().filter(e -> keeps(s, e.value())).findFirst());
    RequestDraft draft = draft(name, Size.MINIMAL, example.map(DocumentedExample::name).orElse(""));
    if (operation.body().isEmpty()) {
      return Optional.of(draft);
    }
    Optional<Body> body =
        example.isPresent() && spec.isPresent()
            ? Optional.of(new Body.Value(spec.get(), example.get().value()))
            : body(name, Size.MINIMAL);
    return body.map(this::amended)
        .map(draft::with)
        .or(() -> operation.body().get().required() ? Optional.empty() : Optional.of(draft));
  }

  static boolean keeps(MediaTypeSpec spec, JsonValue value) {
    return spec.schema().map(schema -> schema.accepts(value, Direction.REQUEST)).orElse(true);
  }
}

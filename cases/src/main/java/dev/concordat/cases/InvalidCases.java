package dev.concordat.cases;

import dev.concordat.cases.CaseCollection.Title;
import dev.concordat.cases.RequestDraft.Body;
import dev.concordat.cases.broken.Breaking;
import dev.concordat.cases.value.Size;
import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.contracts.body.BodyEncoder;
import dev.concordat.contracts.body.BodyValue;
import dev.concordat.contracts.body.ContentParameters;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterDecoder;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The invalid requests of an operation: for each constraint one that breaks only it, and is still broken when the provider
/// has read it from the wire.
final class InvalidCases {
  private final Drafts drafts;
  private final HttpOperation operation;
  private final CaseCollection collection;
  private final ValueGenerator values;

  InvalidCases(Drafts drafts, CaseCollection collection, ValueGenerator values) {
    this.drafts = drafts;
    this.operation = drafts.operation();
    this.collection = collection;
    this.values = values;
  }

  void addAll() {
    for (Parameter parameter : operation.parameters()) {
      addAbsent(parameter);
      parameter.schema().ifPresent(schema -> addBroken(parameter, schema));
    }
    operation.body().ifPresent(this::addBodies);
  }

  private static boolean isOf(Breach breach, Parameter parameter) {
    return breach.pointer().equals(parameter.pointer());
  }

  private static String named(Parameter parameter) {
    String noun =
        parameter.in() == ParameterLocation.QUERY ? "query parameter" : parameter.in().word();
    return (parameter.in() == ParameterLocation.PATH ? "path parameter" : noun)
        + " "
        + parameter.name();
  }

  private void addAbsent(Parameter parameter) {
    if (!parameter.required() || parameter.in() == ParameterLocation.PATH) {
      return;
    }
    var title =
        new Title(
            "invalid/without-" + CaseCollection.slug(parameter.pointer()),
            "without the required " + named(parameter),
            "required: true",
            parameter.place());
    drafts
        .base(title.slug())
        .flatMap(base -> base.without(parameter).request())
        .filter(request -> collection.breaksOnly(request, breach -> isOf(breach, parameter)))
        .ifPresent(request -> collection.addInvalid(title, request));
  }

  private void addBroken(Parameter parameter, Schema schema) {
    String name = "invalid/" + CaseCollection.slug(parameter.pointer());
    Optional<RequestDraft> draft = drafts.base(name);
    Optional<JsonValue> base =
        draft
            .flatMap(d -> d.value(parameter))
            .or(() -> drafts.value(parameter, name, Size.MINIMAL, ""));
    if (draft.isEmpty() || base.isEmpty()) {
      return;
    }
    Function<JsonValue, Optional<HttpRequestMessage>> writer =
        value -> draft.get().with(parameter, value).request();
    Function<JsonValue, Optional<JsonValue>> wire =
        value -> writer.apply(value).flatMap(request -> decoded(parameter, request));
    for (Breaking breaking : Breaking.allOf(schema, base.get(), values, drafts.path(name), wire)) {
      add(
          title(name, named(parameter), breaking),
          breaking,
          (value, slug) -> drafts.renewed(draft.get().with(parameter, value), slug),
          breach -> isOf(breach, parameter));
    }
  }

  private Optional<JsonValue> decoded(Parameter parameter, HttpRequestMessage request) {
    return collection
        .pathValues(request)
        .map(path -> ContentParameters.decode(parameter, RequestFields.of(request, path)))
        .flatMap(
            decoded ->
                decoded instanceof ParameterDecoder.Decoded.Present present
                    ? Optional.of(present.value())
                    : Optional.empty());
  }

  /// What a case is called.
  ///
  /// @param holder what holds the broken value, for people; empty for a body
  private static Title title(String name, String holder, Breaking breaking) {
    String inner = breaking.pointer().isEmpty() ? "" : breaking.pointer().substring(1);
    String subject = holder.isEmpty() ? inner.isEmpty() ? "body" : inner : holder;
    String where = holder.isEmpty() || inner.isEmpty() ? subject : holder + " " + inner;
    String slug = CaseCollection.slug(inner + "-" + breaking.keyword());
    return new Title(
        name + "-" + slug,
        where + " " + breaking.what(),
        breaking.keyword() + ": " + breaking.expected(),
        breaking.sentence());
  }

  private void add(
      Title title,
      Breaking breaking,
      BiFunction<JsonValue, String, RequestDraft> drafter,
      Predicate<Breach> isMeant) {
    Optional<HttpRequestMessage> request =
        breaking
            .value()
            .flatMap(value -> drafter.apply(value, title.slug()).request())
            .filter(r -> collection.breaksOnly(r, isMeant));
    request.ifPresentOrElse(
        r -> collection.addInvalid(title, r),
        () -> collection.skip(title, "no value was found that breaks only this on the wire"));
  }

  private void addBodies(RequestBody body) {
    Optional<MediaTypeSpec> spec = drafts.mediaType();
    Optional<RequestDraft> draft = drafts.base("invalid/body");
    if (spec.isEmpty() || draft.isEmpty()) {
      collection.skip(
          new Title("invalid/body", "bodies that break the contract", "requestBody", body.place()),
          spec.isEmpty()
              ? "bodies of its media types are not made"
              : "no value was found that its body's schema accepts");
      return;
    }
    if (body.required()) {
      addRaw(
          "without-body",
          "without the required body",
          "required: true",
          body.place(),
          draft.get(),
          new Body.None());
    }
    if (draft.get().body() instanceof Body.Value(MediaTypeSpec own, JsonValue value)) {
      own.schema().ifPresent(schema -> addBrokenBody(own, schema, value, draft.get()));
      addMalformed(own, value, draft.get());
      addWrongMediaType(body, own, value, draft.get());
    }
  }

  private void addBrokenBody(
      MediaTypeSpec spec, Schema schema, JsonValue base, RequestDraft draft) {
    Function<JsonValue, Optional<JsonValue>> wire =
        value ->
            BodyEncoder.encode(spec, value)
                .flatMap(
                    encoded ->
                        MediaType.parse(encoded.contentType())
                            .map(type -> BodyValue.read(spec, type, List.of(), encoded.bytes())))
                .flatMap(
                    read ->
                        read instanceof BodyValue.Value got
                            ? Optional.of(got.value())
                            : Optional.empty());
    for (Breaking breaking :
        Breaking.allOf(schema, base, values, drafts.path("invalid/body"), wire)) {
      add(
          title("invalid/body", "", breaking),
          breaking,
          (value, slug) -> drafts.renewed(draft.with(new Body.Value(spec, value)), slug),
          breach -> breach.kind() == Breach.Kind.BAD_REQUEST_BODY);
    }
  }

  private void addMalformed(MediaTypeSpec spec, JsonValue value, RequestDraft draft) {
    if (spec.mediaType().isJson()) {
      String text = JsonText.compact(value);
      boolean hasEnd = value instanceof JsonObject || value instanceof JsonArray;
      addRaw(
          "malformed-json",
          "with a body that is not JSON",
          spec.mediaType().toString(),
          spec.place(),
          draft,
          new Body.Raw(
              spec.mediaType().toString(), hasEnd ? text.substring(0, text.length() - 1) : "{"));
    }
  }

  /// Only where the contract says what comes of it.
  private void addWrongMediaType(
      RequestBody body, MediaTypeSpec spec, JsonValue value, RequestDraft draft) {
    boolean isDocumented =
        operation.responses().stream()
            .map(ResponseSpec::status)
            .anyMatch(List.of("400", "415", "4XX", ResponseSpec.DEFAULT)::contains);
    Optional<String> other =
        Stream.of("text/plain", "application/xml", "application/json")
            .filter(type -> isUndocumented(body, type))
            .findFirst();
    if (isDocumented && other.isPresent()) {
      addRaw(
          "wrong-media-type",
          "with a body of the media type " + other.get(),
          spec.mediaType().toString(),
          spec.place(),
          draft,
          new Body.Raw(other.get(), text(spec, value)));
    }
  }

  private static String text(MediaTypeSpec spec, JsonValue value) {
    return BodyEncoder.encode(spec, value)
        .map(encoded -> encoded.bytes().utf8())
        .orElse("concordat");
  }

  private static boolean isUndocumented(RequestBody body, String type) {
    return MediaType.parse(type).flatMap(t -> MediaType.choose(body.content(), t)).isEmpty();
  }

  private void addRaw(
      String slug, String what, String reason, Place sentence, RequestDraft draft, Body raw) {
    var title = new Title("invalid/" + slug, what, reason, sentence);
    drafts
        .renewed(draft.with(raw), title.slug())
        .request()
        .filter(r -> collection.breaksOnly(r, b -> b.kind() == Breach.Kind.BAD_REQUEST_BODY))
        .ifPresent(request -> collection.addInvalid(title, request));
  }
}

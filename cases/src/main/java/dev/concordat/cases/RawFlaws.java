package dev.concordat.cases;

import dev.concordat.cases.RequestDraft.Body;
import dev.concordat.cases.broken.Breakable;
import dev.concordat.contracts.body.BodyEncoder;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Bodies that are not what their media type says, or of a media type that the contract does not have.
final class RawFlaws {
  private final Drafts drafts;
  private final WireReading reading;
  private final Breakable.Depth depth;

  RawFlaws(Drafts drafts, WireReading reading, Breakable.Depth depth) {
    this.drafts = drafts;
    this.reading = reading;
    this.depth = depth;
  }

  /// Adds them: a body that is missing comes first, the others last.
  void addTo(List<Deviant> all, RequestBody body) {
    if (body.required()) {
      var title =
          title("without-body", "without the required body", "required: true", sentence(body));
      all.addFirst(
          new Deviant(
              new Flaw("body", "required"),
              Outcome.REJECTED,
              () -> made(title, draft -> Optional.of(new Body.None()))));
    }
    Optional<RequestDraft> draft = drafts.base("invalid/body");
    if (draft.isPresent() && draft.get().body() instanceof Body.Value(MediaTypeSpec spec, var v)) {
      addMalformed(all, spec, v);
      addWrongMediaType(all, body, spec);
    }
  }

  private void addMalformed(List<Deviant> all, MediaTypeSpec spec, JsonValue value) {
    if (!spec.mediaType().isJson()) {
      return;
    }
    boolean hasEnd = value instanceof JsonObject || value instanceof JsonArray;
    add(
        all,
        spec,
        "malformed-json",
        "with a body that is not JSON",
        text -> hasEnd ? text.substring(0, text.length() - 1) : "{");
    switch (depth) {
      case PLAIN -> {
        // One malformed body is enough.
      }
      case THOROUGH -> {
        add(
            all,
            spec,
            "malformed-word",
            "with a body that is a word, not JSON",
            text -> "concordat");
        add(all, spec, "malformed-tail", "with text after its JSON", text -> text + " concordat");
      }
    }
  }

  private interface Damage {
    String to(String text);
  }

  private void add(List<Deviant> all, MediaTypeSpec spec, String slug, String what, Damage damage) {
    String type = spec.mediaType().toString();
    Title title = title(slug, what, type, new Sentence(spec.place(), spec.sourceLine()));
    all.add(
        new Deviant(
            new Flaw("body", "malformed"),
            Outcome.REJECTED,
            () ->
                made(
                    title,
                    value ->
                        Optional.of(
                            new Body.Raw(type, Bytes.utf8(damage.to(JsonText.compact(value))))))));
  }

  /// Only where the contract says what comes of it.
  private void addWrongMediaType(List<Deviant> all, RequestBody body, MediaTypeSpec spec) {
    boolean isDocumented =
        drafts.operation().responses().stream()
            .map(ResponseSpec::status)
            .anyMatch(List.of("400", "415", "4XX", ResponseSpec.DEFAULT)::contains);
    Optional<String> other =
        Stream.of("text/plain", "application/xml", "application/json")
            .filter(type -> isUndocumented(body, type))
            .findFirst();
    if (isDocumented && other.isPresent()) {
      Title title =
          title(
              "wrong-media-type",
              "with a body of the media type " + other.get(),
              spec.mediaType().toString(),
              new Sentence(spec.place(), spec.sourceLine()));
      all.add(
          new Deviant(
              new Flaw("header:Content-Type", "media-type"),
              Outcome.MEDIA_TYPE_REFUSED,
              () ->
                  made(title, value -> Optional.of(new Body.Raw(other.get(), text(spec, value))))));
    }
  }

  private static Bytes text(MediaTypeSpec spec, JsonValue value) {
    return BodyEncoder.encode(spec, value)
        .map(BodyEncoder.Encoded::bytes)
        .orElseGet(() -> Bytes.utf8("concordat"));
  }

  private static boolean isUndocumented(RequestBody body, String type) {
    return MediaType.parse(type).flatMap(t -> MediaType.choose(body.content(), t)).isEmpty();
  }

  private static Sentence sentence(RequestBody body) {
    return new Sentence(body.place(), body.sourceLine());
  }

  private static Title title(String slug, String what, String reason, Sentence sentence) {
    return new Title("invalid/" + slug, what, reason, sentence);
  }

  private interface Writer {
    Optional<Body> write(JsonValue value);
  }

  private Deviant.Made made(Title title, Writer writer) {
    return drafts
        .base("invalid/body")
        .flatMap(
            draft ->
                draft.body() instanceof Body.Value(MediaTypeSpec ignored, JsonValue value)
                    ? writer
                        .write(value)
                        .flatMap(b -> drafts.renewed(draft.with(b), title.slug()).request())
                    : writer
                        .write(JsonObject.EMPTY)
                        .flatMap(b -> drafts.renewed(draft.with(b), title.slug()).request()))
        .filter(r -> reading.breaksOnly(r, b -> b.kind() == Breach.Kind.BAD_REQUEST_BODY))
        .<Deviant.Made>map(request -> new Deviant.Request(title, request))
        .orElseGet(Deviant.Nothing::new);
  }
}

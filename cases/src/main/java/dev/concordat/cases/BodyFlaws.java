package dev.concordat.cases;

import dev.concordat.cases.RequestDraft.Body;
import dev.concordat.cases.broken.Alternative;
import dev.concordat.cases.broken.Breakable;
import dev.concordat.cases.broken.Breaking;
import dev.concordat.contracts.body.BodyEncoder;
import dev.concordat.contracts.body.BodyValue;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be wrong with the body of a request.
final class BodyFlaws {
  static final String NOT_FOUND = "no value was found that breaks only this on the wire";

  private final Drafts drafts;
  private final WireReading reading;
  private final Breakable.Depth depth;

  BodyFlaws(Drafts drafts, WireReading reading, Breakable.Depth depth) {
    this.drafts = drafts;
    this.reading = reading;
    this.depth = depth;
  }

  List<Deviant> all() {
    Optional<RequestBody> body = drafts.operation().body();
    if (body.isEmpty()) {
      return List.of();
    }
    Optional<MediaTypeSpec> spec = drafts.mediaType();
    Optional<RequestDraft> draft = drafts.base("invalid/body");
    if (spec.isEmpty() || draft.isEmpty()) {
      String reason =
          spec.isEmpty()
              ? "bodies of its media types are not made"
              : "no value was found that its body's schema accepts";
      var title =
          new Title(
              "invalid/body",
              "bodies that break the contract",
              "requestBody",
              new Sentence(body.get().place(), body.get().sourceLine()));
      return List.of(
          new Deviant(
              new Flaw("body", "schema"),
              Outcome.REJECTED,
              () -> new Deviant.Skipped(title, reason)));
    }
    var all = new ArrayList<Deviant>();
    if (draft.get().body() instanceof Body.Value(MediaTypeSpec own, JsonValue value)) {
      own.schema().ifPresent(schema -> all.addAll(broken(own, schema, value)));
    }
    new RawFlaws(drafts, reading, depth).addTo(all, body.get());
    return all;
  }

  private List<Deviant> broken(MediaTypeSpec spec, Schema schema, JsonValue base) {
    return Breakable.in(schema, base, drafts.values(), drafts.path("invalid/body"), depth).stream()
        .map(
            breakable ->
                new Deviant(
                    flaw("body:", breakable),
                    breakable.isForgivable() ? Outcome.ANSWERED : Outcome.REJECTED,
                    () -> made(spec, breakable)))
        .toList();
  }

  /// Everything that is wrong within one of several alternatives is one flaw.
  static Flaw flaw(String holder, Breakable breakable) {
    return breakable
        .inside()
        .map(all -> new Flaw(holder + all.pointer(), all.keyword()))
        .orElseGet(() -> new Flaw(holder + breakable.pointer(), breakable.keyword()));
  }

  private Deviant.Made made(MediaTypeSpec spec, Breakable breakable) {
    return breakable
        .breaking(value -> read(spec, value))
        .map(breaking -> made(spec, breaking, breakable))
        .orElseGet(Deviant.Nothing::new);
  }

  private Deviant.Made made(MediaTypeSpec spec, Breaking breaking, Breakable breakable) {
    Title title = title("invalid/body", "", breaking, breakable.way()).on(sentence(breakable));
    Optional<RequestDraft> draft = drafts.base("invalid/body");
    return breaking
        .value()
        .flatMap(
            value ->
                draft.flatMap(
                    d ->
                        drafts
                            .renewed(d.with(new Body.Value(spec, value)), title.slug())
                            .request()))
        .filter(r -> reading.breaksOnly(r, b -> b.kind() == Breach.Kind.BAD_REQUEST_BODY))
        .<Deviant.Made>map(request -> new Deviant.Request(title, request))
        .orElseGet(() -> new Deviant.Skipped(title, NOT_FOUND));
  }

  private Optional<Sentence> sentence(Breakable breakable) {
    return switch (depth) {
      case PLAIN -> Optional.empty();
      case THOROUGH -> breakable.inside().map(Alternative::sentence);
    };
  }

  private static Optional<JsonValue> read(MediaTypeSpec spec, JsonValue value) {
    return BodyEncoder.encode(spec, value)
        .flatMap(
            encoded ->
                MediaType.parse(encoded.contentType())
                    .map(type -> BodyValue.read(spec, type, List.of(), encoded.bytes())))
        .flatMap(
            read ->
                read instanceof BodyValue.Value got ? Optional.of(got.value()) : Optional.empty());
  }

  /// What a case is called.
  ///
  /// @param holder what holds the broken value, for people; empty for a body
  static Title title(String name, String holder, Breaking breaking, String way) {
    String inner = breaking.pointer().isEmpty() ? "" : breaking.pointer().substring(1);
    String subject = holder.isEmpty() ? inner.isEmpty() ? "body" : inner : holder;
    String where = holder.isEmpty() || inner.isEmpty() ? subject : holder + " " + inner;
    String slug = Title.slug(inner + "-" + breaking.keyword() + (way.isEmpty() ? "" : "-" + way));
    return new Title(
        name + "-" + slug,
        where + " " + breaking.what(),
        breaking.keyword() + ": " + breaking.expected(),
        breaking.sentence());
  }
}

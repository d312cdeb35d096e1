package dev.concordat.cases;

import dev.concordat.cases.broken.Breakable;
import dev.concordat.cases.broken.Breaking;
import dev.concordat.cases.value.Size;
import dev.concordat.contracts.body.ContentParameters;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterDecoder;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What can be wrong with the parameters of a request.
final class ParameterFlaws {
  private final Drafts drafts;
  private final WireReading reading;
  private final Breakable.Depth depth;

  ParameterFlaws(Drafts drafts, WireReading reading, Breakable.Depth depth) {
    this.drafts = drafts;
    this.reading = reading;
    this.depth = depth;
  }

  List<Deviant> all() {
    var all = new ArrayList<Deviant>();
    for (Parameter parameter : drafts.operation().parameters()) {
      if (parameter.isOfTransport()) {
        continue;
      }
      if (parameter.required() && parameter.in() != ParameterLocation.PATH) {
        all.add(
            new Deviant(
                new Flaw(parameter.pointer(), "required"),
                Outcome.REJECTED,
                () -> absent(parameter)));
      }
      parameter.schema().ifPresent(schema -> all.addAll(broken(parameter, schema)));
    }
    return all;
  }

  private static boolean isOf(Breach breach, Parameter parameter) {
    return breach.pointer().equals(parameter.pointer());
  }

  static String named(Parameter parameter) {
    String noun =
        parameter.in() == ParameterLocation.QUERY ? "query parameter" : parameter.in().word();
    return (parameter.in() == ParameterLocation.PATH ? "path parameter" : noun)
        + " "
        + parameter.name();
  }

  private Deviant.Made absent(Parameter parameter) {
    var title =
        new Title(
            "invalid/without-" + Title.slug(parameter.pointer()),
            "without the required " + named(parameter),
            "required: true",
            new Sentence(parameter.place(), parameter.sourceLine()));
    return drafts
        .base(title.slug())
        .flatMap(base -> base.without(parameter).request())
        .filter(request -> reading.breaksOnly(request, breach -> isOf(breach, parameter)))
        .<Deviant.Made>map(request -> new Deviant.Request(title, request))
        .orElseGet(Deviant.Nothing::new);
  }

  private List<Deviant> broken(Parameter parameter, Schema schema) {
    String name = "invalid/" + Title.slug(parameter.pointer());
    Optional<RequestDraft> draft = drafts.base(name);
    Optional<JsonValue> base =
        draft
            .flatMap(d -> d.value(parameter))
            .or(() -> drafts.value(parameter, name, Size.MINIMAL, ""));
    if (draft.isEmpty() || base.isEmpty()) {
      return List.of();
    }
    return Breakable.in(schema, base.get(), drafts.values(), drafts.path(name), depth).stream()
        .map(
            breakable ->
                new Deviant(
                    flaw(parameter, breakable),
                    isForgivable(breakable) ? Outcome.ANSWERED : Outcome.REJECTED,
                    () -> made(parameter, name, breakable)))
        .toList();
  }

  /// An object in a parameter is read as a whole or not at all, so all that is wrong with its members is one flaw.
  private static Flaw flaw(Parameter parameter, Breakable breakable) {
    return isOfObject(breakable)
        ? new Flaw(parameter.pointer(), "schema")
        : BodyFlaws.flaw(parameter.pointer(), breakable);
  }

  private static boolean isOfObject(Breakable breakable) {
    String pointer = breakable.pointer();
    return !pointer.isEmpty() && !pointer.matches("(/\\d+)+");
  }

  /// Text that is too short may be empty, and what is empty on the wire counts as absent for many.
  private boolean isForgivable(Breakable breakable) {
    boolean isEmpty =
        switch (depth) {
          case PLAIN -> false;
          case THOROUGH -> breakable.keyword().equals("minLength");
        };
    return isEmpty || breakable.isForgivable();
  }

  private Deviant.Made made(Parameter parameter, String name, Breakable breakable) {
    Optional<RequestDraft> draft = drafts.base(name);
    if (draft.isEmpty()) {
      return new Deviant.Nothing();
    }
    Function<JsonValue, Optional<JsonValue>> wire =
        value ->
            draft
                .get()
                .with(parameter, value)
                .request()
                .flatMap(request -> decoded(parameter, request));
    return breakable
        .breaking(wire)
        .map(breaking -> made(parameter, name, breaking, breakable, draft.get()))
        .orElseGet(Deviant.Nothing::new);
  }

  private Deviant.Made made(
      Parameter parameter,
      String name,
      Breaking breaking,
      Breakable breakable,
      RequestDraft draft) {
    Title title =
        BodyFlaws.title(name, named(parameter), breaking, breakable.way())
            .on(
                depth == Breakable.Depth.THOROUGH && isOfObject(breakable)
                    ? Optional.of(new Sentence(parameter.place(), parameter.sourceLine()))
                    : Optional.empty());
    return breaking
        .value()
        .flatMap(value -> drafts.renewed(draft.with(parameter, value), title.slug()).request())
        .filter(request -> reading.breaksOnly(request, breach -> isOf(breach, parameter)))
        .<Deviant.Made>map(request -> new Deviant.Request(title, request))
        .orElseGet(() -> new Deviant.Skipped(title, BodyFlaws.NOT_FOUND));
  }

  private Optional<JsonValue> decoded(Parameter parameter, HttpRequestMessage request) {
    return reading
        .pathValues(request)
        .map(path -> ContentParameters.decode(parameter, RequestFields.of(request, path)))
        .flatMap(
            decoded ->
                decoded instanceof ParameterDecoder.Decoded.Present present
                    ? Optional.of(present.value())
                    : Optional.empty());
  }
}

package dev.concordat.cases;

import dev.concordat.cases.RequestDraft.Body;
import dev.concordat.cases.shape.RequestShape;
import dev.concordat.cases.value.Size;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The requests of one operation that keep the contract: rows in which every two choices meet, then rows until every unusual
/// value was used. Each is made when it is asked for.
final class Positives implements Iterator<OperationCase> {
  /// After so many rows come the requests in unusual forms.
  private static final int ODD_AFTER = 6;

  private final Drafts drafts;
  private final WireReading reading;
  private final CaseIds ids;
  private final Consumer<String> skipped;
  private final List<MediaTypeSpec> mediaTypes;
  private @Nullable Rows rows;
  private Iterator<OperationCase> odd = List.<OperationCase>of().iterator();
  private int given;
  private Optional<OperationCase> next = Optional.empty();

  Positives(Drafts drafts, WireReading reading, CaseIds ids, Consumer<String> skipped) {
    this.drafts = drafts;
    this.reading = reading;
    this.ids = ids;
    this.skipped = skipped;
    this.mediaTypes = drafts.mediaTypes();
  }

  /// What is open, and what of it is still to come.
  private static final class Rows {
    private final RequestShape shape;
    private final List<int[]> pairs;
    private int taken;

    Rows(RequestShape shape) {
      this.shape = shape;
      this.pairs = shape.rows();
    }

    Optional<int[]> next() {
      int number = taken++;
      return number < pairs.size()
          ? Optional.of(pairs.get(number))
          : shape.sweep(number - pairs.size());
    }
  }

  @Override
  public boolean hasNext() {
    Rows open = rows;
    if (open == null) {
      open = new Rows(shape());
      rows = open;
    }
    if (given == ODD_AFTER && next.isEmpty()) {
      given++;
      odd = new OddForms(drafts, reading, ids).all().iterator();
    }
    if (odd.hasNext() && next.isEmpty()) {
      next = Optional.of(odd.next());
    }
    while (next.isEmpty()) {
      Optional<int[]> row = open.next();
      if (row.isEmpty() && given < ODD_AFTER) {
        given = ODD_AFTER;
        return hasNext();
      }
      if (row.isEmpty()) {
        return false;
      }
      next = made(open.shape, row.get(), open.taken);
    }
    return true;
  }

  @Override
  public OperationCase next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    OperationCase now = next.orElseThrow();
    given++;
    next = Optional.empty();
    return now;
  }

  /// What a path names must exist, so it does not vary.
  private RequestShape shape() {
    var shape = new RequestShape(drafts.values(), drafts.path("valid"));
    for (Parameter parameter : drafts.operation().parameters()) {
      Optional<Schema> schema = parameter.schema();
      if (parameter.in() == ParameterLocation.PATH || schema.isEmpty()) {
        shape.fix(Optional.empty());
      } else {
        shape.open(
            parameter.pointer(),
            schema.get(),
            drafts.value(parameter, "valid", Size.MINIMAL, ""),
            parameter.required(),
            value -> isSendable(parameter, value));
      }
    }
    if (!mediaTypes.isEmpty()) {
      shape.openOneOf(
          "body",
          mediaTypes.stream().map(this::option).toList(),
          drafts.operation().body().map(RequestBody::required).orElse(false));
    }
    return shape;
  }

  private boolean isSendable(Parameter parameter, JsonValue value) {
    return drafts
        .draft("valid", Size.MINIMAL, "")
        .with(parameter, value)
        .request()
        .filter(request -> reading.keeps(request, parameter))
        .isPresent();
  }

  private RequestShape.Option option(MediaTypeSpec spec) {
    Optional<JsonValue> known = drafts.knownBody(spec);
    return new RequestShape.Option(
        spec.equals(mediaTypes.getFirst()) ? "" : "as " + spec.mediaType(),
        spec.schema().stream().toList(),
        known.or(() -> spec.schema().isEmpty() ? drafts.plain(spec) : Optional.empty()));
  }

  /// The row as a request. Where conditions between members forbid it, the nearest row that keeps them.
  private Optional<OperationCase> made(RequestShape shape, int[] row, int number) {
    Attempt wanted = attempt(shape, row, number);
    Attempt best = wanted;
    for (int[] plainer : best.isValid() ? List.<int[]>of() : shape.plainer(row)) {
      Attempt attempt = attempt(shape, plainer, number);
      if (attempt.isValid()) {
        best = attempt;
        break;
      }
    }
    if (!best.isValid()) {
      skipped.accept(wanted.title().what() + ": " + wanted.invalid().orElseThrow());
      return Optional.empty();
    }
    shape.commit(best.filled());
    return ids.add(best.title(), best.request().orElseThrow(), Outcome.ANSWERED, Optional.empty());
  }

  private record Attempt(
      RequestShape.Filled filled,
      Title title,
      Optional<HttpRequestMessage> request,
      Optional<String> invalid) {
    boolean isValid() {
      return request.isPresent() && invalid.isEmpty();
    }
  }

  private Attempt attempt(RequestShape shape, int[] levels, int number) {
    RequestShape.Filled row = shape.fill(levels);
    String words = row.words();
    var title =
        new Title(
            "valid/" + number,
            words.isEmpty() ? "a valid request" : "a valid request, " + words,
            "every two choices of the contract together",
            new Sentence(drafts.operation().place(), drafts.operation().sourceLine()));
    Optional<HttpRequestMessage> request = draft(row, title).request();
    Optional<String> invalid =
        request
            .map(reading::invalid)
            .orElseGet(
                () ->
                    Optional.of(
                        "a value cannot be written in the style of its parameter or media type"));
    return new Attempt(row, title, request, invalid);
  }

  private RequestDraft draft(RequestShape.Filled row, Title title) {
    List<Parameter> parameters = drafts.operation().parameters();
    RequestDraft draft = drafts.draft(title.slug(), Size.MINIMAL, "");
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      boolean isOpen = parameter.in() != ParameterLocation.PATH && parameter.schema().isPresent();
      Optional<JsonValue> value = row.values().get(i);
      if (isOpen) {
        draft = value.isPresent() ? draft.with(parameter, value.get()) : draft.without(parameter);
      }
    }
    if (row.values().size() > parameters.size()) {
      Optional<JsonValue> body = row.values().getLast();
      int option = row.options().getLast();
      if (body.isPresent() && option < mediaTypes.size()) {
        draft =
            draft.with(
                drafts.amended(new Body.Value(mediaTypes.get(Math.max(0, option)), body.get())));
      }
    }
    return drafts.renewed(draft, title.slug());
  }
}

package dev.concordat.cases;

import dev.concordat.cases.RequestDraft.Body;
import dev.concordat.cases.shape.Texts;
import dev.concordat.cases.value.Size;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Valid requests that differ in the length of one text only, the shortest first.
///
/// @param pointer the text's place: `body:/text`, `query:q`
/// @param sizes the length of the text in each case, in characters
/// @param cases at least three
public record Growing(String pointer, List<Integer> sizes, List<OperationCase> cases) {
  /// From one size to the next the text grows by this factor.
  public static final int FACTOR = 8;

  private static final List<Integer> SIZES = List.of(32, 256, 2_048, 16_384);
  private static final int LEAST_SIZES = 3;

  /// Texts whose growth is looked at, of one operation.
  private static final int MAX_PLACES = 4;

  public Growing {
    sizes = List.copyOf(sizes);
    cases = List.copyOf(cases);
  }

  static List<Growing> of(Drafts drafts, WireReading reading) {
    var all = new ArrayList<Growing>();
    Optional<RequestDraft> base = drafts.base("growing");
    if (base.isEmpty()) {
      return all;
    }
    for (Parameter parameter : drafts.operation().parameters()) {
      if (parameter.in() == ParameterLocation.QUERY && all.size() < MAX_PLACES) {
        parameter
            .schema()
            .flatMap(
                schema ->
                    grown(
                        drafts,
                        reading,
                        parameter.pointer(),
                        text -> base.get().with(parameter, text)))
            .ifPresent(all::add);
      }
    }
    if (base.get().body() instanceof Body.Value(MediaTypeSpec spec, JsonValue whole)) {
      JsonValue full =
          drafts
              .body("growing", Size.FULL)
              .flatMap(
                  body ->
                      body instanceof Body.Value(MediaTypeSpec ignored, JsonValue value)
                          ? Optional.of(value)
                          : Optional.empty())
              .orElse(whole);
      for (List<String> tokens : Texts.texts(full)) {
        if (all.size() < MAX_PLACES) {
          grown(
                  drafts,
                  reading,
                  "body:/" + String.join("/", tokens),
                  text -> base.get().with(new Body.Value(spec, Texts.with(whole, tokens, text))))
              .ifPresent(all::add);
        }
      }
    }
    return all;
  }

  private interface Writer {
    RequestDraft write(JsonString text);
  }

  private static Optional<Growing> grown(
      Drafts drafts, WireReading reading, String pointer, Writer writer) {
    var sizes = new ArrayList<Integer>();
    var cases = new ArrayList<OperationCase>();
    for (int size : SIZES) {
      var text = new JsonString("growing ".repeat(size / 8));
      String slug = "growing/" + Title.slug(pointer) + "-" + size;
      Optional<HttpRequestMessage> request =
          drafts
              .renewed(writer.write(text), slug)
              .request()
              .filter(r -> reading.invalid(r).isEmpty());
      if (request.isPresent()) {
        sizes.add(size);
        cases.add(
            new OperationCase(
                Title.slug(drafts.operation().id()) + "/" + slug,
                drafts.operation(),
                request.get(),
                Outcome.ANSWERED,
                pointer + " with " + size + " characters",
                "any text of this length is allowed",
                Optional.of(
                    new Sentence(drafts.operation().place(), drafts.operation().sourceLine())),
                Optional.empty()));
      }
    }
    return cases.size() < LEAST_SIZES
        ? Optional.empty()
        : Optional.of(new Growing(pointer, sizes, cases));
  }
}

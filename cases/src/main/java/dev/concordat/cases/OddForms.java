package dev.concordat.cases;

import dev.concordat.cases.RequestDraft.Body;
import dev.concordat.cases.value.Size;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Valid requests in unusual forms: names in paths that programs stumble over, media types that are spelled otherwise but are
/// the same (RFC 9110 section 8.3.1).
final class OddForms {
  private static final List<String> ODD_NAMES =
      List.of("O'Neil", "a b", "100%", "a/b", "ä😀", "x".repeat(300), "..%2f", "null", "a;b=c?d#e");

  private final Drafts drafts;
  private final WireReading reading;
  private final CaseIds ids;

  OddForms(Drafts drafts, WireReading reading, CaseIds ids) {
    this.drafts = drafts;
    this.reading = reading;
    this.ids = ids;
  }

  List<OperationCase> all() {
    var all = new ArrayList<OperationCase>();
    addMediaTypes(all);
    addAccepts(all);
    addPaths(all);
    return all;
  }

  private void addPaths(List<OperationCase> all) {
    for (Parameter parameter : drafts.operation().parameters(ParameterLocation.PATH)) {
      for (int i = 0; i < ODD_NAMES.size(); i++) {
        String name = ODD_NAMES.get(i);
        var title =
            new Title(
                "valid/" + Title.slug(parameter.pointer()) + "-odd-" + (i + 1),
                "a valid request, " + ParameterFlaws.named(parameter) + " unusual",
                "any text is allowed",
                new Sentence(parameter.place(), parameter.sourceLine()));
        drafts
            .draft(title.slug(), Size.MINIMAL, "")
            .with(drafts.base(title.slug()).map(RequestDraft::body).orElseGet(Body.None::new))
            .with(parameter, new JsonString(name))
            .request()
            .filter(request -> reading.invalid(request).isEmpty())
            .flatMap(request -> ids.add(title, request, Outcome.ANSWERED, Optional.empty()))
            .ifPresent(all::add);
      }
    }
  }

  /// Only of a body that was taken before: then nothing but its media type can be a reason to refuse it.
  private void addMediaTypes(List<OperationCase> all) {
    Optional<MediaTypeSpec> spec = drafts.mediaType().filter(s -> s.mediaType().isJson());
    if (spec.isEmpty() || !drafts.wasTaken(spec.get())) {
      return;
    }
    add(all, spec.get(), "capitals", "in other capitals", OddForms::capitals);
    add(all, spec.get(), "charset", "with a charset", type -> type + "; charset=utf-8");
  }

  /// Only where a success is known, so that nothing but what the client takes can be a reason to refuse it.
  private void addAccepts(List<OperationCase> all) {
    Optional<MediaTypeSpec> answered =
        drafts.operation().responses().stream()
            .filter(response -> response.status().startsWith("2"))
            .flatMap(response -> response.content().stream())
            .filter(spec -> !spec.mediaType().isRange())
            .findFirst();
    if (answered.isEmpty() || !drafts.hasSucceeded() || !drafts.pathLeadsSomewhere()) {
      return;
    }
    String type = answered.get().mediaType().essence();
    String range = type.substring(0, type.indexOf('/')) + "/*";
    for (String accept : List.of("text/x-none, " + type + ";q=0.5", range, "*/*;q=0.1")) {
      var title =
          new Title(
              "valid/accept-" + Title.slug(accept),
              "a valid request that takes " + accept,
              "RFC 9110 section 12.5.1: the documented media type is among what is taken",
              new Sentence(answered.get().place(), answered.get().sourceLine()));
      drafts
          .base(title.slug())
          .map(draft -> drafts.renewed(draft, title.slug()))
          .flatMap(RequestDraft::request)
          .filter(request -> reading.invalid(request).isEmpty())
          .map(request -> ProtocolFlaws.accepting(request, accept))
          .flatMap(request -> ids.add(title, request, Outcome.ACCEPTED, Optional.empty()))
          .ifPresent(all::add);
    }
  }

  private static String capitals(String type) {
    return type.substring(0, 1).toUpperCase(Locale.ROOT)
        + type.substring(1).replace("json", "JSON");
  }

  private void add(
      List<OperationCase> all,
      MediaTypeSpec spec,
      String slug,
      String what,
      UnaryOperator<String> change) {
    var title =
        new Title(
            "valid/media-type-" + slug,
            "a valid request, its media type written " + what,
            "RFC 9110 section 8.3.1: media types are compared without case",
            new Sentence(spec.place(), spec.sourceLine()));
    drafts
        .base(title.slug())
        .map(draft -> drafts.renewed(draft, title.slug()))
        .flatMap(RequestDraft::request)
        .map(request -> withType(request, change))
        .filter(request -> reading.invalid(request).isEmpty())
        .flatMap(request -> ids.add(title, request, Outcome.ACCEPTED, Optional.empty()))
        .ifPresent(all::add);
  }

  private static HttpRequestMessage withType(
      HttpRequestMessage request, UnaryOperator<String> change) {
    return new HttpRequestMessage(
        request.method(),
        request.target(),
        request.headers().stream()
            .map(
                header ->
                    header.name().equalsIgnoreCase("Content-Type")
                        ? new Header(header.name(), change.apply(header.value()))
                        : header)
            .toList(),
        request.body());
  }
}

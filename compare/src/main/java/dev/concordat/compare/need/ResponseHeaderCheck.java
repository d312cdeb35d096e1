package dev.concordat.compare.need;

import dev.concordat.compare.need.Findings.Draft;
import dev.concordat.contracts.body.ContentParameters;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterDecoder.Decoded;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.AgreeNeedRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.matching.DocumentPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether the provider sends the headers that the consumer needs.
final class ResponseHeaderCheck {
  private static final String CONTENT_TYPE = "content-type";

  private final HttpFindings findings;
  private final ResponseSpec spec;
  private final NeededResponse needed;

  ResponseHeaderCheck(HttpFindings findings, ResponseSpec spec, NeededResponse needed) {
    this.findings = findings;
    this.spec = spec;
    this.needed = needed;
  }

  /// Whether bodies of the type that is needed can come
  boolean check() {
    boolean isRightType = contentType();
    for (Header header : needed.headers()) {
      if (!header.name().equalsIgnoreCase(CONTENT_TYPE)) {
        header(header);
      }
    }
    return isRightType;
  }

  private boolean contentType() {
    Optional<String> stated = Headers.first(needed.headers(), CONTENT_TYPE);
    if (stated.isEmpty()) {
      return true;
    }
    if (spec.content().isEmpty()) {
      add(
          "Content-Type",
          "the header 'Content-Type' is needed, and no body is documented",
          "response.content-type.unknown");
      return true;
    }
    Optional<MediaType> type = MediaType.parse(stated.get());
    boolean isDocumented =
        type.isEmpty()
            || isByRule(CONTENT_TYPE)
            || MediaTypes.meant(spec.content(), type.get()).isPresent();
    if (!isDocumented) {
      String other = spec.content().getFirst().mediaType().toString();
      String message =
          "a body of type "
              + stated.get()
              + " is needed, and only "
              + ResponseCheck.listed(spec.content())
              + " is documented";
      findings.add(
          Draft.of(
                  AgreeRules.NOTHING_IN_COMMON,
                  Impact.BREAKS,
                  Part.RESPONSE_HEADER,
                  detail("Content-Type"),
                  message)
              .named("Content-Type")
              .against(sentence())
              .shown(
                  findings.untaken(
                      new HttpResponseMessage(
                          needed.status(), List.of(new Header("Content-Type", other)), Bytes.EMPTY),
                      "expected Content-Type " + stated.get() + " but was " + other))
              .alias(PactflowCodes.error("response.content-type.incompatible")));
    }
    return isDocumented;
  }

  private boolean isByRule(String name) {
    return needed
        .headerRules()
        .exact(DocumentPath.ROOT.field(name.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  private Sentence sentence() {
    return new Sentence(spec.place(), spec.sourceLine());
  }

  private String detail(String name) {
    return spec.status() + " " + name;
  }

  private void header(Header header) {
    Optional<Parameter> documented =
        spec.headers().stream()
            .filter(parameter -> parameter.name().equalsIgnoreCase(header.name()))
            .findFirst();
    if (documented.isPresent()) {
      documented(header, documented.get());
    } else if (StandardHeaders.isOfResponse(header.name())) {
      add(
          header.name(),
          "the header '" + header.name() + "' is needed and not documented",
          "response.header.undefined");
    } else {
      String message = "the header '" + header.name() + "' is needed and not documented";
      findings.add(
          Draft.of(
                  AgreeRules.NOTHING_IN_COMMON,
                  Impact.BREAKS,
                  Part.RESPONSE_HEADER,
                  detail(header.name()),
                  message)
              .named(header.name())
              .against(sentence())
              .shown(without(header))
              .alias(PactflowCodes.error("response.header.unknown")));
    }
  }

  private Evidence without(Header header) {
    return findings.untaken(
        new HttpResponseMessage(needed.status(), List.of(), Bytes.EMPTY),
        "expected the header '" + header.name() + "' but it was absent");
  }

  private void documented(Header header, Parameter documented) {
    Optional<String> objection = objection(header, documented);
    if (objection.isPresent()) {
      boolean isByRule = isByRule(header.name());
      findings.add(
          Draft.of(
                  isByRule ? AgreeRules.RESPONSE_HEADER_UNEXPECTED : AgreeRules.NOTHING_IN_COMMON,
                  isByRule ? Impact.RISKY : Impact.BREAKS,
                  Part.RESPONSE_HEADER,
                  detail(documented.name()),
                  "the header '" + header.name() + "' is needed like this: " + objection.get())
              .named(header.name())
              .against(new Sentence(documented.place(), documented.sourceLine()))
              .shown(without(header))
              .alias(PactflowCodes.error("response.header.incompatible")));
    } else if (!documented.required()) {
      findings.add(
          Draft.of(
                  AgreeRules.RESPONSE_HEADER_UNEXPECTED,
                  Impact.RISKY,
                  Part.RESPONSE_HEADER,
                  detail(documented.name()),
                  "the header '" + header.name() + "' is needed and may be absent")
              .named(header.name())
              .against(new Sentence(documented.place(), documented.sourceLine()))
              .shown(without(header)));
    }
  }

  private static Optional<String> objection(Header header, Parameter documented) {
    return switch (ContentParameters.decode(documented, RequestFields.ofHeaders(List.of(header)))) {
      case Decoded.Absent() -> Optional.empty();
      case Decoded.Unreadable(String reason, String ignored) -> Optional.of(reason);
      case Decoded.Present(var value, String ignored) ->
          documented
              .schema()
              .flatMap(schema -> schema.validate(value).stream().findFirst())
              .map(Violation::message);
    };
  }

  private void add(String name, String message, String code) {
    findings.add(
        Draft.of(AgreeNeedRules.UNSPOKEN, Impact.RISKY, Part.RESPONSE_HEADER, detail(name), message)
            .named(name)
            .against(sentence())
            .alias(PactflowCodes.warning(code)));
  }
}

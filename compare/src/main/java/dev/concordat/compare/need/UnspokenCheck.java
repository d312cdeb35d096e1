package dev.concordat.compare.need;

import dev.concordat.compare.need.Findings.Draft;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.ParameterStyle;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.AgreeNeedRules;
import dev.concordat.model.finding.AgreeRules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What of a request the provider's contract does not speak of.
final class UnspokenCheck {
  private final HttpFindings findings;
  private final HttpOperation operation;
  private final HttpRequestMessage message;

  UnspokenCheck(HttpFindings findings, HttpOperation operation) {
    this.findings = findings;
    this.operation = operation;
    this.message = findings.need().request().message();
  }

  void check() {
    accept();
    contentType();
    if (!findings.need().expectsRefusal()) {
      headers();
      query();
      body();
    }
  }

  private void accept() {
    String accept = message.header("accept").orElse("");
    List<MediaTypeSpec> all =
        operation.responses().stream().flatMap(one -> one.content().stream()).toList();
    if (accept.isBlank()) {
      return;
    }
    if (all.isEmpty()) {
      add(
          Part.REQUEST_HEADER,
          "Accept",
          "the header 'Accept' asks for " + accept + ", and no answer is documented to have a body",
          PactflowCodes.warning("request.accept.unknown"));
    } else if (hasBody() && !MediaTypes.isAcceptable(accept, all)) {
      String why =
          "the header 'Accept' asks for " + accept + ", and no answer is documented to be that";
      findings.add(
          Draft.of(AgreeRules.PARAMETER_REFUSED, Impact.BREAKS, Part.REQUEST_HEADER, "Accept", why)
              .named("Accept")
              .shown(findings.refused(message, why + " (406 Not Acceptable)"))
              .against(HttpFindings.sentence(operation))
              .alias(PactflowCodes.error("request.accept.incompatible")));
    }
  }

  /// Whether the answer that is needed is documented to have a body.
  private boolean hasBody() {
    return findings
        .need()
        .response()
        .flatMap(response -> operation.response(response.status()))
        .filter(spec -> !spec.content().isEmpty())
        .isPresent();
  }

  private void contentType() {
    boolean isStated = message.header("content-type").isPresent();
    boolean isDocumented = operation.body().filter(body -> !body.content().isEmpty()).isPresent();
    if (isStated && !isDocumented) {
      add(
          Part.REQUEST_HEADER,
          "Content-Type",
          "the header 'Content-Type' is sent, and no body is documented",
          PactflowCodes.warning("request.content-type.unknown"));
    } else if (!isStated && isDocumented && message.body().size() > 0) {
      add(
          Part.REQUEST_HEADER,
          "Content-Type",
          "the request does not say what its body is, and the provider asks for "
              + ResponseCheck.listed(operation.body().get().content()),
          PactflowCodes.warning("request.content-type.missing"));
    }
  }

  private void headers() {
    for (Header header : message.headers()) {
      String name = header.name();
      boolean isKnown =
          StandardHeaders.isOfRequest(name)
              || operation.parameters(ParameterLocation.HEADER).stream()
                  .anyMatch(parameter -> parameter.name().equalsIgnoreCase(name))
              || CredentialCheck.isCarrier(operation, ParameterLocation.HEADER, name);
      if (!isKnown) {
        add(
            Part.REQUEST_HEADER,
            name,
            "the header '" + name + "' is not documented",
            PactflowCodes.warning("request.header.unknown"));
      }
    }
  }

  private void query() {
    boolean isWhole = !operation.parameters(ParameterLocation.QUERYSTRING).isEmpty();
    Set<String> unknown = new LinkedHashSet<>();
    for (RequestFields.Field field : RequestFields.of(message, Map.of()).query()) {
      boolean isKnown =
          isWhole
              || operation.parameters(ParameterLocation.QUERY).stream()
                  .anyMatch(parameter -> speaksOf(parameter, field.name()))
              || CredentialCheck.isCarrier(operation, ParameterLocation.QUERY, field.name());
      if (!isKnown) {
        unknown.add(top(field.name()));
      }
    }
    unknown.forEach(
        name ->
            add(
                Part.QUERY_PARAMETER,
                name,
                "the query parameter '" + name + "' is not documented",
                PactflowCodes.warning("request.query.unknown")));
  }

  private static boolean speaksOf(Parameter parameter, String name) {
    boolean isMember =
        parameter.explode()
            && parameter.style() == ParameterStyle.FORM
            && parameter
                .schema()
                .filter(schema -> ProviderPlaces.names(schema).contains(name))
                .isPresent();
    return parameter.name().equals(name)
        || top(name).equals(parameter.name())
        || (parameter.name() + "[]").equals(name)
        || isMember;
  }

  /// `filter` of `filter[state]`.
  private static String top(String name) {
    int bracket = name.indexOf('[');
    return bracket > 0 ? name.substring(0, bracket) : name;
  }

  private void body() {
    if (message.body().size() > 0 && operation.body().isEmpty()) {
      add(
          Part.REQUEST_BODY,
          message.header("content-type").map(MediaTypes::essence).orElse(""),
          "a body is sent, and none is documented",
          PactflowCodes.warning("request.body.unknown"));
    }
  }

  private void add(Part part, String name, String message, List<Alias> aliases) {
    findings.add(
        Draft.of(AgreeNeedRules.UNSPOKEN, Impact.RISKY, part, name, message)
            .named(part == Part.REQUEST_BODY ? "" : name)
            .against(HttpFindings.sentence(operation))
            .alias(aliases));
  }
}

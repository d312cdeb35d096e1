package dev.concordat.compare.need;

import dev.concordat.compare.need.Findings.Draft;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.http.SecurityKind;
import dev.concordat.contracts.http.SecurityNeed;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.AgreeNeedRules;
import dev.concordat.model.finding.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Whether the consumer sends the credentials that the provider asks for.
final class CredentialCheck {
  private CredentialCheck() {}

  static void check(HttpFindings findings, HttpOperation operation, HttpRequestMessage sent) {
    HttpNeed need = findings.need();
    boolean isSatisfied =
        operation.security().isEmpty()
            || operation.security().stream()
                .anyMatch(all -> all.stream().allMatch(one -> isSent(one, sent)));
    if (isSatisfied || need.expectsRefusal() || !need.request().isWhole()) {
      return;
    }
    Map<String, SecurityNeed> missing = new LinkedHashMap<>();
    for (List<SecurityNeed> all : operation.security()) {
      for (SecurityNeed one : all) {
        if (!isSent(one, sent)) {
          missing.putIfAbsent(one.scheme(), one);
        }
      }
    }
    missing.values().forEach(one -> add(findings, one, sent));
  }

  private static void add(HttpFindings findings, SecurityNeed missing, HttpRequestMessage sent) {
    String message = "the request has no credential '" + missing.scheme() + "'" + where(missing);
    findings.add(
        Draft.of(
                AgreeNeedRules.CREDENTIAL_MISSING,
                Impact.BREAKS,
                Part.SECURITY,
                missing.scheme(),
                message)
            .shown(findings.refused(sent, message))
            .against(new Sentence(missing.place(), missing.scheme()))
            .alias(PactflowCodes.error("request.authorization.missing")));
  }

  private static String where(SecurityNeed need) {
    return need.carrier()
        .map(
            carrier ->
                ", which travels in the "
                    + carrier.in().word()
                    + " '"
                    + carrier.name()
                    + "'"
                    + (carrier.prefix().isEmpty()
                        ? ""
                        : " after '" + carrier.prefix().strip() + "'"))
        .orElse("");
  }

  /// Tokens of OAuth and OpenID Connect, and certificates, are mostly added by a layer that the consumer's test does not
  /// see; their absence proves nothing.
  private static boolean isSent(SecurityNeed need, HttpRequestMessage sent) {
    boolean isSeen =
        need.kind() != SecurityKind.OAUTH2
            && need.kind() != SecurityKind.OPEN_ID_CONNECT
            && need.kind() != SecurityKind.MUTUAL_TLS;
    return !isSeen || need.carrier().map(carrier -> isSent(carrier, sent)).orElse(true);
  }

  private static boolean isSent(SecurityNeed.Carrier carrier, HttpRequestMessage sent) {
    RequestFields fields = RequestFields.of(sent, Map.of());
    return switch (carrier.in()) {
      case HEADER ->
          sent.header(carrier.name())
              .filter(value -> startsWith(value, carrier.prefix()))
              .isPresent();
      case COOKIE -> has(fields.cookies(), carrier.name());
      case QUERY, QUERYSTRING, PATH -> has(fields.query(), carrier.name());
    };
  }

  private static boolean has(List<RequestFields.Field> fields, String name) {
    return fields.stream().anyMatch(field -> field.name().equals(name));
  }

  /// Names of authentication schemes have no case (RFC 9110 section 11.1).
  private static boolean startsWith(String value, String prefix) {
    return value.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
  }

  /// Whether a header or a field of the query is there for a credential.
  static boolean isCarrier(HttpOperation operation, ParameterLocation in, String name) {
    return operation.security().stream()
        .flatMap(List::stream)
        .flatMap(need -> need.carrier().stream())
        .anyMatch(
            carrier ->
                carrier.in() == in
                    && (in == ParameterLocation.HEADER
                        ? carrier.name().equalsIgnoreCase(name)
                        : carrier.name().equals(name)));
  }
}

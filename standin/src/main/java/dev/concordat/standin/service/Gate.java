package dev.concordat.standin.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.http.SecurityKind;
import dev.concordat.contracts.http.SecurityNeed;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.Routed;
import dev.concordat.contracts.tree.BodyJson;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.standin.refusal.Refusal;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Refuses what the contract does not allow, in the order in which servers look: credentials, media type, the rest.
public final class Gate {
  private final HttpJudge judge;
  private final String realm;
  private final Optional<String> secret;

  /// @param realm what the credentials are for
  /// @param secret the only one that is taken; where it is absent, any is
  public Gate(HttpJudge judge, String realm, Optional<String> secret) {
    this.secret = secret;
    this.judge = judge;
    this.realm = realm.replaceAll("[^ -~]|[\"\\\\]", "?");
  }

  /// Why the request is refused; nothing where it keeps the contract.
  ///
  /// @param body the request's
  public Optional<Refusal> refuse(Routed routed, HttpRequestMessage request, BodyJson body) {
    return credentials(routed, request).or(() -> breaches(routed, request, body));
  }

  private Optional<Refusal> breaches(Routed routed, HttpRequestMessage request, BodyJson body) {
    List<Breach> breaches = judge.judgeRequest(routed, request, body);
    if (breaches.isEmpty()) {
      return Optional.empty();
    }
    Breach first = breaches.getFirst();
    List<Integer> statuses =
        breaches.stream().allMatch(breach -> breach.pointer().equals("content-type"))
            ? List.of(415, 400, 422)
            : List.of(400, 422);
    return Optional.of(new Refusal(statuses, first.message(), breaches, List.of()));
  }

  private Optional<Refusal> credentials(Routed routed, HttpRequestMessage request) {
    HttpOperation operation = routed.operation();
    List<List<SecurityNeed>> alternatives = operation.security();
    if (alternatives.isEmpty()) {
      return Optional.empty();
    }
    RequestFields fields = RequestFields.of(request, routed.pathValues());
    boolean isMet =
        alternatives.stream()
            .anyMatch(needs -> needs.stream().allMatch(need -> isSent(need, fields)));
    return isMet ? Optional.empty() : Optional.of(unknown(operation, alternatives.getFirst()));
  }

  private Refusal unknown(HttpOperation operation, List<SecurityNeed> needs) {
    SecurityNeed first = needs.getFirst();
    String where =
        first
            .carrier()
            .map(carrier -> carrier.in().word() + " '" + carrier.name() + "'")
            .orElse("the request");
    String message = "the credentials of '" + first.scheme() + "' are not in " + where;
    var breach =
        new Breach(
            Breach.Kind.MISSING_PARAMETER,
            operation.id(),
            first
                .carrier()
                .map(carrier -> carrier.in().word() + ":" + carrier.name())
                .orElse("security"),
            first.place(),
            first.scheme(),
            message,
            first.scheme(),
            "absent");
    String challenges =
        needs.stream().map(this::challenge).distinct().collect(Collectors.joining(", "));
    return new Refusal(
        List.of(401, 403),
        message,
        List.of(breach),
        List.of(new Header("WWW-Authenticate", challenges)));
  }

  /// What a client is asked for (RFC 9110 section 11.6.1).
  private String challenge(SecurityNeed need) {
    String scheme =
        switch (need.kind()) {
          case BASIC -> "Basic";
          case BEARER, OAUTH2, OPEN_ID_CONNECT -> "Bearer";
          case API_KEY -> "ApiKey";
          case OTHER_HTTP, MUTUAL_TLS ->
              need.carrier()
                  .map(SecurityNeed.Carrier::prefix)
                  .map(String::strip)
                  .filter(it -> !it.isEmpty())
                  .orElse("Other");
        };
    return scheme + " realm=\"" + realm + "\"";
  }

  private boolean isSent(SecurityNeed need, RequestFields fields) {
    if (need.carrier().isEmpty() || need.kind() == SecurityKind.MUTUAL_TLS) {
      return true;
    }
    SecurityNeed.Carrier carrier = need.carrier().get();
    return switch (carrier.in()) {
      case HEADER ->
          fields.headers().stream()
              .filter(header -> header.name().equalsIgnoreCase(carrier.name()))
              .anyMatch(header -> isSecret(header.value(), carrier.prefix(), need.kind()));
      case QUERY, QUERYSTRING -> isField(fields.query(), carrier.name());
      case COOKIE -> isField(fields.cookies(), carrier.name());
      case PATH -> true;
    };
  }

  private boolean isSecret(String value, String prefix, SecurityKind kind) {
    boolean isFormed =
        value.length() > prefix.length()
            && value
                .substring(0, prefix.length())
                .toLowerCase(Locale.ROOT)
                .equals(prefix.toLowerCase(Locale.ROOT));
    return isFormed && isRight(value.substring(prefix.length()).strip(), kind);
  }

  private boolean isRight(String sent, SecurityKind kind) {
    return secret
        .map(
            right ->
                sent.equals(
                    kind == SecurityKind.BASIC
                        ? Base64.getEncoder().encodeToString(right.getBytes(UTF_8))
                        : right))
        .orElse(!sent.isEmpty());
  }

  private boolean isField(List<RequestFields.Field> fields, String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .anyMatch(field -> isRight(Percent.decode(field.raw()), SecurityKind.API_KEY));
  }
}

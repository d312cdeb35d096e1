package dev.concordat.compare.openapi;

import dev.concordat.compare.openapi.HttpChange.SecurityChanged;
import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.SecurityNeed;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.tree.Located;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.AgreeRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Compares which credentials an endpoint needs: each way in which a client may prove who it is must still be enough.
final class SecurityComparison {
  /// Which rule of HTTP refuses a request that lacks a credential.
  static final String AUTHENTICATION = "authentication (RFC 9110, 11 and 15.5.2)";

  // What stands where a client has its secret.
  private static final String SECRET = "secret";

  private final Comparison comparison;
  private final Endpoint endpoint;
  private final Way way;

  SecurityComparison(Comparison comparison, Endpoint endpoint) {
    this.comparison = comparison;
    this.endpoint = endpoint;
    this.way = endpoint.request();
  }

  void compare() {
    if (isUnsaid(endpoint.before()) && isUnsaid(endpoint.after())) {
      return;
    }
    List<List<SecurityNeed>> before = alternatives(endpoint.before());
    List<List<SecurityNeed>> after = alternatives(endpoint.after());
    if (!texts(before).equals(texts(after))) {
      comparison.position(() -> changed(before, after));
    }
  }

  private void changed(List<List<SecurityNeed>> before, List<List<SecurityNeed>> after) {
    List<List<SecurityNeed>> required = way.receiver(before, after);
    Optional<List<SecurityNeed>> refused =
        way.sender(before, after).stream()
            .filter(had -> required.stream().noneMatch(needed -> isEnough(had, needed)))
            .findFirst();
    Supplier<Evidence> evidence =
        refused.isPresent() ? () -> show(refused.get(), required) : Comparison::proved;
    comparison.add(
        new SecurityChanged(endpoint, before, after),
        Part.SECURITY,
        "",
        "",
        AgreeRules.SECURITY_ADDED,
        refused.isPresent() ? Impact.BREAKS : Impact.SAFE,
        comparison.roles().changed("what is needed", text(before), text(after)),
        written(endpoint.before(), comparison.before()),
        written(endpoint.after(), comparison.after()),
        evidence);
  }

  private static boolean isUnsaid(Optional<HttpOperation> operation) {
    return operation.isEmpty() || operation.get().security().isEmpty();
  }

  /// The alternatives; one that needs nothing where the contract does not speak of any.
  private static List<List<SecurityNeed>> alternatives(Optional<HttpOperation> operation) {
    List<List<SecurityNeed>> said = operation.map(HttpOperation::security).orElse(List.of());
    return said.isEmpty() ? List.of(List.of()) : said;
  }

  /// Whether all that is needed is among what a client has.
  private static boolean isEnough(List<SecurityNeed> had, List<SecurityNeed> needed) {
    return needed.stream().allMatch(need -> had.stream().anyMatch(own -> isEnough(own, need)));
  }

  /// Whether a credential does for a need: it travels in the same place, and allows as much. What the scheme is called in
  /// the contract is not seen on the wire.
  private static boolean isEnough(SecurityNeed own, SecurityNeed need) {
    return own.kind() == need.kind()
        && own.carrier().equals(need.carrier())
        && new HashSet<>(own.scopes()).containsAll(need.scopes());
  }

  private static List<String> texts(List<List<SecurityNeed>> alternatives) {
    return alternatives.stream().map(each -> text(List.of(each))).sorted().toList();
  }

  private static String text(List<List<SecurityNeed>> alternatives) {
    return alternatives.stream()
        .map(
            needs ->
                needs.isEmpty()
                    ? "no credential"
                    : needs.stream()
                        .map(SecurityComparison::text)
                        .sorted()
                        .collect(Collectors.joining(" and ")))
        .collect(Collectors.joining(", or "));
  }

  private static String text(SecurityNeed need) {
    String kind =
        switch (need.kind()) {
          case API_KEY -> "an API key";
          case BASIC -> "a user name and password";
          case BEARER -> "a bearer token";
          case OTHER_HTTP -> "HTTP authentication";
          case OAUTH2 -> "an OAuth token";
          case OPEN_ID_CONNECT -> "an OpenID Connect token";
          case MUTUAL_TLS -> "a client certificate";
        };
    String where =
        need.carrier()
            .filter(carrier -> !carrier.name().equals("Authorization"))
            .map(carrier -> " in the " + carrier.in().word() + " '" + carrier.name() + "'")
            .orElse("");
    String scopes =
        need.scopes().isEmpty()
            ? ""
            : " for " + need.scopes().stream().sorted().collect(Collectors.joining(" "));
    return kind + where + scopes;
  }

  /// The sentence that names the credentials: the operation's own, else the document's.
  private static Optional<Located> written(
      Optional<HttpOperation> operation, OpenApiContract contract) {
    Optional<ObjectNode.Member> own =
        operation
            .map(HttpOperation::written)
            .filter(ObjectNode.Member.class::isInstance)
            .map(it -> ((ObjectNode.Member) it).value())
            .filter(ObjectNode.class::isInstance)
            .flatMap(it -> ((ObjectNode) it).member("security"));
    return own.or(() -> contract.written().member("security")).map(it -> it);
  }

  /// A request with the credentials of the sender.
  private Evidence show(List<SecurityNeed> had, List<List<SecurityNeed>> required) {
    return switch (comparison.witnesses().sendable(endpoint, RequestPlan.SMALLEST)) {
      case Made.Nothing<HttpRequestMessage>(String reason) ->
          new Trial.NotSendable(reason).evidence();
      case Made.Message<HttpRequestMessage>(HttpRequestMessage request) ->
          new Evidence.Witnessed(
              new Witness(
                  new WitnessMessage.HttpRequest(with(request, had)),
                  comparison.roles().sender(way),
                  comparison.roles().receiver(way),
                  "401 or 403: it has " + text(List.of(had)) + ", and needed is " + text(required),
                  List.of(AUTHENTICATION)));
    };
  }

  private static HttpRequestMessage with(HttpRequestMessage request, List<SecurityNeed> had) {
    var headers = new ArrayList<>(request.headers());
    var target = new StringBuilder(request.target());
    for (SecurityNeed need : had) {
      need.carrier()
          .ifPresent(
              carrier -> {
                String value = carrier.prefix() + SECRET;
                if (carrier.in() == ParameterLocation.QUERY) {
                  target.append(target.indexOf("?") < 0 ? '?' : '&');
                  target.append(carrier.name()).append('=').append(SECRET);
                } else if (carrier.in() == ParameterLocation.COOKIE) {
                  headers.add(new Header("Cookie", carrier.name() + "=" + value));
                } else {
                  headers.add(new Header(carrier.name(), value));
                }
              });
    }
    return new HttpRequestMessage(request.method(), target.toString(), headers, request.body());
  }
}

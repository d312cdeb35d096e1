package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.OAuthFlow;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.SecurityKind;
import dev.concordat.contracts.http.SecurityNeed;
import dev.concordat.contracts.http.SecurityNeed.Carrier;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.Reference;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads which credentials operations need.
final class Security {
  private final Reading reading;
  private final ObjectNode root;
  private final String definedUnder;
  private final Map<String, Optional<SecurityNeed>> schemes = new LinkedHashMap<>();

  private Security(Reading reading, ObjectNode root, Optional<Node> defined, String definedUnder) {
    this.reading = reading;
    this.root = root;
    this.definedUnder = definedUnder;
    for (ObjectNode.Member member : OpenApiReader.members(defined)) {
      reading
          .object(member.value(), "the security scheme '" + member.name() + "'")
          .ifPresent(
              scheme -> schemes.put(member.name(), need(member.name(), member.place(), scheme)));
    }
  }

  /// OpenAPI 3: `components.securitySchemes`.
  static Security modern(Reading reading, ObjectNode root) {
    Optional<Node> defined =
        root.get("components")
            .filter(ObjectNode.class::isInstance)
            .flatMap(components -> ((ObjectNode) components).get("securitySchemes"));
    return new Security(reading, root, defined, "components.securitySchemes");
  }

  /// Swagger 2.0: `securityDefinitions`.
  static Security swagger(Reading reading, ObjectNode root) {
    return new Security(reading, root, root.get("securityDefinitions"), "securityDefinitions");
  }

  /// The alternatives of an operation; the document's where it has none of its own.
  List<List<SecurityNeed>> of(ObjectNode operation) {
    var alternatives = new ArrayList<List<SecurityNeed>>();
    Node node = operation.get("security").or(() -> root.get("security")).orElse(null);
    if (node instanceof ArrayNode list) {
      for (Node item : list.items()) {
        if (item instanceof ObjectNode alternative) {
          alternatives.add(alternative(alternative));
        }
      }
    }
    return alternatives;
  }

  private List<SecurityNeed> alternative(ObjectNode node) {
    var needs = new ArrayList<SecurityNeed>();
    for (ObjectNode.Member member : node.members()) {
      Optional<SecurityNeed> need =
          schemes.containsKey(member.name())
              ? schemes.getOrDefault(member.name(), Optional.empty())
              : elsewhere(member);
      need.map(found -> found.withScopes(scopes(member.value()))).ifPresent(needs::add);
    }
    return needs;
  }

  private static List<String> scopes(Node node) {
    return node instanceof ArrayNode list
        ? list.items().stream()
            .flatMap(item -> item instanceof ScalarNode s ? s.text().stream() : Stream.of())
            .toList()
        : List.of();
  }

  /// OpenAPI 3.2 lets a requirement name its scheme by a URI.
  private Optional<SecurityNeed> elsewhere(ObjectNode.Member member) {
    String name = member.name();
    boolean isUri = name.contains("/") || name.contains("#");
    if (isUri
        && reading.documents().resolve(member.value(), name)
            instanceof Reference.Found(ObjectNode scheme)) {
      Optional<SecurityNeed> need = need(name, scheme.place(), scheme);
      schemes.put(name, need);
      return need;
    }
    reading.add(
        Problem.warning(
            "contract/unknown-security-scheme",
            member.place(),
            "the security scheme '" + name + "' is not defined",
            DidYouMean.fix(schemes.keySet(), name, "define it under " + definedUnder)));
    return Optional.empty();
  }

  private Optional<SecurityNeed> need(String name, Place place, ObjectNode scheme) {
    String type = Reading.text(scheme, "type").orElse("");
    return switch (type) {
      case "apiKey" -> apiKey(name, place, scheme);
      case "http" -> Optional.of(http(name, place, Reading.text(scheme, "scheme").orElse("")));
      case "basic" -> Optional.of(http(name, place, "basic"));
      case "oauth2" ->
          Optional.of(token(name, SecurityKind.OAUTH2, OAuthFlows.of(scheme), "", place));
      case "openIdConnect" -> {
        String discovery = Reading.text(scheme, "openIdConnectUrl").orElse("");
        yield Optional.of(token(name, SecurityKind.OPEN_ID_CONNECT, List.of(), discovery, place));
      }
      case "mutualTLS" ->
          Optional.of(
              new SecurityNeed(name, SecurityKind.MUTUAL_TLS, Optional.empty(), List.of(), place));
      default -> {
        reading.add(
            Problem.warning(
                "contract/bad-security-scheme",
                place,
                "the security scheme '" + name + "' has the type '" + type + "'",
                "write one of " + types()));
        yield Optional.empty();
      }
    };
  }

  private String types() {
    return definedUnder.equals("securityDefinitions")
        ? "basic, apiKey, oauth2"
        : "apiKey, http, mutualTLS, oauth2, openIdConnect";
  }

  private Optional<SecurityNeed> apiKey(String name, Place place, ObjectNode scheme) {
    Optional<ParameterLocation> in =
        Reading.text(scheme, "in")
            .flatMap(ParameterLocation::of)
            .filter(ParameterLocation::canCarryCredentials);
    Optional<String> field = Reading.text(scheme, "name");
    if (in.isEmpty() || field.isEmpty()) {
      reading.add(
          Problem.warning(
              "contract/bad-security-scheme",
              place,
              "the security scheme '" + name + "' does not say where its key travels",
              "give it a 'name' and 'in: header', 'query' or 'cookie'"));
      return Optional.empty();
    }
    return Optional.of(
        carried(name, SecurityKind.API_KEY, new Carrier(in.get(), field.get(), ""), place));
  }

  /// Schemes are compared without case (RFC 9110 section 11.1).
  private static SecurityNeed http(String name, Place place, String scheme) {
    String word = scheme.toLowerCase(Locale.ROOT);
    return switch (word) {
      case "basic" -> carried(name, SecurityKind.BASIC, authorization("Basic "), place);
      case "bearer", "" -> carried(name, SecurityKind.BEARER, authorization("Bearer "), place);
      default -> carried(name, SecurityKind.OTHER_HTTP, authorization(scheme + " "), place);
    };
  }

  private static SecurityNeed token(
      String name, SecurityKind kind, List<OAuthFlow> flows, String discovery, Place place) {
    Carrier carrier = authorization("Bearer ");
    return new SecurityNeed(name, kind, Optional.of(carrier), List.of(), flows, discovery, place);
  }

  private static SecurityNeed carried(
      String name, SecurityKind kind, Carrier carrier, Place place) {
    return new SecurityNeed(name, kind, Optional.of(carrier), List.of(), place);
  }

  private static Carrier authorization(String prefix) {
    return new Carrier(ParameterLocation.HEADER, "Authorization", prefix);
  }
}

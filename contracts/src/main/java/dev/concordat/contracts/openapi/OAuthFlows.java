package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.OAuthFlow;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the flows of an OAuth scheme.
final class OAuthFlows {
  private OAuthFlows() {}

  /// Those under `flows`, or the one that Swagger 2.0 names by `flow`.
  static List<OAuthFlow> of(ObjectNode scheme) {
    Optional<String> swagger = Reading.text(scheme, "flow");
    return swagger.isPresent()
        ? List.of(flow(modern(swagger.get()), scheme))
        : OpenApiReader.members(scheme.get("flows")).stream()
            .flatMap(
                member ->
                    member.value() instanceof ObjectNode flow
                        ? Stream.of(flow(member.name(), flow))
                        : Stream.of())
            .toList();
  }

  private static String modern(String swagger) {
    return switch (swagger) {
      case "application" -> "clientCredentials";
      case "accessCode" -> "authorizationCode";
      default -> swagger;
    };
  }

  private static OAuthFlow flow(String name, ObjectNode node) {
    Map<String, String> scopes = new LinkedHashMap<>();
    if (node.get("scopes").orElse(null) instanceof ObjectNode named) {
      for (ObjectNode.Member scope : OpenApiReader.members(Optional.of(named))) {
        scopes.put(scope.name(), Reading.text(named, scope.name()).orElse(""));
      }
    }
    return new OAuthFlow(
        name,
        Reading.text(node, "authorizationUrl").orElse(""),
        Reading.text(node, "tokenUrl").orElse(""),
        Reading.text(node, "refreshUrl").orElse(""),
        scopes);
  }
}

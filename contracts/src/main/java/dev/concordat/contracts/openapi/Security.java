package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.SecurityNeed;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads which credentials operations need. Mutual TLS is none that a request carries.
final class Security {
  private final Reading reading;
  private final ObjectNode root;
  private final Map<String, Optional<SecurityNeed>> schemes = new LinkedHashMap<>();

  Security(Reading reading, ObjectNode root) {
    this.reading = reading;
    this.root = root;
    if (root.get("components").orElse(null) instanceof ObjectNode components) {
      for (ObjectNode.Member member : OpenApiReader.members(components.get("securitySchemes"))) {
        reading
            .object(member.value(), "the security scheme '" + member.name() + "'")
            .ifPresent(scheme -> schemes.put(member.name(), need(member, scheme)));
      }
    }
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
      if (!schemes.containsKey(member.name())) {
        reading.add(
            Problem.warning(
                "contract/unknown-security-scheme",
                member.place(),
                "the security scheme '" + member.name() + "' is not defined",
                "define it under components.securitySchemes"));
      }
      schemes.getOrDefault(member.name(), Optional.empty()).ifPresent(needs::add);
    }
    return needs;
  }

  private static Optional<SecurityNeed> need(ObjectNode.Member member, ObjectNode scheme) {
    return switch (Reading.text(scheme, "type").orElse("")) {
      case "apiKey" ->
          Reading.text(scheme, "in")
              .flatMap(ParameterLocation::of)
              .flatMap(
                  in ->
                      Reading.text(scheme, "name")
                          .map(n -> new SecurityNeed(member.name(), in, n, "", member.place())));
      case "http" -> {
        String word = Reading.text(scheme, "scheme").orElse("").toLowerCase(Locale.ROOT);
        yield Optional.of(authorization(member, word.equals("basic") ? "Basic " : "Bearer "));
      }
      case "oauth2", "openIdConnect" -> Optional.of(authorization(member, "Bearer "));
      default -> Optional.empty();
    };
  }

  private static SecurityNeed authorization(ObjectNode.Member member, String prefix) {
    return new SecurityNeed(
        member.name(), ParameterLocation.HEADER, "Authorization", prefix, member.place());
  }
}

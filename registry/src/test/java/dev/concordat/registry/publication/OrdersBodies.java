package dev.concordat.registry.publication;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Bodies of `POST /publications` about a provider `orders`.
final class OrdersBodies {
  /// Its contract.
  static final String OPENAPI =
      """
      openapi: 3.1.0
      info: {title: orders, version: "1"}
      paths:
        /orders:
          get:
            responses:
              "200":
                description: all
                content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: integer}}}}}
      """;

  /// The same with ids that are texts.
  static final String BROKEN = OPENAPI.replace("type: integer}", "type: string}");

  private OrdersBodies() {}

  /// A consumer on its main branch that needs ids that are integers.
  static String pact(String consumer, String version, String owner) {
    String pact =
        """
        {"consumer": {"name": "%s"}, "provider": {"name": "orders"}, "interactions": [
          {"description": "all", "request": {"method": "GET", "path": "/orders"},
           "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": {"id": 1},
             "matchingRules": {"body": {"$.id": {"matchers": [{"match": "integer"}]}}}}}],
         "metadata": {"pactSpecification": {"version": "3.0.0"}}}
        """
            .formatted(consumer);
    return "{\"system\": \"%s\", \"version\": \"%s\", \"branch\": \"main\", \"owner\": \"%s\", \"pacts\": [{\"content\": \"%s\"}]}"
        .formatted(consumer, version, owner, base64(pact));
  }

  /// What the provider provides on its main branch.
  static String contract(String version, String text) {
    return "{\"system\": \"orders\", \"version\": \"%s\", \"branch\": \"main\", \"owner\": \"team-orders\", \"provides\": [{\"name\": \"openapi.yaml\", \"content\": \"%s\"}]}"
        .formatted(version, base64(text));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

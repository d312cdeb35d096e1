package dev.concordat.registry.broker;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.link.Moments;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.VerificationRow;
import java.util.Optional;

/// The result of a verification as a resource.
final class VerificationResource {
  private VerificationResource() {}

  /// @param pact the newest publication that says the content which was verified
  static JsonObject of(Links links, PactRow pact, VerificationRow row) {
    String self = links.verification(pact.provider(), pact.consumer(), pact.sha(), row.number());
    Hal hal =
        new Hal()
            .put("providerName", pact.provider())
            .put("providerApplicationVersion", row.providerVersion())
            .put("success", row.success())
            .put("verificationDate", Moments.dialect(row.verifiedAt()))
            .put("buildUrl", row.buildUrl());
    parsed(row.testResults()).ifPresent(results -> hal.put("testResults", results));
    parsed(row.verifiedBy())
        .filter(JsonObject.class::isInstance)
        .ifPresent(by -> hal.put("verifiedBy", tool((JsonObject) by)));
    return hal.link(
            "self",
            Hal.named(
                "Verification result",
                "Verification result " + row.number() + " for " + Shared.title(pact),
                self))
        .link(
            "pb:pact-version",
            Hal.named(
                "Pact",
                Shared.title(pact),
                links.selected(
                    pact.provider(), pact.consumer(), pact.sha(), "cvn=" + pact.number())))
        .link(
            "pb:triggered-webhooks",
            Hal.titled(
                "Webhooks triggered by the publication of this verification result",
                self + "/triggered-webhooks"))
        .json();
  }

  private static Optional<JsonValue> parsed(Optional<String> text) {
    return text.flatMap(it -> JsonParser.parse(it).value());
  }

  private static JsonObject tool(JsonObject by) {
    Hal tool =
        new Hal()
            .put("implementation", Request.text(by, "implementation"))
            .put("version", Request.text(by, "version"));
    if (by.member("clientLanguage").orElse(JsonObject.EMPTY) instanceof JsonObject language) {
      tool.put("client_implementation", Request.text(language, "name"))
          .put("client_test_framework", Request.text(language, "testFramework"))
          .put("client_version", Request.text(language, "version"));
    }
    return tool.json();
  }
}

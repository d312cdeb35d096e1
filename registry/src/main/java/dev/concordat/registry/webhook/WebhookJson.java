package dev.concordat.registry.webhook;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.link.Moments;
import dev.concordat.report.json.Members;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Webhooks and their calls as documents of the Pact dialect.
final class WebhookJson {

  private final Links links;

  WebhookJson(Links links) {
    this.links = links;
  }

  static String time(Instant instant) {
    return Moments.dialect(instant);
  }

  String address(String uuid) {
    return links.at("/webhooks", uuid);
  }

  JsonObject of(Webhook webhook) {
    Members json = new Members().put("uuid", webhook.uuid());
    json.put("description", webhook.description().orElseGet(webhook::name));
    side(webhook.consumer(), webhook.consumerLabel()).ifPresent(it -> json.put("consumer", it));
    side(webhook.provider(), webhook.providerLabel()).ifPresent(it -> json.put("provider", it));
    json.put("enabled", webhook.enabled());
    json.put("request", webhook.request().shown());
    json.list("events", webhook.events(), name -> new Members().put("name", name).object());
    json.put("createdAt", time(webhook.createdAt()));
    if (!webhook.updatedAt().equals(webhook.createdAt())) {
      json.put("updatedAt", time(webhook.updatedAt()));
    }
    Members own =
        new Members()
            .put("self", titled(webhook.name(), address(webhook.uuid())))
            .put(
                "pb:execute",
                titled(
                    "Test the execution of the webhook with the latest matching pact or"
                        + " verification by sending a POST request to this URL",
                    address(webhook.uuid()) + "/execute"));
    webhook
        .consumer()
        .ifPresent(name -> own.put("pb:consumer", link("Consumer", name, links.system(name))));
    webhook
        .provider()
        .ifPresent(name -> own.put("pb:provider", link("Provider", name, links.system(name))));
    if (webhook.consumer().isPresent() && webhook.provider().isPresent()) {
      String consumer = webhook.consumer().get();
      String provider = webhook.provider().get();
      own.put(
          "pb:pact-webhooks",
          titled(
              "All webhooks for consumer " + consumer + " and provider " + provider,
              links.at("/webhooks/provider", provider, "consumer", consumer)));
    }
    own.put("pb:webhooks", titled("All webhooks", links.base() + "/webhooks"));
    return json.put("_links", own.object()).object();
  }

  private static Optional<JsonValue> side(Optional<String> name, Optional<String> label) {
    return name.<JsonValue>map(it -> new Members().put("name", it).object())
        .or(() -> label.map(it -> new Members().put("label", it).object()));
  }

  JsonObject list(String title, String address, List<Webhook> webhooks) {
    return new Members()
        .put(
            "_links",
            new Members()
                .put("self", titled(title, address))
                .put("pb:create", titled("POST to create a webhook", address))
                .list(
                    "pb:webhooks",
                    webhooks,
                    webhook -> link(webhook.scope(), webhook.name(), address(webhook.uuid())))
                .put(
                    "curies",
                    JsonArray.of(
                        new Members()
                            .put("name", "pb")
                            .put("href", links.base() + "/doc/webhooks-{rel}")
                            .put("templated", true)
                            .object()))
                .object())
        .object();
  }

  /// @param retries how many attempts can follow the first one
  JsonObject of(Delivery delivery, int retries) {
    String name = delivery.call().description();
    String log = links.deliveryLog(delivery.uuid());
    Members own = new Members().put("pb:logs", addressed(log, "Webhook execution logs", name));
    delivery
        .webhook()
        .ifPresent(uuid -> own.put("pb:webhook", addressed(address(uuid), "Webhook", name)));
    return new Members()
        .put("name", name)
        .put("status", delivery.status())
        .put("attemptsMade", delivery.attempts())
        .put("attemptsRemaining", Math.max(0, retries + 1 - delivery.attempts()))
        .put("triggerType", "resource_creation")
        .put("eventName", delivery.event())
        .put("triggeredAt", time(delivery.createdAt()))
        .put("_links", own.object())
        .object();
  }

  JsonObject triggered(String title, String address, List<Delivery> deliveries, int retries) {
    return new Members()
        .put(
            "_embedded",
            new Members()
                .list("triggeredWebhooks", deliveries, delivery -> of(delivery, retries))
                .object())
        .put("_links", new Members().put("self", titled(title, address)).object())
        .object();
  }

  /// What came of a test.
  ///
  /// @param webhook empty for one that is not kept
  JsonObject of(Attempt attempt, Call call, Optional<String> webhook, String again) {
    Members request = new Members();
    Members headers = new Members();
    Sender.sent(URI.create(call.url()), call)
        .forEach(
            (name, value) -> headers.put(name, Template.isSecret(name) ? Template.HIDDEN : value));
    request.put("headers", headers.object());
    call.body().ifPresent(body -> request.put("body", parsed(body)));
    request.put("url", call.url());
    Members json = new Members().put("request", request.object());
    if (attempt.showsResponse()) {
      attempt.received().ifPresent(received -> json.put("response", of(received)));
    } else {
      json.put("message", Attempt.hidden(links.base()));
    }
    Members own = new Members();
    webhook.ifPresent(
        uuid -> own.put("webhook", new Members().put("href", address(uuid)).object()));
    own.put("try-again", titled("Execute the webhook again", again));
    return json.put("logs", attempt.log().text())
        .put("success", JsonBoolean.of(attempt.isSuccess()))
        .put("_links", own.object())
        .object();
  }

  private static JsonValue of(Received received) {
    Members headers = new Members();
    received.headers().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(header -> headers.put(header.getKey(), header.getValue()));
    return new Members()
        .put("status", received.status())
        .put("headers", headers.object())
        .put("body", parsed(received.body()))
        .object();
  }

  private static JsonValue parsed(String body) {
    return JsonParser.parse(body).value().orElseGet(() -> new JsonString(body));
  }

  static JsonObject titled(String title, String href) {
    return new Members().put("title", title).put("href", href).object();
  }

  static JsonObject link(String title, String name, String href) {
    return new Members().put("title", title).put("name", name).put("href", href).object();
  }

  static JsonObject addressed(String href, String title, String name) {
    return new Members().put("href", href).put("title", title).put("name", name).object();
  }
}

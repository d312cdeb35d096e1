package dev.concordat.registry.webhook;

import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.ContentRow;
import dev.concordat.registry.store.Contents;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Publications;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import dev.concordat.registry.store.VerificationRow;
import dev.concordat.registry.store.Verifications;
import dev.concordat.registry.store.VersionRow;
import dev.concordat.registry.store.Versions;
import dev.concordat.report.json.Members;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The routes by which the calls of webhooks are looked at and tried out, as the Pact dialect has them.
public final class CallRoutes {
  private static final String PAIR = "/pacts/provider/{provider}/consumer/{consumer}";
  private static final String TEST = "test";

  private final Database database;
  private final WebhookSettings settings;
  private final Clock clock;

  public CallRoutes(Database database, WebhookSettings settings, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/webhooks/execute", this::executeUnsaved),
        Route.post("/webhooks/{uuid}/execute", this::execute),
        Route.get("/triggered-webhooks/{uuid}/logs", this::logs),
        Route.get(PAIR + "/webhooks/status", this::status),
        Route.get(PAIR + "/version/{number}/triggered-webhooks", this::ofPact),
        Route.get(
            PAIR + "/pact-version/{sha}/verification-results/{result}/triggered-webhooks",
            this::ofVerification));
  }

  private Answer execute(Asked asked) {
    String uuid = asked.parameter("uuid");
    Optional<Webhook> webhook = database.read(handle -> new Webhooks(handle).find(uuid));
    return webhook.isEmpty()
        ? WebhookRoutes.notFound()
        : test(
            asked,
            webhook.get().request(),
            webhook.get().consumer(),
            webhook.get().provider(),
            Optional.of(uuid));
  }

  private Answer executeUnsaved(Asked asked) {
    return switch (database.read(handle -> WebhookRoutes.read(handle, asked, settings))) {
      case WebhookReader.Read.NoJson(String reason) ->
          RegistryServer.error(400, "Invalid JSON - " + reason);
      case WebhookReader.Read.Bad bad -> WebhookRoutes.errors(bad);
      case WebhookReader.Read.Good(WebhookDraft draft) ->
          test(asked, draft.request(), draft.consumer(), draft.provider(), Optional.empty());
    };
  }

  /// With the newest matching pact, or with nothing filled in where there is none.
  private Answer test(
      Asked asked,
      Template request,
      Optional<String> consumer,
      Optional<String> provider,
      Optional<String> webhook) {
    Links links = new Links(asked.base());
    Call call =
        request.fill(
            database.read(
                handle ->
                    new Parameters(handle)
                        .of(
                            TEST,
                            newest(handle, consumer, provider),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            links)));
    Attempt attempt = Attempt.make(settings, call, TEST, asked.base(), clock.instant());
    attempt
        .log()
        .say(attempt.isSuccess() ? "Webhook execution succeeded" : "Webhook execution failed");
    return Answer.hal(
        200, WebhookRoutes.json(asked).of(attempt, call, webhook, WebhookRoutes.address(asked)));
  }

  private static Optional<PactRow> newest(
      Handle handle, Optional<String> consumer, Optional<String> provider) {
    return new Publications(handle)
        .newestOfEach().stream()
            .filter(pact -> consumer.filter(name -> !name.equals(pact.consumer())).isEmpty())
            .filter(pact -> provider.filter(name -> !name.equals(pact.provider())).isEmpty())
            .max((a, b) -> Long.compare(a.id(), b.id()));
  }

  private Answer logs(Asked asked) {
    return database.read(
        handle -> {
          Deliveries deliveries = new Deliveries(handle);
          Optional<Delivery> found = deliveries.find(asked.parameter("uuid"));
          return found.isEmpty()
              ? WebhookRoutes.notFound()
              : Answer.text(
                  200, "text/plain;charset=utf-8", String.join("\n", deliveries.logs(found.get())));
        });
  }

  private Answer ofPact(Asked asked) {
    return database.read(
        handle -> {
          Optional<PactRow> pact = pact(handle, asked);
          return pact.isEmpty()
              ? WebhookRoutes.notFound()
              : triggered(
                  asked,
                  "Webhooks triggered by the publication of the pact between "
                      + pact.get().consumer()
                      + " ("
                      + pact.get().number()
                      + ") and "
                      + pact.get().provider(),
                  new Deliveries(handle).ofPublication(pact.get().id()));
        });
  }

  private static Optional<PactRow> pact(Handle handle, Asked asked) {
    Systems systems = new Systems(handle);
    Optional<SystemRow> provider = systems.find(asked.parameter("provider"));
    Optional<VersionRow> version =
        systems
            .find(asked.parameter("consumer"))
            .flatMap(it -> new Versions(handle).find(it.id(), asked.parameter("number")));
    return version.flatMap(
        of -> provider.flatMap(to -> new Publications(handle).find(of.id(), to.id())));
  }

  private Answer ofVerification(Asked asked) {
    return database.read(
        handle -> {
          Optional<VerificationRow> result = verification(handle, asked);
          return result.isEmpty()
              ? WebhookRoutes.notFound()
              : triggered(
                  asked,
                  "Webhooks triggered by the publication of verification result "
                      + result.get().number(),
                  new Deliveries(handle).ofVerification(result.get().id()));
        });
  }

  private static Optional<VerificationRow> verification(Handle handle, Asked asked) {
    String number = asked.parameter("result");
    Optional<Long> consumer = WebhookRoutes.id(handle, asked, "consumer");
    Optional<Long> provider = WebhookRoutes.id(handle, asked, "provider");
    if (!number.matches("[0-9]{1,9}") || consumer.isEmpty() || provider.isEmpty()) {
      return Optional.empty();
    }
    Optional<ContentRow> content =
        new Contents(handle).find(consumer.get(), provider.get(), asked.parameter("sha"));
    return content.flatMap(it -> new Verifications(handle).find(it.id(), Integer.parseInt(number)));
  }

  private Answer triggered(Asked asked, String title, List<Delivery> deliveries) {
    return Answer.hal(
        200,
        WebhookRoutes.json(asked)
            .triggered(title, WebhookRoutes.address(asked), deliveries, settings.retries().size()));
  }

  private Answer status(Asked asked) {
    return database.read(
        handle -> {
          Optional<Answer> missing = WebhookRoutes.missing(handle, asked);
          if (missing.isPresent()) {
            return missing.get();
          }
          long consumer = WebhookRoutes.id(handle, asked, "consumer").orElseThrow();
          long provider = WebhookRoutes.id(handle, asked, "provider").orElseThrow();
          return Answer.hal(
              200,
              status(
                  asked,
                  new Deliveries(handle).newest(consumer, provider),
                  new Publications(handle).newest(consumer, provider)));
        });
  }

  private JsonObject status(Asked asked, List<Delivery> deliveries, Optional<PactRow> pact) {
    Links links = new Links(asked.base());
    WebhookJson json = WebhookRoutes.json(asked);
    String consumer = asked.parameter("consumer");
    String provider = asked.parameter("provider");
    Map<String, Long> counts =
        deliveries.stream().collect(Collectors.groupingBy(Delivery::status, Collectors.counting()));
    Members summary =
        new Members()
            .put("successful", counts.getOrDefault(Deliveries.SUCCESS, 0L))
            .put("failed", counts.getOrDefault(Deliveries.FAILURE, 0L));
    put(summary, "retrying", counts, Deliveries.RETRYING);
    put(summary, "notRun", counts, "not_run");
    Members own =
        new Members()
            .put(
                "self",
                new Members()
                    .put("href", WebhookRoutes.address(asked))
                    .put("title", "Webhooks status")
                    .object())
            .list(
                "pb:error-logs",
                deliveries.stream()
                    .filter(
                        it ->
                            it.status().equals(Deliveries.FAILURE)
                                || it.status().equals(Deliveries.RETRYING))
                    .toList(),
                it ->
                    WebhookJson.addressed(
                        links.deliveryLog(it.uuid()), "Error logs", it.call().description()))
            .put(
                "pb:pact-webhooks",
                WebhookJson.titled(
                    "Webhooks for the pact between " + consumer + " and " + provider,
                    links.pair(provider, consumer) + "/webhooks"));
    pact.ifPresent(
        it ->
            own.put(
                "pb:pact-version",
                WebhookJson.addressed(
                    links.pact(provider, consumer, it.number()),
                    "Pact",
                    "Pact between " + consumer + " (" + it.number() + ") and " + provider)));
    own.put("pb:consumer", WebhookJson.addressed(links.system(consumer), "Consumer", consumer));
    own.put("pb:provider", WebhookJson.addressed(links.system(provider), "Provider", provider));
    return new Members()
        .put("summary", summary.object())
        .put(
            "_embedded",
            new Members()
                .list("triggeredWebhooks", deliveries, it -> json.of(it, settings.retries().size()))
                .object())
        .put("_links", own.object())
        .object();
  }

  private static void put(Members summary, String name, Map<String, Long> counts, String status) {
    Long count = counts.get(status);
    if (count != null) {
      summary.put(name, count);
    }
  }
}

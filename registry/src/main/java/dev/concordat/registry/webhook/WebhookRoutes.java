package dev.concordat.registry.webhook;

import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.Happened;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import dev.concordat.report.json.Members;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The routes by which webhooks are made, changed, listed and removed, as the Pact dialect has them.
public final class WebhookRoutes {
  private static final int UUID_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final WebhookSettings settings;
  private final Clock clock;

  public WebhookRoutes(Database database, WebhookSettings settings, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  public List<Route> routes() {
    String pair = "/webhooks/provider/{provider}/consumer/{consumer}";
    String old = "/pacts/provider/{provider}/consumer/{consumer}/webhooks";
    return List.of(
        Route.get("/webhooks", this::all),
        Route.post("/webhooks", this::create),
        Route.get("/webhooks/provider/{provider}", asked -> list(asked, "Webhooks")),
        Route.post("/webhooks/provider/{provider}", this::create),
        Route.get("/webhooks/consumer/{consumer}", asked -> list(asked, "Webhooks")),
        Route.post("/webhooks/consumer/{consumer}", this::create),
        Route.get(pair, asked -> list(asked, "Webhooks")),
        Route.post(pair, this::create),
        Route.get(old, asked -> list(asked, "Pact webhooks")),
        Route.post(old, this::create),
        Route.get("/webhooks/{uuid}", this::one),
        Route.put("/webhooks/{uuid}", this::put),
        Route.delete("/webhooks/{uuid}", this::delete));
  }

  private Answer all(Asked asked) {
    List<Webhook> webhooks = database.read(handle -> new Webhooks(handle).all());
    return Answer.hal(200, json(asked).list("Webhooks", address(asked), webhooks));
  }

  private Answer list(Asked asked, String title) {
    return database.read(
        handle -> {
          Optional<Answer> missing = missing(handle, asked);
          return missing.isPresent()
              ? missing.get()
              : Answer.hal(
                  200,
                  json(asked)
                      .list(
                          title,
                          address(asked),
                          new Webhooks(handle)
                              .of(id(handle, asked, "consumer"), id(handle, asked, "provider"))));
        });
  }

  private Answer one(Asked asked) {
    return database
        .read(handle -> new Webhooks(handle).find(asked.parameter("uuid")))
        .map(webhook -> Answer.hal(200, json(asked).of(webhook)))
        .orElseGet(WebhookRoutes::notFound);
  }

  private Answer create(Asked asked) {
    byte[] random = new byte[UUID_BYTES];
    RANDOM.nextBytes(random);
    String uuid = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    return database.write(
        handle -> {
          Optional<Answer> missing = missing(handle, asked);
          return missing.isPresent() ? missing.get() : keep(handle, asked, uuid, 201);
        });
  }

  private Answer put(Asked asked) {
    String uuid = asked.parameter("uuid");
    if (!WebhookReader.isUuid(uuid)) {
      return RegistryServer.error(
          400, "The name of a webhook has 16 or more of the characters A-Z, a-z, 0-9, _ and -");
    }
    return database.write(
        handle -> {
          boolean isKnown = new Webhooks(handle).find(uuid).isPresent();
          return keep(handle, asked, uuid, isKnown ? 200 : 201);
        });
  }

  private Answer delete(Asked asked) {
    return database.write(handle -> new Webhooks(handle).delete(asked.parameter("uuid")))
        ? Answer.empty(204)
        : notFound();
  }

  private Answer keep(Handle handle, Asked asked, String uuid, int status) {
    return switch (read(handle, asked, settings)) {
      case WebhookReader.Read.NoJson(String reason) ->
          RegistryServer.error(400, "Invalid JSON - " + reason);
      case WebhookReader.Read.Bad bad -> errors(bad);
      case WebhookReader.Read.Good(WebhookDraft draft) -> {
        Webhooks webhooks = new Webhooks(handle);
        Optional<Webhook> before = webhooks.find(uuid);
        WebhookDraft kept = draft.about(name(asked, "consumer"), name(asked, "provider"));
        Webhook webhook =
            webhooks.put(
                uuid,
                before.map(known -> kept.withSecretsOf(known)).orElse(kept),
                Happened.at(asked).orElseGet(clock::instant));
        Answer answer = Answer.hal(status, json(asked).of(webhook));
        yield status == 201 ? answer.with("Location", json(asked).address(uuid)) : answer;
      }
    };
  }

  static WebhookReader.Read read(Handle handle, Asked asked, WebhookSettings settings) {
    Systems systems = new Systems(handle);
    return new WebhookReader(settings, name -> systems.find(name).isPresent()).read(asked.body());
  }

  static Answer errors(WebhookReader.Read.Bad bad) {
    Members members = new Members();
    bad.errors().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(error -> members.texts(error.getKey(), error.getValue()));
    return Answer.hal(400, JsonObject.EMPTY.with("errors", members.object()));
  }

  /// Which of the systems in the address does not exist.
  static Optional<Answer> missing(Handle handle, Asked asked) {
    for (String role : List.of("consumer", "provider")) {
      Optional<String> name = name(asked, role);
      if (name.isPresent() && new Systems(handle).find(name.get()).isEmpty()) {
        return Optional.of(
            RegistryServer.error(404, "No " + role + " with name '" + name.get() + "' found"));
      }
    }
    return Optional.empty();
  }

  static Optional<Long> id(Handle handle, Asked asked, String role) {
    return name(asked, role).flatMap(new Systems(handle)::find).map(SystemRow::id);
  }

  private static Optional<String> name(Asked asked, String role) {
    return Optional.ofNullable(asked.parameters().get(role));
  }

  static Answer notFound() {
    return RegistryServer.error(404, "The requested document was not found on this server.");
  }

  static WebhookJson json(Asked asked) {
    return new WebhookJson(new Links(asked.base()));
  }

  static String address(Asked asked) {
    return asked.base() + asked.path();
  }
}

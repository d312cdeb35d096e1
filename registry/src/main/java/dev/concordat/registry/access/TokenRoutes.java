package dev.concordat.registry.access;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import dev.concordat.report.json.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `/tokens` and `/audit`: making tokens, listing and ending them, and reading who did what.
public final class TokenRoutes {
  private static final int MAX_NAME = 200;

  /// Ten years: longer lives are mistakes of a unit.
  private static final long MAX_DAYS = 3_650;

  private static final int AUDIT_SHOWN = 200;

  private final Tokens tokens;
  private final Audit audit;

  public TokenRoutes(Tokens tokens, Audit audit) {
    this.tokens = tokens;
    this.audit = audit;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/tokens", _ -> list()),
        Route.post("/tokens", this::create),
        Route.delete("/tokens/{id}", this::revoke),
        Route.get("/audit", _ -> audit()));
  }

  private Answer list() {
    return Answer.json(
        200,
        Answer.JSON,
        new Members().list("tokens", tokens.list(), token -> json(token).object()).object());
  }

  private Answer create(Asked asked) {
    if (!(JsonParser.parse(asked.body().toArray()).value().orElse(JsonObject.EMPTY)
        instanceof JsonObject body)) {
      return RegistryServer.error(400, "The body must be a JSON object");
    }
    Optional<String> name = text(body, "name").filter(given -> given.length() <= MAX_NAME);
    if (name.isEmpty()) {
      return RegistryServer.error(400, "name is missing: say what the token is for");
    }
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    JsonValue given = body.member("scopes").orElse(JsonArray.of());
    for (JsonValue item : given instanceof JsonArray(var items) ? items : List.of(given)) {
      Optional<Scope> scope =
          item instanceof JsonString(String word) ? Scope.of(word) : Optional.empty();
      if (scope.isEmpty()) {
        return RegistryServer.error(
            400, "scopes: " + item + " is none of read, publish, deploy, admin");
      }
      scopes.add(scope.get());
    }
    if (scopes.isEmpty()) {
      return RegistryServer.error(400, "scopes is missing: read, publish, deploy, admin");
    }
    Optional<Duration> lifetime = Optional.empty();
    if (body.member("days").isPresent()) {
      Optional<Long> days = days(body.member("days").get());
      if (days.isEmpty()) {
        return RegistryServer.error(400, "days must be a whole number from 1 to " + MAX_DAYS);
      }
      lifetime = days.map(Duration::ofDays);
    }
    Tokens.Made made = tokens.create(name.get(), scopes, text(body, "team"), lifetime);
    return Answer.json(201, Answer.JSON, json(made.token()).put("token", made.secret()).object());
  }

  private Answer revoke(Asked asked) {
    try {
      return tokens.revoke(Long.parseLong(asked.parameter("id")))
          ? Answer.empty(204)
          : RegistryServer.error(404, "There is no such token that still opens anything");
    } catch (NumberFormatException _) {
      return RegistryServer.error(404, "Tokens are named by their number");
    }
  }

  private Answer audit() {
    return Answer.json(
        200,
        Answer.JSON,
        new Members()
            .list(
                "entries",
                audit.newest(AUDIT_SHOWN),
                entry ->
                    new Members()
                        .put("at", entry.at().toString())
                        .put("who", entry.who())
                        .put("method", entry.method())
                        .put("path", entry.path())
                        .put("status", entry.status())
                        .object())
            .object());
  }

  private static Members json(Token token) {
    return new Members()
        .put("id", token.id())
        .put("name", token.name())
        .texts("scopes", token.scopes().stream().map(Scope::word).toList())
        .maybe("team", token.team(), JsonString::new)
        .put("createdAt", token.createdAt().toString())
        .maybe("expiresAt", token.expiresAt(), TokenRoutes::at)
        .maybe("revokedAt", token.revokedAt(), TokenRoutes::at)
        .maybe("lastUsedAt", token.lastUsedAt(), TokenRoutes::at);
  }

  private static JsonValue at(Instant instant) {
    return new JsonString(instant.toString());
  }

  private static Optional<String> text(JsonObject body, String name) {
    return body.member(name)
        .flatMap(
            value ->
                value instanceof JsonString(String text) && !text.isBlank()
                    ? Optional.of(text)
                    : Optional.empty());
  }

  private static Optional<Long> days(JsonValue value) {
    return value instanceof JsonNumber number
            && number.isTame()
            && number.isInteger()
            && number.decimal().signum() > 0
            && number.decimal().longValue() <= MAX_DAYS
        ? Optional.of(number.decimal().longValue())
        : Optional.empty();
  }
}

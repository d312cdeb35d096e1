package dev.concordat.cli.registry;

import dev.concordat.cli.console.Console;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.json.Members;
import java.util.List;
import java.util.Optional;

/// Makes, lists and ends tokens of a registry.
public final class TokenCalls {
  private final Console console;
  private final RegistryAddress address;
  private final boolean isJson;

  public TokenCalls(Console console, RegistryAddress address, boolean isJson) {
    this.console = console;
    this.address = address;
    this.isJson = isJson;
  }

  /// Makes one and prints it, this once.
  public Verdict create(
      String name, List<String> scopes, Optional<String> team, Optional<Long> days) {
    Members body = new Members().put("name", name).texts("scopes", scopes);
    team.ifPresent(it -> body.put("team", it));
    days.ifPresent(it -> body.put("days", it));
    try (RegistryClient client = new RegistryClient(address)) {
      RegistryClient.Reply reply =
          client.checked(client.post("/tokens", body.object()), "the token");
      JsonObject made = reply.json();
      console.out().println(isJson ? JsonText.pretty(made) : text(made, "token"));
      if (!isJson) {
        console.say(
            "It is shown this once; 'concordat token revoke " + text(made, "id") + "' ends it.");
      }
      return Verdict.HOLDS;
    } catch (RegistryFailure failure) {
      return Publish.tell(console, failure);
    }
  }

  public Verdict list() {
    try (RegistryClient client = new RegistryClient(address)) {
      RegistryClient.Reply reply =
          client.checked(client.get("/tokens", "application/json"), "the question");
      if (isJson) {
        console.out().println(JsonText.pretty(reply.json()));
        return Verdict.HOLDS;
      }
      if (reply.json().member("tokens").orElse(JsonArray.of()) instanceof JsonArray(var tokens)) {
        for (JsonValue token : tokens) {
          if (token instanceof JsonObject object) {
            console.out().println(line(object));
          }
        }
      }
      return Verdict.HOLDS;
    } catch (RegistryFailure failure) {
      return Publish.tell(console, failure);
    }
  }

  private static String line(JsonObject token) {
    String scopes =
        token.member("scopes").orElse(JsonArray.of()) instanceof JsonArray(var items)
            ? String.join(",", items.stream().map(TokenCalls::word).toList())
            : "";
    String state =
        token.has("revokedAt")
            ? "revoked " + text(token, "revokedAt")
            : token.has("expiresAt") ? "until " + text(token, "expiresAt") : "does not expire";
    return String.join(
        "   ",
        text(token, "id"),
        text(token, "name"),
        scopes,
        token.has("team") ? text(token, "team") : "all teams",
        state);
  }

  public Verdict revoke(long id) {
    try (RegistryClient client = new RegistryClient(address)) {
      client.checked(client.delete("/tokens/" + id), "ending the token");
      console.say("token " + id + " opens nothing any more");
      return Verdict.HOLDS;
    } catch (RegistryFailure failure) {
      return Publish.tell(console, failure);
    }
  }

  private static String text(JsonObject json, String name) {
    return json.member(name).map(TokenCalls::word).orElse("");
  }

  private static String word(JsonValue value) {
    return value instanceof JsonString(String text) ? text : JsonText.compact(value);
  }
}

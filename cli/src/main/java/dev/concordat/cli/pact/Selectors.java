package dev.concordat.cli.pact;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;

/// Which versions of consumers, as a command line says it: short, or in the JSON of Pact's tools.
public final class Selectors {
  /// How they are written, for help.
  public static final String WORDS =
      "main, latest, deployed, matching, branch=NAME, tag=NAME, environment=NAME, consumer=NAME, or"
          + " JSON";

  private Selectors() {}

  /// Reads one.
  ///
  /// @throws IllegalArgumentException when it is none
  public static JsonObject read(String text) {
    if (text.startsWith("{")) {
      if (JsonParser.parse(text).value().orElse(JsonBoolean.of(false)) instanceof JsonObject json) {
        return json;
      }
      throw new IllegalArgumentException("--selector: '" + text + "' is no JSON object");
    }
    int equals = text.indexOf('=');
    String word = equals < 0 ? text : text.substring(0, equals);
    String value = equals < 0 ? "" : text.substring(equals + 1);
    return switch (equals < 0 ? word : value.isEmpty() ? "" : word + "=") {
      case "main" -> flag("mainBranch");
      case "latest" -> flag("latest");
      case "deployed" -> flag("deployedOrReleased");
      case "matching" -> flag("matchingBranch");
      case "branch=" -> named("branch", value);
      case "tag=" -> named("tag", value).with("latest", JsonBoolean.of(true));
      case "environment=" -> named("environment", value);
      case "consumer=" -> named("consumer", value).with("latest", JsonBoolean.of(true));
      default ->
          throw new IllegalArgumentException("--selector: '" + text + "' is none; write " + WORDS);
    };
  }

  private static JsonObject flag(String name) {
    return JsonObject.EMPTY.with(name, JsonBoolean.of(true));
  }

  private static JsonObject named(String name, String value) {
    return JsonObject.EMPTY.with(name, new JsonString(value));
  }
}

package dev.concordat.record.document;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.record.learning.Requests;
import dev.concordat.record.settling.Words;
import java.util.ArrayList;
import java.util.List;

/// How callers show who they are.
final class SecurityJson {
  private static final JsonArray NOTHING_MORE = new JsonArray(List.of());

  private SecurityJson() {}

  /// The alternatives of an operation; none where nobody ever showed anything.
  static List<JsonValue> needs(Requests accepted) {
    List<JsonValue> needs = new ArrayList<>();
    accepted
        .credentials()
        .keySet()
        .forEach(credential -> needs.add(JsonObject.EMPTY.with(name(credential), NOTHING_MORE)));
    if (!needs.isEmpty() && accepted.anonymous() > 0) {
      needs.add(JsonObject.EMPTY);
    }
    return needs;
  }

  /// The name of a scheme: `bearer`, `headerXApiKey`.
  static String name(String credential) {
    return Words.camel(credential);
  }

  static JsonObject scheme(String credential) {
    int space = credential.indexOf(' ');
    if (space < 0) {
      return JsonObject.EMPTY
          .with("type", new JsonString("http"))
          .with("scheme", new JsonString(credential));
    }
    String in = credential.substring(0, space);
    String name = credential.substring(space + 1);
    return JsonObject.EMPTY
        .with("type", new JsonString("apiKey"))
        .with("in", new JsonString(in))
        .with("name", new JsonString(in.equals("header") ? HeaderCase.of(name) : name));
  }
}

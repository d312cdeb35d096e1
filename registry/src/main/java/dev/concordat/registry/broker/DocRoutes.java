package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What relations mean, where the links of resources (`curies`) lead people to.
final class DocRoutes {
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("branch", "A branch of a pacticipant."),
          Map.entry("branch-version", "A version of a pacticipant on a branch."),
          Map.entry("consumer", "The consumer of a pact."),
          Map.entry("consumer-version", "The version of the consumer that published a pact."),
          Map.entry("diff", "What differs between two versions of a pact."),
          Map.entry(
              "diff-previous-distinct", "What a pact changed since it last said something else."),
          Map.entry("latest-pact-version", "The newest version of a pact."),
          Map.entry("latest-verification-results", "The newest result of verifying a pact."),
          Map.entry("pact-version", "The content of a pact, under an address that never changes."),
          Map.entry(
              "previous-distinct",
              "The newest earlier version of a pact that says something else."),
          Map.entry("provider", "The provider of a pact."),
          Map.entry("publish-verification-results", "POST the result of verifying a pact here."),
          Map.entry(
              "record-deployment", "POST here when a version is deployed to the environment."),
          Map.entry("record-release", "POST here when a version is released to the environment."),
          Map.entry("version-tag", "PUT or DELETE a tag of a version."),
          Map.entry("triggered-webhooks", "The webhooks that a publication set off."));

  private DocRoutes() {}

  static List<Route> routes() {
    return List.of(Route.get("/doc/{relation}", DocRoutes::page));
  }

  private static Answer page(Asked asked) {
    String relation = asked.parameter("relation");
    Optional<String> meaning =
        Optional.ofNullable(OTHERS.get(relation))
            .or(() -> Optional.ofNullable(ofIndex(asked).get("pb:" + relation)));
    return meaning
        .map(
            text ->
                Answer.text(
                    200,
                    Answer.HTML,
                    "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
                        + escaped(relation)
                        + "</title></head><body><h1>"
                        + escaped(relation)
                        + "</h1><p>"
                        + escaped(text)
                        + "</p></body></html>"))
        .orElseGet(Errors::notFound);
  }

  /// The titles of the index are what its relations mean.
  private static Map<String, String> ofIndex(Asked asked) {
    Map<String, String> titles = new LinkedHashMap<>();
    if (Index.index(asked.base()).member("_links").orElse(JsonObject.EMPTY)
        instanceof JsonObject links) {
      for (Map.Entry<String, JsonValue> link : links.members().entrySet()) {
        if (link.getValue() instanceof JsonObject one
            && one.member("title").orElse(JsonObject.EMPTY) instanceof JsonString(String title)) {
          titles.put(link.getKey(), title);
        }
      }
    }
    return titles;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

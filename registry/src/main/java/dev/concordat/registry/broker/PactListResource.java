package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.link.Moments;
import dev.concordat.registry.store.PactRow;
import java.util.List;

/// Lists of pacts as resources.
final class PactListResource {
  private PactListResource() {}

  /// The newest pact of every pair.
  static JsonObject newest(Request request, List<PactRow> pacts) {
    Links links = request.links();
    return new Hal()
        .put("pacts", Hal.array(pacts.stream().map(it -> newest(links, it)).toList()))
        .link("self", Hal.href(request.self()))
        .links(
            "pb:pacts",
            pacts.stream()
                .map(it -> Hal.href(latest(links, it)).with("title", text(newestTitle(it))))
                .toList())
        .links(
            "pacts",
            pacts.stream()
                .map(
                    it ->
                        Hal.href(latest(links, it))
                            .with("title", text(newestTitle(it)))
                            .with("name", text("DEPRECATED - please use the pb:pacts relation")))
                .toList())
        .curies(links.base(), "pacts")
        .json();
  }

  private static JsonObject newest(Links links, PactRow pact) {
    JsonObject consumer =
        new Hal()
            .put("name", pact.consumer())
            .embed("version", Shared.version(links, pact.consumer(), pact.number()))
            .link("self", Hal.href(links.system(pact.consumer())))
            .json();
    return new Hal()
        .put("createdAt", Moments.dialect(pact.createdAt()))
        .embed("consumer", consumer)
        .embed("provider", Shared.system(links, pact.provider()))
        .links("self", List.of(Hal.href(latest(links, pact)), Hal.href(Shared.pact(links, pact))))
        .json();
  }

  private static String latest(Links links, PactRow pact) {
    return links.pair(pact.provider(), pact.consumer()) + "/latest";
  }

  private static String newestTitle(PactRow pact) {
    return "Latest pact between " + pact.consumer() + " and " + pact.provider();
  }

  private static JsonString text(String text) {
    return new JsonString(text);
  }

  /// Pacts of one provider, as links.
  static JsonObject ofProvider(
      Request request, String provider, List<PactRow> pacts, String title) {
    Links links = request.links();
    return new Hal()
        .link("self", Hal.href(request.self()).with("title", text(title)))
        .link("pb:provider", Hal.href(links.system(provider)).with("name", text(provider)))
        .links(
            "pb:pacts",
            pacts.stream()
                .map(
                    it ->
                        Hal.href(Shared.pact(links, it))
                            .with("title", text(Shared.title(it)))
                            .with("name", text(it.consumer())))
                .toList())
        .link(
            "provider",
            Hal.href(links.system(provider))
                .with("title", text(provider))
                .with("name", text("DEPRECATED - please use the pb:provider relation")))
        .links(
            "pacts",
            pacts.stream()
                .map(
                    it ->
                        Hal.href(Shared.pact(links, it))
                            .with(
                                "title",
                                text(
                                    "DEPRECATED - please use the pb:pacts relation. "
                                        + Shared.title(it)))
                            .with("name", text(it.consumer())))
                .toList())
        .json();
  }

  /// Pacts of one pair.
  static JsonObject ofPair(
      Request request, String consumer, String provider, List<PactRow> pacts, String title) {
    Links links = request.links();
    return new Hal()
        .embed("pacts", pacts.stream().map(it -> entry(links, it)).toList())
        .link("self", Hal.href(request.self()).with("title", text(title)))
        .link("consumer", Hal.named("Consumer", consumer, links.system(consumer)))
        .link("provider", Hal.named("Provider", provider, links.system(provider)))
        .links("pact-versions", dated(links, pacts, "Pact"))
        .json();
  }

  /// Pacts of one pair with a tag.
  static JsonObject tagged(
      Request request, String consumer, String provider, List<PactRow> pacts, String tag) {
    Links links = request.links();
    return new Hal()
        .embed("pacts", pacts.stream().map(it -> entry(links, it)).toList())
        .link(
            "self",
            Hal.titled(
                "All versions of the pact between "
                    + consumer
                    + " and "
                    + provider
                    + " with tag "
                    + tag,
                request.self()))
        .link("pb:consumer", Hal.named("Consumer", consumer, links.system(consumer)))
        .link("pb:provider", Hal.named("Provider", provider, links.system(provider)))
        .links("pb:pact-versions", dated(links, pacts, "Pact version"))
        .json();
  }

  private static List<JsonObject> dated(Links links, List<PactRow> pacts, String title) {
    return pacts.stream()
        .map(
            it ->
                Hal.named(
                    title,
                    "Version " + it.number() + " - " + Hal.day(it.createdAt()),
                    Shared.pact(links, it)))
        .toList();
  }

  private static JsonObject entry(Links links, PactRow pact) {
    return new Hal()
        .put("createdAt", Moments.dialect(pact.createdAt()))
        .embed("consumerVersion", Shared.version(links, pact.consumer(), pact.number()))
        .link("self", Hal.titled(Shared.title(pact), Shared.pact(links, pact)))
        .json();
  }
}

package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.contract.ContractStore;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.link.Moments;
import dev.concordat.registry.store.PactRow;
import java.util.List;
import java.util.Optional;

/// A pact as a resource: its content with the links that verifiers follow.
final class PactResource {
  private PactResource() {}

  /// @param metadata the segment of the address under which it was asked for
  static JsonObject of(Request request, PactRow pact, Optional<String> metadata) {
    Links links = request.links();
    String pair = links.pair(pact.provider(), pact.consumer());
    String self = Shared.pact(links, pact);
    String content = links.content(pact.provider(), pact.consumer(), pact.sha());
    Hal hal =
        new Hal()
            .putAll(new ContractStore(request.handle()).content(pact).served())
            .put("createdAt", Moments.dialect(pact.createdAt()))
            .link("self", Hal.named("Pact", Shared.title(pact), self))
            .link(
                "pb:consumer",
                Hal.named("Consumer", pact.consumer(), links.system(pact.consumer())))
            .link("pb:consumer-version", version(links, pact.consumer(), pact.number()));
    selected(request, pact, metadata, hal);
    hal.link("pb:provider", Hal.named("Provider", pact.provider(), links.system(pact.provider())))
        .link("pb:pact-version", Hal.named("Pact content version permalink", pact.sha(), content))
        .link("pb:latest-pact-version", Hal.titled("Latest version of this pact", pair + "/latest"))
        .link("pb:all-pact-versions", Hal.titled("All versions of this pact", pair + "/versions"))
        .link(
            "pb:latest-untagged-pact-version",
            Hal.titled("Latest untagged version of this pact", pair + "/latest-untagged"))
        .link(
            "pb:latest-tagged-pact-version",
            Hal.templated("Latest tagged version of this pact", pair + "/latest/{tag}"))
        .link(
            "pb:previous-distinct",
            Hal.titled("Previous distinct version of this pact", self + "/previous-distinct"))
        .link(
            "pb:diff-previous-distinct",
            Hal.titled(
                "Diff with previous distinct version of this pact",
                self + "/diff/previous-distinct"))
        .link(
            "pb:diff",
            Hal.titled(
                    "Diff with another specified version of this pact",
                    content + "/diff/pact-version/{pactVersion}")
                .with("templated", JsonBoolean.of(true)));
    others(links, pact, hal);
    return hal.link(
            "pb:publish-verification-results",
            Hal.titled(
                "Publish verification results",
                content
                    + metadata.map(it -> "/metadata/" + Links.segment(it)).orElse("")
                    + "/verification-results"))
        .link("pb:latest-verification-results", Hal.href(content + "/verification-results/latest"))
        .link(
            "pb:triggered-webhooks",
            Hal.titled(
                "Webhooks triggered by the publication of this pact", self + "/triggered-webhooks"))
        .link(
            "pb:matrix-for-consumer-version",
            Hal.titled(
                "View matrix rows for the consumer version to which this pact belongs",
                links.base()
                    + "/matrix?q%5B%5D%5Bpacticipant%5D="
                    + Links.segment(pact.consumer())
                    + "&q%5B%5D%5Bversion%5D="
                    + Links.segment(pact.number())
                    + "&latestby=cvpv"))
        .curies(links.base(), "pact")
        .json();
  }

  private static void others(Links links, PactRow pact, Hal hal) {
    String version = links.version(pact.consumer(), pact.number());
    hal.link(
            "pb:pact-webhooks",
            Hal.titled(
                "Webhooks for the pact between " + pact.consumer() + " and " + pact.provider(),
                links.at("/webhooks/provider", pact.provider(), "consumer", pact.consumer())))
        // The dialect names the provider here, though the address is that of a consumer.
        .link(
            "pb:consumer-webhooks",
            Hal.titled(
                "Webhooks for all pacts with provider " + pact.provider(),
                links.at("/webhooks/consumer", pact.provider())))
        .link(
            "pb:tag-prod-version",
            Hal.titled(
                "PUT to this resource to tag this consumer version as 'production'",
                version + "/tags/prod"))
        .link(
            "pb:tag-version",
            Hal.titled(
                "PUT to this resource to tag this consumer version", version + "/tags/{tag}"));
  }

  private static void selected(Request request, PactRow pact, Optional<String> metadata, Hal hal) {
    List<String> numbers =
        metadata.map(it -> PactMetadata.read(request.handle(), it).numbers()).orElse(List.of());
    if (!numbers.isEmpty()) {
      hal.links(
          "pb:consumer-versions",
          numbers.stream()
              .map(number -> version(request.links(), pact.consumer(), number))
              .toList());
    }
  }

  private static JsonObject version(Links links, String consumer, String number) {
    return Hal.named("Consumer version", number, links.version(consumer, number));
  }
}

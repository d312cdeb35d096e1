package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import java.util.List;

/// What the registry serves, as links: where every client begins.
final class Index {
  private static final String PAIR = "/pacts/provider/{provider}/consumer/{consumer}";

  private Index() {}

  static List<Route> routes(Desk desk) {
    return List.of(
        Route.get("/", desk.reading(request -> Answer.hal(200, index(request.links().base())))));
  }

  static JsonObject index(String base) {
    Hal hal = new Hal();
    hal.link("self", link(base, "Index", false));
    add(
        hal,
        base,
        "publish-pact",
        PAIR + "/version/{consumerApplicationVersion}",
        "Publish a pact");
    add(hal, base, "publish-contracts", "/contracts/publish", "Publish contracts");
    add(hal, base, "latest-pact-versions", "/pacts/latest", "Latest pact versions");
    // The dialect says of this one template that it is none.
    hal.link(
        "pb:tagged-pact-versions",
        link(
            base + PAIR + "/tag/{tag}",
            "All versions of a pact for a given consumer, provider and consumer version tag",
            false));
    add(
        hal,
        base,
        "branch-pact-versions",
        PAIR + "/branch/{branch}",
        "All versions of pacts for a provider, for a named consumers branch");
    add(
        hal,
        base,
        "latest-branch-pact-versions",
        PAIR + "/branch/{branch}/latest/versions",
        "Latest version of pact for a provider, for a named consumers branch");
    add(
        hal,
        base,
        "main-branch-pact-versions",
        PAIR + "/branch/versions",
        "All versions of pacts for a provider, for a named consumers main branch");
    add(
        hal,
        base,
        "latest-main-branch-pact-versions",
        PAIR + "/branch/latest/versions",
        "Latest version of pact for a provider, for a named consumers main branch");
    ofProviders(hal, base);
    ofSystems(hal, base);
    others(hal, base);
    return hal.json();
  }

  private static void ofProviders(Hal hal, String base) {
    String provider = "/pacts/provider/{provider}";
    add(
        hal,
        base,
        "provider-pacts-with-main-branch",
        provider + "/branch",
        "All pacts for a provider, for any consumers main branch");
    add(
        hal,
        base,
        "provider-pacts-with-branch",
        provider + "/branch/{branch}",
        "All pacts for a provider, for any consumers named branch");
    add(
        hal,
        base,
        "latest-provider-pacts-with-main-branch",
        provider + "/branch/latest",
        "Latest pact for a provider, for any consumers main branch");
    add(
        hal,
        base,
        "latest-provider-pacts-with-branch",
        provider + "/branch/{branch}/latest",
        "Latest pacts for a provider, for any consumers named branch");
    add(hal, base, "pacticipants", "/pacticipants", "Pacticipants");
    add(hal, base, "pacticipant", "/pacticipants/{pacticipant}", "Fetch pacticipant by name");
    add(hal, base, "latest-provider-pacts", provider + "/latest", "Latest pacts by provider");
    add(
        hal,
        base,
        "latest-provider-pacts-with-tag",
        provider + "/latest/{tag}",
        "Latest pacts for provider with the specified tag");
    add(
        hal,
        base,
        "provider-pacts-with-tag",
        provider + "/tag/{tag}",
        "All pact versions for the provider with the specified consumer version tag");
    add(hal, base, "provider-pacts", provider, "All pact versions for the specified provider");
  }

  private static void ofSystems(Hal hal, String base) {
    String system = "/pacticipants/{pacticipant}";
    add(hal, base, "latest-version", system + "/latest-version", "Latest pacticipant version");
    add(
        hal,
        base,
        "latest-tagged-version",
        system + "/latest-version/{tag}",
        "Latest pacticipant version with the specified tag");
    add(hal, base, "webhooks", "/webhooks", "Webhooks");
    add(hal, base, "webhook", "/webhooks/{uuid}", "Webhook");
    add(hal, base, "integrations", "/integrations", "Integrations");
    add(
        hal,
        base,
        "pacticipant-version-tag",
        system + "/versions/{version}/tags/{tag}",
        "Get, create or delete a tag for a pacticipant version");
    add(
        hal,
        base,
        "pacticipant-branch",
        system + "/branches/{branch}",
        "Get or delete a pacticipant branch");
    add(
        hal,
        base,
        "pacticipant-branch-version",
        system + "/branches/{branch}/versions/{version}",
        "Get or add/create a pacticipant version for a branch");
    add(
        hal,
        base,
        "pacticipant-version",
        system + "/versions/{version}",
        "Get, create or delete a pacticipant version");
  }

  private static void others(Hal hal, String base) {
    hal.link(
        "pb:metrics",
        Hal.href(base + "/metrics").with("title", new JsonString("Get Pact Broker metrics")));
    add(
        hal,
        base,
        "can-i-deploy-pacticipant-version-to-tag",
        "/can-i-deploy?pacticipant={pacticipant}&version={version}&to={tag}",
        "Determine if an application version can be safely deployed to an environment identified by"
            + " the given tag");
    add(
        hal,
        base,
        "can-i-deploy-pacticipant-version-to-environment",
        "/can-i-deploy?pacticipant={pacticipant}&version={version}&environment={environment}",
        "Determine if an application version can be safely deployed to an environment");
    String verification = "/pacts/provider/{provider}/for-verification";
    add(
        hal,
        base,
        "provider-pacts-for-verification",
        verification,
        "Pact versions to be verified for the specified provider");
    hal.link(
        "beta:provider-pacts-for-verification",
        JsonObject.EMPTY
            .with("name", new JsonString("beta"))
            .with("href", new JsonString(base + verification))
            .with(
                "title",
                new JsonString("DEPRECATED - please use pb:provider-pacts-for-verification"))
            .with("templated", JsonBoolean.of(true)));
    hal.links("curies", List.of(curie(base, "pb"), curie(base, "beta")));
    add(hal, base, "environments", "/environments", "Environments");
    add(hal, base, "environment", "/environments/{uuid}", "Environment");
    hal.link(
        "pf:publish-provider-contract",
        link(
            base + "/provider-contracts/provider/{provider}/publish",
            "Publish a provider contract",
            true));
  }

  private static void add(Hal hal, String base, String relation, String path, String title) {
    hal.link("pb:" + relation, link(base + path, title, path.contains("{")));
  }

  private static JsonObject link(String href, String title, boolean isTemplated) {
    return Hal.href(href)
        .with("title", new JsonString(title))
        .with("templated", JsonBoolean.of(isTemplated));
  }

  private static JsonObject curie(String base, String name) {
    return JsonObject.EMPTY
        .with("name", new JsonString(name))
        .with("href", new JsonString(base + "/doc/{rel}?context=index"))
        .with("templated", JsonBoolean.of(true));
  }
}

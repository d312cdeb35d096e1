package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.link.Moments;
import dev.concordat.registry.store.BranchVersionRow;
import dev.concordat.registry.store.Branches;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Publications;
import dev.concordat.registry.store.TagRow;
import dev.concordat.registry.store.Tags;
import dev.concordat.registry.store.VerificationRow;
import java.util.List;
import java.util.Optional;

/// Every pair with its newest pact and how it stands.
final class DashboardRoutes {
  private DashboardRoutes() {}

  static List<Route> routes(Desk desk) {
    return List.of(
        Route.get(
            "/dashboard",
            desk.reading(
                request -> shown(request, new Publications(request.handle()).newestOfEach()))),
        Route.get(
            "/dashboard/provider/{provider}/consumer/{consumer}",
            desk.reading(
                request ->
                    request.pair(
                        (consumer, provider) ->
                            shown(
                                request,
                                new Publications(request.handle())
                                    .newest(consumer.id(), provider.id()).stream().toList())))));
  }

  private static Answer shown(Request request, List<PactRow> pacts) {
    return Answer.hal(
        200,
        JsonObject.EMPTY.with(
            "items", Hal.array(pacts.stream().map(pact -> item(request, pact)).toList())));
  }

  private static JsonObject item(Request request, PactRow pact) {
    Links links = request.links();
    PairStatus status = PairStatus.of(request.handle(), pact);
    JsonObject consumer =
        new Hal()
            .put("name", pact.consumer())
            .put(
                "version",
                version(request, pact.versionId(), pact.number())
                    .link("self", Hal.href(links.version(pact.consumer(), pact.number())))
                    .json())
            .link("self", Hal.href(links.system(pact.consumer())))
            .json();
    JsonObject provider =
        new Hal()
            .put("name", pact.provider())
            .put("version", verifiedBy(request, status))
            .link("self", Hal.href(links.system(pact.provider())))
            .json();
    return new Hal()
        .put("consumer", consumer)
        .put("provider", provider)
        .put(
            "pact",
            new Hal()
                .put("createdAt", Moments.dialect(pact.createdAt()))
                .link("self", Hal.href(Shared.pact(links, pact)))
                .json())
        .put("pactTags", tags(request, pact.consumer(), pact.versionId(), pact.number()))
        .put("latestVerificationResult", result(links, pact, status))
        .put("latestVerificationResultTags", resultTags(request, pact, status))
        .put("verificationStatus", status.state().label())
        .put("webhookStatus", Deliveries.status(request.handle(), pact))
        .put("latestWebhookExecution", execution(request, pact))
        .link(
            "pb:webhook-status",
            Hal.titled(
                "Status of webhooks for " + pact.consumer() + "/" + pact.provider() + " pact",
                links.pair(pact.provider(), pact.consumer()) + "/webhooks/status"))
        .json();
  }

  private static Hal version(Request request, long id, String number) {
    List<BranchVersionRow> branches = new Branches(request.handle()).of(id);
    return new Hal()
        .put("number", number)
        .put("branch", branches.stream().findFirst().map(BranchVersionRow::branch))
        .put(
            "headBranchNames",
            Hal.texts(
                branches.stream()
                    .filter(BranchVersionRow::latest)
                    .map(BranchVersionRow::branch)
                    .sorted()
                    .toList()));
  }

  private static JsonValue verifiedBy(Request request, PairStatus status) {
    return status
        .verification()
        .<JsonValue>map(
            row -> version(request, row.providerVersionId(), row.providerVersion()).json())
        .orElse(JsonNull.NULL);
  }

  private static JsonValue tags(Request request, String system, long versionId, String number) {
    return Hal.array(
        new Tags(request.handle())
            .of(versionId).stream()
                .map(
                    tag ->
                        new Hal()
                            .put("name", tag.name())
                            .put("latest", isNewest(request, tag))
                            .link("self", Hal.href(request.links().tag(system, number, tag.name())))
                            .json())
                .toList());
  }

  private static boolean isNewest(Request request, TagRow tag) {
    return new Tags(request.handle()).newest(tag.systemId(), tag.name()) == tag.versionId();
  }

  private static JsonValue result(Links links, PactRow pact, PairStatus status) {
    return status
        .verification()
        .<JsonValue>map(
            row ->
                new Hal()
                    .put("success", row.success())
                    .put("verifiedAt", Moments.dialect(row.verifiedAt()))
                    .link(
                        "self", Hal.href(Shared.pact(links, pact) + "/verification-results/latest"))
                    .json())
        .orElse(JsonNull.NULL);
  }

  private static JsonValue resultTags(Request request, PactRow pact, PairStatus status) {
    Optional<VerificationRow> row = status.verification();
    return row.isEmpty()
        ? Hal.array(List.of())
        : tags(
            request, pact.provider(), row.get().providerVersionId(), row.get().providerVersion());
  }

  private static JsonValue execution(Request request, PactRow pact) {
    return Deliveries.newest(request.handle(), pact)
        .<JsonValue>map(at -> new Hal().put("triggeredAt", Moments.dialect(at)).json())
        .orElse(JsonNull.NULL);
  }
}

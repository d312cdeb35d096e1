package dev.concordat.registry.broker;

import dev.concordat.registry.contract.ContentDifference;
import dev.concordat.registry.contract.ContractStore;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Publications;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Differences between two versions of a pact, and the version before which a pact said something else.
final class DiffRoutes {
  private static final String VERSION = PactRoutes.PAIR + "/version/{version}";
  private static final String TEXT = "text/plain;charset=utf-8";

  private DiffRoutes() {}

  static List<Route> routes(Desk desk) {
    return List.of(
        Route.get(
            VERSION + "/previous-distinct",
            desk.reading(
                request ->
                    ofVersion(
                        request,
                        pact ->
                            previous(request, pact)
                                .map(
                                    it ->
                                        Answer.hal(
                                            200, PactResource.of(request, it, Optional.empty())))
                                .orElseGet(Errors::notFound)))),
        Route.get(
            VERSION + "/diff/previous-distinct",
            desk.reading(
                request ->
                    ofVersion(
                        request,
                        pact ->
                            previous(request, pact)
                                .map(it -> shown(request, it, pact))
                                .orElseGet(
                                    () ->
                                        Answer.text(
                                            200,
                                            TEXT,
                                            "No previous distinct version was found for "
                                                + Shared.title(pact)))))),
        Route.get(
            VERSION + "/diff/version/{comparison}",
            desk.reading(
                request ->
                    ofVersion(
                        request,
                        pact ->
                            PactRoutes.find(request, request.part("comparison"))
                                .map(it -> ordered(request, it, pact))
                                .orElseGet(Errors::notFound)))),
        Route.get(
            PactRoutes.PAIR + "/pact-version/{sha}/diff/pact-version/{comparison}",
            desk.reading(
                request ->
                    PactRoutes.newestOf(request, request.part("sha"))
                        .flatMap(
                            pact ->
                                PactRoutes.newestOf(request, request.part("comparison"))
                                    .map(it -> ordered(request, it, pact)))
                        .orElseGet(Errors::notFound))));
  }

  private static Answer ofVersion(Request request, Function<PactRow, Answer> with) {
    return PactRoutes.find(request, request.part("version")).map(with).orElseGet(Errors::notFound);
  }

  private static Optional<PactRow> previous(Request request, PactRow pact) {
    return new Publications(request.handle()).previousDistinct(pact);
  }

  /// From the older to the newer, whichever way it was asked.
  private static Answer ordered(Request request, PactRow one, PactRow other) {
    return one.versionId() <= other.versionId()
        ? shown(request, one, other)
        : shown(request, other, one);
  }

  private static Answer shown(Request request, PactRow before, PactRow after) {
    ContractStore store = new ContractStore(request.handle());
    PactRow since = new Publications(request.handle()).after(before).orElse(after);
    String text =
        "# Diff between versions "
            + before.number()
            + " and "
            + after.number()
            + " of the pact between "
            + after.consumer()
            + " and "
            + after.provider()
            + "\n\nThe following changes were made "
            + TimeWords.distance(since.createdAt(), request.now())
            + " ago ("
            + TimeWords.date(since.createdAt())
            + ")\n\n"
            + ContentDifference.of(
                store.content(before).document(), store.content(after).document())
            + "\n\n## Links\n\n"
            + link(request, "current-pact-version", after)
            + link(request, "previous-distinct-pact-version", before);
    return Answer.text(200, TEXT, text);
  }

  private static String link(Request request, String relation, PactRow pact) {
    return relation
        + ":\n  title: Pact\n  name: "
        + Shared.title(pact)
        + "\n  href: "
        + Shared.pact(request.links(), pact)
        + "\n";
  }
}

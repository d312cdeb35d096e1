package dev.concordat.registry.broker;

import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Publications;
import dev.concordat.registry.store.SystemRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Lists of pacts: of all pairs, of a provider, of a pair; by tag and branch.
final class PactListRoutes {
  private static final String PROVIDER = "/pacts/provider/{provider}";

  private PactListRoutes() {}

  static List<Route> routes(Desk desk) {
    List<Route> routes = new ArrayList<>();
    routes.add(
        Route.get(
            "/pacts/latest",
            desk.reading(
                request ->
                    Answer.hal(
                        200,
                        PactListResource.newest(
                            request, new Publications(request.handle()).newestOfEach())))));
    ofProvider(routes, desk);
    ofPair(routes, desk);
    return routes;
  }

  private static Publications publications(Request request) {
    return new Publications(request.handle());
  }

  private static void ofProvider(List<Route> routes, Desk desk) {
    provider(routes, desk, "", request -> it -> "All" + title(it), PactListRoutes::all);
    provider(
        routes, desk, "/latest", request -> it -> "Latest" + title(it), PactListRoutes::newest);
    provider(
        routes,
        desk,
        "/tag/{tag}",
        request -> it -> "All" + title(it) + tag(request),
        (request, it) -> publications(request).allTagged(it.id(), request.part("tag")));
    provider(
        routes,
        desk,
        "/latest/{tag}",
        request -> it -> "Latest" + title(it) + tag(request),
        (request, it) ->
            newestOfEach(publications(request).allTagged(it.id(), request.part("tag"))));
    provider(
        routes,
        desk,
        "/branch",
        request -> it -> "All" + title(it),
        (request, it) -> publications(request).allOfMainBranches(it.id()));
    provider(
        routes,
        desk,
        "/branch/latest",
        request -> it -> "Latest" + title(it),
        (request, it) -> newestOfEach(publications(request).allOfMainBranches(it.id())));
    provider(
        routes,
        desk,
        "/branch/{branch}",
        request -> it -> "All" + title(it) + branch(request),
        (request, it) -> publications(request).allOfBranch(it.id(), request.part("branch")));
    provider(
        routes,
        desk,
        "/branch/{branch}/latest",
        request -> it -> "Latest" + title(it) + branch(request),
        (request, it) ->
            newestOfEach(publications(request).allOfBranch(it.id(), request.part("branch"))));
  }

  private static String title(SystemRow provider) {
    return " pact versions for the provider " + provider.name();
  }

  private static String tag(Request request) {
    return " with consumer version tag '" + request.part("tag") + "'";
  }

  private static String branch(Request request) {
    return " with consumer version branch '" + request.part("branch") + "'";
  }

  private static void provider(
      List<Route> routes,
      Desk desk,
      String path,
      Function<Request, Function<SystemRow, String>> title,
      BiFunction<Request, SystemRow, List<PactRow>> which) {
    routes.add(
        Route.get(
            PROVIDER + path,
            desk.reading(
                request ->
                    request.system(
                        "provider",
                        provider ->
                            Answer.hal(
                                200,
                                PactListResource.ofProvider(
                                    request,
                                    provider.name(),
                                    which.apply(request, provider),
                                    title.apply(request).apply(provider)))))));
  }

  /// By consumer, the oldest first.
  private static List<PactRow> all(Request request, SystemRow provider) {
    return publications(request).between(Optional.empty(), provider.id()).stream()
        .sorted(
            Comparator.comparing((PactRow it) -> it.consumer().toLowerCase(Locale.ROOT))
                .thenComparing(PactRow::consumer)
                .thenComparingLong(PactRow::versionId))
        .toList();
  }

  private static List<PactRow> newest(Request request, SystemRow provider) {
    return newestOfEach(publications(request).between(Optional.empty(), provider.id()));
  }

  /// The newest of each consumer, in the order of the consumers.
  private static List<PactRow> newestOfEach(List<PactRow> pacts) {
    Map<Long, PactRow> newest = new LinkedHashMap<>();
    for (PactRow pact : pacts) {
      newest.merge(
          pact.consumerId(), pact, (one, two) -> one.versionId() > two.versionId() ? one : two);
    }
    return List.copyOf(newest.values());
  }

  private static void ofPair(List<Route> routes, Desk desk) {
    pair(
        routes,
        desk,
        "/versions",
        (request, pair) ->
            publications(request).between(Optional.of(pair.consumer().id()), pair.provider().id()));
    pair(
        routes,
        desk,
        "/branch/{branch}",
        (request, pair) -> pair.ofBranch(request, Optional.of(request.part("branch"))));
    pair(
        routes,
        desk,
        "/branch/versions",
        (request, pair) -> pair.ofBranch(request, pair.consumer().mainBranch()));
    pair(
        routes,
        desk,
        "/branch/{branch}/latest/versions",
        (request, pair) ->
            pair.ofBranch(request, Optional.of(request.part("branch"))).stream().limit(1).toList());
    pair(
        routes,
        desk,
        "/branch/latest/versions",
        (request, pair) ->
            pair.ofBranch(request, pair.consumer().mainBranch()).stream().limit(1).toList());
    String tagged = PactRoutes.PAIR + "/tag/{tag}";
    routes.add(
        Route.get(
            tagged,
            desk.reading(
                request ->
                    request.pair(
                        (consumer, provider) ->
                            Answer.hal(
                                200,
                                PactListResource.tagged(
                                    request,
                                    consumer.name(),
                                    provider.name(),
                                    new Pair(consumer, provider).tagged(request),
                                    request.part("tag")))))));
    routes.add(
        Route.delete(
            tagged,
            desk.writing(
                request ->
                    request.pair(
                        (consumer, provider) -> {
                          Pair pair = new Pair(consumer, provider);
                          return pair.delete(request, pair.tagged(request));
                        }))));
  }

  private static void pair(
      List<Route> routes, Desk desk, String path, BiFunction<Request, Pair, List<PactRow>> which) {
    routes.add(
        Route.get(
            PactRoutes.PAIR + path,
            desk.reading(
                request ->
                    request.pair(
                        (consumer, provider) ->
                            Answer.hal(
                                200,
                                PactListResource.ofPair(
                                    request,
                                    consumer.name(),
                                    provider.name(),
                                    which.apply(request, new Pair(consumer, provider)),
                                    "All versions of the pact between "
                                        + consumer.name()
                                        + " and "
                                        + provider.name()))))));
    routes.add(
        Route.delete(
            PactRoutes.PAIR + path,
            desk.writing(
                request ->
                    request.pair(
                        (consumer, provider) -> {
                          Pair pair = new Pair(consumer, provider);
                          return pair.delete(request, which.apply(request, pair));
                        }))));
  }

  private record Pair(SystemRow consumer, SystemRow provider) {
    /// The newest first; nothing where no branch is known.
    List<PactRow> ofBranch(Request request, Optional<String> branch) {
      return branch
          .map(it -> publications(request).ofBranch(consumer.id(), provider.id(), it))
          .orElse(List.of());
    }

    List<PactRow> tagged(Request request) {
      return publications(request).allTagged(provider.id(), request.part("tag")).stream()
          .filter(it -> it.consumerId() == consumer.id())
          .sorted(Comparator.comparingLong(PactRow::versionId).reversed())
          .toList();
    }

    Answer delete(Request request, List<PactRow> pacts) {
      publications(request).delete(pacts);
      return PactRoutes.deleted(request, consumer.id(), provider.id());
    }
  }
}

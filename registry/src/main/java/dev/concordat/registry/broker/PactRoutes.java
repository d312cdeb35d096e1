package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.contract.ContractStore;
import dev.concordat.registry.contract.Notice;
import dev.concordat.registry.contract.Outcome;
import dev.concordat.registry.contract.PactContent;
import dev.concordat.registry.contract.Publication;
import dev.concordat.registry.contract.Publication.Conflict;
import dev.concordat.registry.contract.Publication.Said;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.Contents;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Publications;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import dev.concordat.registry.store.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// One pact: by consumer version, by content, the newest one.
final class PactRoutes {
  static final String PAIR = "/pacts/provider/{provider}/consumer/{consumer}";
  private static final String OLD_PAIR = "/pact/provider/{provider}/consumer/{consumer}";

  private PactRoutes() {}

  static List<Route> routes(Desk desk) {
    List<Route> routes = new ArrayList<>();
    for (String one :
        List.of(
            PAIR + "/version/{version}",
            PAIR + "/versions/{version}",
            OLD_PAIR + "/version/{version}")) {
      routes.add(Route.get(one, desk.reading(PactRoutes::ofVersion)));
      routes.add(
          Route.put(
              one, desk.publishing((request, done) -> publish(request, Conflict.REFUSE, done))));
      routes.add(
          Route.patch(
              one, desk.publishing((request, done) -> publish(request, Conflict.MERGE, done))));
      routes.add(Route.delete(one, desk.writing(PactRoutes::delete)));
    }
    String content = PAIR + "/pact-version/{sha}";
    routes.add(Route.get(content, desk.reading(request -> ofContent(request, Optional.empty()))));
    routes.add(
        Route.get(
            content + "/metadata/{metadata}",
            desk.reading(request -> ofContent(request, Optional.of(request.part("metadata"))))));
    for (String newest : List.of(PAIR + "/latest", OLD_PAIR + "/latest")) {
      routes.add(
          Route.get(
              newest,
              desk.reading(
                  request ->
                      one(
                          request,
                          (consumer, provider) ->
                              publications(request).newest(consumer.id(), provider.id())))));
    }
    routes.add(
        Route.get(
            PAIR + "/latest/{tag}",
            desk.reading(
                request ->
                    one(
                        request,
                        (consumer, provider) ->
                            publications(request)
                                .newestTagged(
                                    consumer.id(), provider.id(), request.part("tag"))))));
    routes.add(
        Route.get(
            PAIR + "/latest-untagged",
            desk.reading(
                request ->
                    one(
                        request,
                        (consumer, provider) ->
                            publications(request).newestUntagged(consumer.id(), provider.id())))));
    routes.add(
        Route.get(
            PAIR + "/branch/{branch}/latest",
            desk.reading(
                request ->
                    one(
                        request,
                        (consumer, provider) ->
                            publications(request)
                                .newestOfBranch(
                                    consumer.id(), provider.id(), request.part("branch"))))));
    return routes;
  }

  private static Publications publications(Request request) {
    return new Publications(request.handle());
  }

  private static Answer one(
      Request request, BiFunction<SystemRow, SystemRow, Optional<PactRow>> which) {
    return request.pair(
        (consumer, provider) ->
            which
                .apply(consumer, provider)
                .map(pact -> shown(request, pact, 200))
                .orElseGet(Errors::notFound));
  }

  private static Answer shown(Request request, PactRow pact, int status) {
    return Answer.hal(status, PactResource.of(request, pact, Optional.empty()));
  }

  /// What the consumer version of the path said of the provider; nothing where something of it is unknown.
  static Optional<PactRow> find(Request request, String version) {
    Systems systems = new Systems(request.handle());
    return systems
        .find(request.part("consumer"))
        .flatMap(consumer -> new Versions(request.handle()).find(consumer.id(), version))
        .flatMap(
            found ->
                systems
                    .find(request.part("provider"))
                    .flatMap(provider -> publications(request).find(found.id(), provider.id())));
  }

  private static Answer ofVersion(Request request) {
    return find(request, request.part("version"))
        .map(pact -> shown(request, pact, 200))
        .orElseGet(Errors::notFound);
  }

  private static Answer ofContent(Request request, Optional<String> metadata) {
    return content(request, metadata)
        .map(pact -> Answer.hal(200, PactResource.of(request, pact, metadata)))
        .orElseGet(Errors::notFound);
  }

  /// The publication that a content is shown as: the one that was selected, or the newest that says it.
  static Optional<PactRow> content(Request request, Optional<String> metadata) {
    Optional<String> selected =
        metadata.flatMap(
            it -> PactMetadata.read(request.handle(), it).numbers().stream().findFirst());
    return selected
        .flatMap(number -> find(request, number))
        .filter(pact -> pact.sha().equals(request.part("sha")))
        .or(() -> newestOf(request, request.part("sha")));
  }

  static Optional<PactRow> newestOf(Request request, String sha) {
    Systems systems = new Systems(request.handle());
    return systems
        .find(request.part("consumer"))
        .flatMap(
            consumer ->
                systems
                    .find(request.part("provider"))
                    .flatMap(
                        provider ->
                            new Contents(request.handle()).find(consumer.id(), provider.id(), sha)))
        .flatMap(content -> publications(request).newestOf(content.id()));
  }

  private static Answer publish(
      Request request, Conflict conflict, Consumer<Outcome.Published> done) {
    Optional<Answer> refused = Errors.mediaType(request.asked());
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<PactContent> content = PactContent.read(request.asked().body());
    if (content.isEmpty()) {
      return request.body(_ -> Errors.message(400, "Expected JSON object"));
    }
    Errors.Collected errors = new Errors.Collected();
    for (String side : List.of("consumer", "provider")) {
      content
          .get()
          .name(side)
          .filter(name -> !name.equals(request.part(side)))
          .ifPresent(
              name ->
                  errors.add(
                      side + ".name",
                      "name in pact '"
                          + name
                          + "' does not match name in URL path '"
                          + request.part(side)
                          + "'."));
    }
    if (errors.any()) {
      return errors.answer(400);
    }
    Optional<PactRow> before = find(request, request.part("version"));
    if (conflict == Conflict.MERGE
        && before.isPresent()
        && new ContractStore(request.handle()).content(before.get()).contradicts(content.get())) {
      return Answer.empty(409);
    }
    Publication publication =
        new Publication(
            request.part("consumer"),
            request.part("version"),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(new Said(request.part("provider"), content.get(), conflict)));
    Outcome outcome = request.publishing().publish(publication);
    return switch (outcome) {
      case Outcome.Published published -> {
        done.accept(published);
        yield shown(request, published.pacts().getFirst(), published.isNew() ? 201 : 200)
            .with("Location", Shared.pact(request.links(), published.pacts().getFirst()));
      }
      case Outcome.Refused(var notices, var near) ->
          near.isEmpty()
              ? Errors.message(409, notices.getFirst().text())
              : Answer.text(
                  409,
                  "text/plain",
                  notices.stream()
                      .filter(notice -> notice.type().equals("error"))
                      .map(Notice::text)
                      .collect(Collectors.joining("\n")));
    };
  }

  private static Answer delete(Request request) {
    return find(request, request.part("version"))
        .map(
            pact -> {
              publications(request).delete(List.of(pact));
              return deleted(request, pact.consumerId(), pact.providerId());
            })
        .orElseGet(Errors::notFound);
  }

  /// What is left after a deletion, as links.
  static Answer deleted(Request request, long consumerId, long providerId) {
    Hal hal = new Hal().link("index", Hal.href(request.links().base()));
    publications(request)
        .newest(consumerId, providerId)
        .ifPresent(
            latest ->
                hal.link(
                    "pb:latest-pact-version",
                    Hal.titled(
                        "Latest pact",
                        request.links().pair(latest.provider(), latest.consumer()) + "/latest")));
    JsonObject left = hal.json();
    return Answer.hal(200, left);
  }
}

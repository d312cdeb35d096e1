package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.contract.Tagging;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.link.Moments;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import dev.concordat.registry.store.TagRow;
import dev.concordat.registry.store.Tags;
import dev.concordat.registry.store.VersionRow;
import dev.concordat.registry.store.Versions;
import java.util.List;
import java.util.Optional;

/// Tags of versions.
final class TagRoutes {
  private static final String ONE = "/pacticipants/{pacticipant}/versions/{version}/tags/{tag}";

  private TagRoutes() {}

  static List<Route> routes(Desk desk) {
    return List.of(
        Route.get(ONE, desk.reading(TagRoutes::get)),
        Route.put(ONE, desk.writing(TagRoutes::put)),
        Route.delete(ONE, desk.writing(TagRoutes::delete)));
  }

  private static Answer get(Request request) {
    return request.version(
        (system, version) ->
            new Tags(request.handle())
                .find(version.id(), request.part("tag"))
                .map(tag -> Answer.hal(200, resource(request, system, version, tag)))
                .orElseGet(Errors::notFound));
  }

  private static Answer put(Request request) {
    return request.body(
        _ -> {
          SystemRow system =
              new Systems(request.handle()).ensure(request.part("pacticipant"), request.now());
          VersionRow version =
              new Versions(request.handle())
                  .ensure(system.id(), request.part("version"), request.now());
          Optional<TagRow> known =
              new Tags(request.handle()).find(version.id(), request.part("tag"));
          TagRow tag =
              Tagging.add(request.handle(), system, version, request.part("tag"), request.now());
          return Answer.hal(known.isPresent() ? 200 : 201, resource(request, system, version, tag))
              .with("Location", request.links().tag(system.name(), version.number(), tag.name()));
        });
  }

  private static Answer delete(Request request) {
    return request.version(
        (_, version) ->
            new Tags(request.handle()).remove(version.id(), request.part("tag"))
                ? Answer.empty(204)
                : Errors.notFound());
  }

  private static JsonObject resource(
      Request request, SystemRow system, VersionRow version, TagRow tag) {
    return new Hal()
        .put("name", tag.name())
        .put("createdAt", Moments.dialect(tag.createdAt()))
        .link(
            "self",
            Hal.named(
                "Tag",
                tag.name(),
                request.links().tag(system.name(), version.number(), tag.name())))
        .link(
            "version",
            Hal.named(
                "Version",
                version.number(),
                request.links().version(system.name(), version.number())))
        .link(
            "pacticipant",
            Hal.named("Pacticipant", system.name(), request.links().system(system.name())))
        .json();
  }
}

package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.contract.MainBranch;
import dev.concordat.registry.contract.Tagging;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.Branches;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import dev.concordat.registry.store.TagRow;
import dev.concordat.registry.store.Tags;
import dev.concordat.registry.store.VersionRow;
import dev.concordat.registry.store.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Versions of systems and the newest of them.
final class VersionRoutes {
  private static final String ALL = "/pacticipants/{pacticipant}/versions";
  private static final String ONE = ALL + "/{version}";
  private static final String NEWEST = "/pacticipants/{pacticipant}/latest-version";

  private VersionRoutes() {}

  static List<Route> routes(Desk desk) {
    return List.of(
        Route.get(ALL, desk.reading(VersionRoutes::list)),
        Route.get(
            ONE,
            desk.reading(
                request ->
                    request.version((system, version) -> shown(request, system, version, 200)))),
        Route.put(ONE, desk.writing(request -> change(request, false))),
        Route.patch(ONE, desk.writing(request -> change(request, true))),
        Route.delete(ONE, desk.writing(VersionRoutes::delete)),
        Route.get(NEWEST, desk.reading(VersionRoutes::newest)),
        Route.get(NEWEST + "/{tag}", desk.reading(VersionRoutes::newestTagged)),
        Route.get(
            "/pacticipants/{pacticipant}/tags/{tag}/versions",
            desk.reading(VersionRoutes::tagged)));
  }

  private static Answer shown(Request request, SystemRow system, VersionRow version, int status) {
    return Answer.hal(status, VersionResource.alone(request, system, version, request.self()));
  }

  private static Answer list(Request request) {
    return request.system(
        "pacticipant",
        system ->
            request.paged(
                asked -> {
                  Versions versions = new Versions(request.handle());
                  long total = versions.count(system.id());
                  Paging paging = asked.within(total);
                  return Answer.hal(
                      200,
                      VersionResource.list(
                          request,
                          system,
                          versions.all(system.id(), paging.page()),
                          total,
                          paging,
                          "All application versions of " + system.name()));
                }));
  }

  private static Answer tagged(Request request) {
    return request.system(
        "pacticipant",
        system ->
            request.paged(
                asked -> {
                  Tags tags = new Tags(request.handle());
                  String tag = request.part("tag");
                  long total = tags.count(system.id(), tag);
                  Paging paging = asked.within(total);
                  return Answer.hal(
                      200,
                      VersionResource.list(
                          request,
                          system,
                          tags.versions(system.id(), tag, paging.page()),
                          total,
                          paging,
                          "Versions of " + system.name() + " with tag " + tag));
                }));
  }

  private static Answer newest(Request request) {
    return newest(request, system -> new Versions(request.handle()).newest(system.id()));
  }

  private static Answer newestTagged(Request request) {
    return newest(
        request,
        system -> new Versions(request.handle()).newestTagged(system.id(), request.part("tag")));
  }

  private static Answer newest(Request request, Function<SystemRow, Optional<VersionRow>> which) {
    return new Systems(request.handle())
        .find(request.part("pacticipant"))
        .flatMap(system -> which.apply(system).map(it -> shown(request, system, it, 200)))
        .orElseGet(Errors::notFound);
  }

  private static Answer change(Request request, boolean isPatch) {
    return request.body(
        body -> {
          Systems systems = new Systems(request.handle());
          Versions versions = new Versions(request.handle());
          SystemRow system = systems.ensure(request.part("pacticipant"), request.now());
          Optional<VersionRow> known = versions.find(system.id(), request.part("version"));
          VersionRow version = versions.ensure(system.id(), request.part("version"), request.now());
          if (known.isPresent() || Request.text(body, "buildUrl").isPresent()) {
            Optional<String> buildUrl =
                isPatch && !body.has("buildUrl")
                    ? version.buildUrl()
                    : Request.text(body, "buildUrl");
            version = versions.update(version.id(), buildUrl, request.now());
          }
          Optional<String> branch = Request.text(body, "branch");
          if (branch.isPresent()) {
            new Branches(request.handle()).add(version, branch.get(), request.now());
            MainBranch.mentioned(request.handle(), system, branch.get(), request.now());
          }
          if (!isPatch || body.has("tags")) {
            tag(request, system, version, body);
          }
          Answer answer = shown(request, system, version, known.isPresent() ? 200 : 201);
          return known.isPresent()
              ? answer
              : answer.with("Location", request.links().version(system.name(), version.number()));
        });
  }

  /// Tags that are not mentioned go.
  private static void tag(Request request, SystemRow system, VersionRow version, JsonObject body) {
    Tags tags = new Tags(request.handle());
    List<String> wanted = new ArrayList<>();
    if (body.member("tags").orElse(JsonObject.EMPTY) instanceof JsonArray(var items)) {
      items.forEach(
          item -> {
            if (item instanceof JsonObject tag) {
              Request.text(tag, "name").ifPresent(wanted::add);
            }
          });
    }
    for (TagRow tag : tags.of(version.id())) {
      if (!wanted.contains(tag.name())) {
        tags.remove(version.id(), tag.name());
      }
    }
    wanted.forEach(name -> Tagging.add(request.handle(), system, version, name, request.now()));
  }

  private static Answer delete(Request request) {
    return request.version(
        (_, version) -> {
          new Versions(request.handle()).delete(List.of(version.id()));
          return Answer.empty(204);
        });
  }
}

package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.registry.contract.MainBranch;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.QueryValue;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.link.Moments;
import dev.concordat.registry.store.BranchRow;
import dev.concordat.registry.store.BranchVersionRow;
import dev.concordat.registry.store.Branches;
import dev.concordat.registry.store.Page;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import dev.concordat.registry.store.VersionRow;
import dev.concordat.registry.store.Versions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Branches of systems and the versions on them.
final class BranchRoutes {
  private static final String ALL = "/pacticipants/{pacticipant}/branches";
  private static final String ONE = ALL + "/{branch}";
  private static final String VERSION = ONE + "/versions/{version}";

  private BranchRoutes() {}

  static List<Route> routes(Desk desk) {
    return List.of(
        Route.get(ALL, desk.reading(BranchRoutes::list)),
        Route.delete(ALL, desk.writing(BranchRoutes::deleteAll)),
        Route.get(
            ONE,
            desk.reading(
                request ->
                    branch(
                        request,
                        (system, branch) -> Answer.hal(200, resource(request, system, branch))))),
        Route.delete(
            ONE,
            desk.writing(
                request ->
                    branch(
                        request,
                        (_, branch) -> {
                          new Branches(request.handle()).delete(branch.id());
                          return Answer.empty(204);
                        }))),
        Route.get(ONE + "/latest-version", desk.reading(BranchRoutes::head)),
        Route.get(ONE + "/versions", desk.reading(BranchRoutes::versions)),
        Route.get(VERSION, desk.reading(BranchRoutes::getVersion)),
        Route.put(VERSION, desk.writing(BranchRoutes::putVersion)),
        Route.delete(VERSION, desk.writing(BranchRoutes::deleteVersion)));
  }

  private static Answer branch(Request request, BiFunction<SystemRow, BranchRow, Answer> with) {
    return new Systems(request.handle())
        .find(request.part("pacticipant"))
        .flatMap(
            system ->
                new Branches(request.handle())
                    .find(system.id(), request.part("branch"))
                    .map(branch -> with.apply(system, branch)))
        .orElseGet(Errors::notFound);
  }

  private static JsonObject resource(Request request, SystemRow system, BranchRow branch) {
    String self = request.links().branch(system.name(), branch.name());
    return new Hal()
        .put("name", branch.name())
        .put("createdAt", Moments.dialect(branch.createdAt()))
        .link("self", Hal.titled("Branch", self))
        .link(
            "pb:latest-version", Hal.titled("Latest version for branch", self + "/latest-version"))
        .json();
  }

  private static Answer list(Request request) {
    return request.system(
        "pacticipant",
        system -> request.query(query -> Paging.of(query, it -> list(request, system, query, it))));
  }

  private static Answer list(
      Request request, SystemRow system, QueryValue.Table query, Paging asked) {
    Paging paging = asked.orFirst();
    Branches branches = new Branches(request.handle());
    String part = query.text("q").orElse("");
    List<BranchRow> shown = branches.all(system.id(), part, paging.page());
    Hal hal = new Hal();
    paging.tell(hal, request.self(), branches.count(system.id(), part));
    hal.embed("branches", shown.stream().map(it -> resource(request, system, it)).toList())
        .link("self", Hal.titled(system.name() + " branches", request.selfWithQuery()))
        .links(
            "pb:branches",
            shown.stream()
                .map(
                    it ->
                        JsonObject.EMPTY
                            .with("name", new JsonString(it.name()))
                            .with(
                                "href",
                                new JsonString(request.links().branch(system.name(), it.name()))))
                .toList());
    return Answer.hal(200, hal.json());
  }

  /// The main branch and those that the client names stay.
  private static Answer deleteAll(Request request) {
    return request.system(
        "pacticipant",
        system ->
            request.query(
                query -> {
                  List<String> kept = query.texts("exclude");
                  Branches branches = new Branches(request.handle());
                  List<BranchRow> all = branches.all(system.id(), "", Page.ALL);
                  List<BranchRow> remaining =
                      all.stream()
                          .filter(
                              it ->
                                  kept.contains(it.name())
                                      || system.mainBranch().equals(Optional.of(it.name())))
                          .sorted(
                              Comparator.comparing(BranchRow::createdAt)
                                  .thenComparingLong(BranchRow::id))
                          .toList();
                  all.stream()
                      .filter(it -> !remaining.contains(it))
                      .forEach(it -> branches.delete(it.id()));
                  return Answer.hal(202, deleted(system, all.size() - remaining.size(), remaining));
                }));
  }

  private static JsonObject deleted(SystemRow system, int count, List<BranchRow> remaining) {
    String text =
        "Scheduled deletion of "
            + count
            + " branches for pacticipant "
            + system.name()
            + ". Remaining branches are: "
            + remaining.stream().map(BranchRow::name).collect(Collectors.joining(", "));
    return JsonObject.EMPTY.with(
        "notices", Hal.array(List.of(new Hal().put("type", "success").put("text", text).json())));
  }

  private static Answer head(Request request) {
    return branch(
        request,
        (system, branch) ->
            branch
                .headVersionId()
                .flatMap(new Versions(request.handle())::find)
                .map(
                    version ->
                        Answer.hal(
                            200, VersionResource.alone(request, system, version, request.self())))
                .orElseGet(Errors::notFound));
  }

  private static Answer versions(Request request) {
    return branch(
        request,
        (system, branch) ->
            request.query(
                query ->
                    Paging.of(
                        query,
                        paging -> {
                          Branches branches = new Branches(request.handle());
                          return Answer.hal(
                              200,
                              VersionResource.list(
                                  request,
                                  system,
                                  branches.versions(branch.id(), paging.page()),
                                  branches.countVersions(branch.id()),
                                  paging,
                                  "Versions for branch " + branch.name() + " of " + system.name()));
                        })));
  }

  private static Answer onBranch(
      Request request, BiFunction<SystemRow, BranchVersionRow, Answer> with) {
    return branch(
        request,
        (system, branch) ->
            new Branches(request.handle())
                .find(system.id(), branch.name(), request.part("version"))
                .map(row -> with.apply(system, row))
                .orElseGet(Errors::notFound));
  }

  private static Answer getVersion(Request request) {
    return onBranch(request, (system, row) -> Answer.hal(200, branchVersion(request, system, row)));
  }

  private static Answer deleteVersion(Request request) {
    return onBranch(
        request,
        (_, row) -> {
          new Branches(request.handle()).remove(row);
          return Answer.empty(204);
        });
  }

  private static Answer putVersion(Request request) {
    return request.body(
        _ -> {
          SystemRow system =
              new Systems(request.handle()).ensure(request.part("pacticipant"), request.now());
          Branches branches = new Branches(request.handle());
          String name = request.part("branch");
          Optional<BranchVersionRow> known =
              branches.find(system.id(), name, request.part("version"));
          if (known.isEmpty()) {
            Versions versions = new Versions(request.handle());
            VersionRow version =
                versions.ensure(system.id(), request.part("version"), request.now());
            boolean isNew = version.createdAt().equals(request.now());
            branches.add(version, name, request.now());
            if (isNew) {
              versions.update(version.id(), version.buildUrl(), request.now());
            }
            MainBranch.mentioned(request.handle(), system, name, request.now());
          }
          BranchVersionRow row =
              branches.find(system.id(), name, request.part("version")).orElseThrow();
          Answer answer =
              Answer.hal(known.isPresent() ? 200 : 201, branchVersion(request, system, row));
          return known.isPresent()
              ? answer
              : answer.with(
                  "Location", request.links().branchVersion(system.name(), name, row.number()));
        });
  }

  private static JsonObject branchVersion(Request request, SystemRow system, BranchVersionRow row) {
    return new Hal()
        .put("createdAt", Moments.dialect(row.createdAt()))
        .link(
            "self",
            Hal.titled(
                "Branch version",
                request.links().branchVersion(system.name(), row.branch(), row.number())))
        .link(
            "pb:branch",
            Hal.named("Branch", row.branch(), request.links().branch(system.name(), row.branch())))
        .link(
            "pb:version",
            Hal.named(
                "Version", row.number(), request.links().version(system.name(), row.number())))
        .json();
  }
}

package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.QueryValue;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.DeployedVersionRow;
import dev.concordat.registry.store.Deployments;
import dev.concordat.registry.store.EnvironmentRow;
import dev.concordat.registry.store.Environments;
import dev.concordat.registry.store.ReleasedVersionRow;
import dev.concordat.registry.store.Releases;
import dev.concordat.registry.store.VersionRow;
import dev.concordat.registry.store.Versions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is deployed and released where.
final class DeploymentRoutes {
  private static final String VERSION = "/pacticipants/{pacticipant}/versions/{version}";
  private static final String ENVIRONMENT = "/environments/{environment}";

  private DeploymentRoutes() {}

  static List<Route> routes(Desk desk) {
    String deployed = VERSION + "/deployed-versions/environment/{environment}";
    String released = VERSION + "/released-versions/environment/{environment}";
    return List.of(
        Route.get(deployed, desk.reading(DeploymentRoutes::deployments)),
        Route.post(deployed, desk.writing(DeploymentRoutes::deploy)),
        Route.get(released, desk.reading(DeploymentRoutes::releases)),
        Route.post(released, desk.writing(DeploymentRoutes::release)),
        Route.get(
            ENVIRONMENT + "/deployed-versions/currently-deployed",
            desk.reading(DeploymentRoutes::deployedNow)),
        Route.get(
            ENVIRONMENT + "/released-versions/currently-supported",
            desk.reading(DeploymentRoutes::supportedNow)),
        Route.get(
            "/pacticipants/{pacticipant}/environments/{environment}/versions",
            desk.reading(DeploymentRoutes::versions)),
        Route.get("/deployed-versions/{uuid}", desk.reading(DeploymentRoutes::deployment)),
        Route.patch("/deployed-versions/{uuid}", desk.writing(DeploymentRoutes::undeploy)),
        Route.get("/released-versions/{uuid}", desk.reading(DeploymentRoutes::released)),
        Route.patch("/released-versions/{uuid}", desk.writing(DeploymentRoutes::support)));
  }

  private static Optional<EnvironmentRow> environment(Request request, long id) {
    return new Environments(request.handle()).find(id);
  }

  private static Answer deploy(Request request) {
    return request.version(
        (_, version) ->
            request.environment(
                environment ->
                    request.body(
                        body -> {
                          DeployedVersionRow row =
                              new Deployments(request.handle())
                                  .deploy(
                                      UUID.randomUUID().toString(),
                                      version,
                                      environment.id(),
                                      Request.text(body, "applicationInstance")
                                          .or(() -> Request.text(body, "target"))
                                          .filter(it -> !it.isEmpty()),
                                      request.now());
                          return Answer.hal(
                                  201,
                                  EnvironmentResource.deployed(
                                      request.links(), row, Optional.of(environment)))
                              .with("Location", request.links().deployedVersion(row.uuid()));
                        })));
  }

  private static Answer deployments(Request request) {
    return request.version(
        (system, version) ->
            request.environment(
                environment ->
                    deployed(
                        request,
                        new Deployments(request.handle()).of(version.id(), environment.id()),
                        "Deployed versions for " + system.name() + " version " + version.number(),
                        request.self())));
  }

  private static Answer deployedNow(Request request) {
    return request.environment(
        environment ->
            request.query(
                query ->
                    deployed(
                        request,
                        new Deployments(request.handle())
                            .now(environment.id()).stream()
                                .filter(row -> isAsked(query, row.system()))
                                .filter(row -> isInstance(query, row))
                                .toList(),
                        "Currently deployed versions for " + Shared.title(environment),
                        request.selfWithQuery())));
  }

  private static boolean isAsked(QueryValue.Table query, String system) {
    return query.text("pacticipant").map(system::equals).orElse(true);
  }

  private static boolean isInstance(QueryValue.Table query, DeployedVersionRow row) {
    return query
        .text("applicationInstance")
        .or(() -> query.text("target"))
        .map(asked -> row.target().orElse("").equals(asked))
        .orElse(true);
  }

  private static Answer deployed(
      Request request, List<DeployedVersionRow> rows, String title, String self) {
    List<JsonObject> items =
        rows.stream()
            .map(row -> EnvironmentResource.deployed(request.links(), row, Optional.empty()))
            .toList();
    return Answer.hal(
        200,
        new Hal()
            .embed("deployedVersions", items)
            .link("self", Hal.href(self).with("title", text(title)))
            .json());
  }

  private static JsonString text(String text) {
    return new JsonString(text);
  }

  private static Answer deployment(Request request) {
    return new Deployments(request.handle())
        .find(request.part("uuid"))
        .map(row -> shown(request, row))
        .orElseGet(Errors::notFound);
  }

  private static Answer shown(Request request, DeployedVersionRow row) {
    return Answer.hal(
        200,
        EnvironmentResource.deployed(
            request.links(), row, environment(request, row.environmentId())));
  }

  private static Answer undeploy(Request request) {
    return request.body(
        body -> {
          Deployments deployments = new Deployments(request.handle());
          Optional<DeployedVersionRow> known = deployments.find(request.part("uuid"));
          if (known.isEmpty()) {
            return Errors.notFound();
          }
          Optional<Boolean> wanted = Request.truth(body, "currentlyDeployed");
          if (wanted.equals(Optional.of(true))) {
            return Errors.invalid(
                422,
                "currentlyDeployed",
                "The currentlyDeployed property cannot be set back to true. Please record a new"
                    + " deployment.");
          }
          if (wanted.isPresent()) {
            deployments.undeploy(known.get().uuid(), request.now());
          }
          return shown(request, deployments.find(known.get().uuid()).orElseThrow());
        });
  }

  private static Answer release(Request request) {
    return request.version(
        (_, version) ->
            request.environment(
                environment ->
                    request.body(
                        _ -> {
                          ReleasedVersionRow row =
                              new Releases(request.handle())
                                  .release(
                                      UUID.randomUUID().toString(),
                                      version,
                                      environment.id(),
                                      request.now());
                          return Answer.hal(
                                  201,
                                  EnvironmentResource.released(
                                      request.links(), row, Optional.of(environment)))
                              .with("Location", request.links().releasedVersion(row.uuid()));
                        })));
  }

  private static Answer releases(Request request) {
    return request.version(
        (system, version) ->
            request.environment(
                environment ->
                    released(
                        request,
                        new Releases(request.handle())
                            .of(version.id(), environment.id()).stream().toList(),
                        "Released versions for " + system.name() + " version " + version.number(),
                        request.self())));
  }

  private static Answer supportedNow(Request request) {
    return request.environment(
        environment ->
            request.query(
                query ->
                    released(
                        request,
                        new Releases(request.handle())
                            .now(environment.id()).stream()
                                .filter(row -> isAsked(query, row.system()))
                                .toList(),
                        "Currently supported versions in " + Shared.title(environment),
                        request.selfWithQuery())));
  }

  private static Answer released(
      Request request, List<ReleasedVersionRow> rows, String title, String self) {
    List<JsonObject> items =
        rows.stream()
            .map(row -> EnvironmentResource.released(request.links(), row, Optional.empty()))
            .toList();
    return Answer.hal(
        200,
        new Hal()
            .embed("releasedVersions", items)
            .link("self", Hal.href(self).with("title", text(title)))
            .json());
  }

  private static Answer released(Request request) {
    return new Releases(request.handle())
        .find(request.part("uuid"))
        .map(row -> shown(request, row))
        .orElseGet(Errors::notFound);
  }

  private static Answer shown(Request request, ReleasedVersionRow row) {
    return Answer.hal(
        200,
        EnvironmentResource.released(
            request.links(), row, environment(request, row.environmentId())));
  }

  private static Answer support(Request request) {
    return request.body(
        body -> {
          Releases releases = new Releases(request.handle());
          Optional<ReleasedVersionRow> known = releases.find(request.part("uuid"));
          if (known.isEmpty()) {
            return Errors.notFound();
          }
          Optional<Boolean> wanted = Request.truth(body, "currentlySupported");
          if (wanted.equals(Optional.of(true))) {
            return Errors.invalid(
                422,
                "currentlySupported",
                "The currentlySupported property cannot be set back to true. Please record a new"
                    + " deployment.");
          }
          if (wanted.isPresent()) {
            releases.support(known.get().uuid(), false, request.now());
          }
          return shown(request, releases.find(known.get().uuid()).orElseThrow());
        });
  }

  /// Every version that ever was deployed or released there.
  private static Answer versions(Request request) {
    return request.environment(
        environment ->
            request.system(
                "pacticipant",
                system ->
                    request.paged(
                        paging -> {
                          List<VersionRow> all =
                              new Versions(request.handle())
                                  .inEnvironment(system.id(), environment.id()).stream()
                                      .sorted(Comparator.comparingLong(VersionRow::id).reversed())
                                      .toList();
                          return Answer.hal(
                              200,
                              VersionResource.list(
                                  request,
                                  system,
                                  paging.of(all),
                                  all.size(),
                                  paging,
                                  "Versions for "
                                      + system.name()
                                      + " in environment "
                                      + Shared.title(environment)));
                        })));
  }
}

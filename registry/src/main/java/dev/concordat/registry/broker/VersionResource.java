package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.Branches;
import dev.concordat.registry.store.DeployedVersionRow;
import dev.concordat.registry.store.Deployments;
import dev.concordat.registry.store.EnvironmentRow;
import dev.concordat.registry.store.Environments;
import dev.concordat.registry.store.Publications;
import dev.concordat.registry.store.ReleasedVersionRow;
import dev.concordat.registry.store.Releases;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Tags;
import dev.concordat.registry.store.VersionRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A version of a system as a resource.
final class VersionResource {
  private VersionResource() {}

  /// One that says where it is deployed and where it can be.
  ///
  /// @param self the address under which it was asked for
  static JsonObject alone(Request request, SystemRow system, VersionRow version, String self) {
    Hal hal = begun(request, system, version, self);
    String own = request.links().version(system.name(), version.number());
    List<EnvironmentRow> environments = new Environments(request.handle()).all();
    hal.links("pb:deployed-environments", deployed(request, version))
        .links("pb:released-environments", released(request, version))
        .links(
            "pb:record-deployment",
            environments.stream()
                .map(it -> record(it, "deployment", own + "/deployed-versions/environment/"))
                .toList())
        .links(
            "pb:record-release",
            environments.stream()
                .map(it -> record(it, "release", own + "/released-versions/environment/"))
                .toList());
    return hal.curies(request.links().base(), "version").json();
  }

  /// One of a list.
  static JsonObject listed(Request request, SystemRow system, VersionRow version) {
    return begun(request, system, version, request.links().version(system.name(), version.number()))
        .curies(request.links().base(), "version")
        .json();
  }

  private static Hal begun(Request request, SystemRow system, VersionRow version, String self) {
    Links links = request.links();
    String number = version.number();
    String own = links.version(system.name(), number);
    return new Hal()
        .put("number", number)
        .put("buildUrl", version.buildUrl())
        .times(version.createdAt(), version.updatedAt())
        .embed(
            "branchVersions",
            new Branches(request.handle())
                .of(version.id()).stream()
                    .map(row -> Shared.branchVersion(links, system.name(), row))
                    .toList())
        .embed(
            "tags",
            new Tags(request.handle())
                .of(version.id()).stream()
                    .map(row -> Shared.tag(links, system.name(), number, row))
                    .toList())
        .link("self", Hal.named("Version", number, self))
        .link(
            "pb:pacticipant", Hal.named("Pacticipant", system.name(), links.system(system.name())))
        .link(
            "pb:tag",
            Hal.templated(
                "Get, create or delete a tag for this pacticipant version", own + "/tags/{tag}"))
        .link(
            "pb:latest-verification-results-where-pacticipant-is-consumer",
            Hal.titled(
                "Latest verification results for consumer version",
                links.at("/verification-results/consumer", system.name(), "version", number)
                    + "/latest"))
        .links(
            "pb:pact-versions",
            new Publications(request.handle())
                .of(version.id()).stream()
                    .map(pact -> Hal.named("Pact", Shared.title(pact), Shared.pact(links, pact)))
                    .toList());
  }

  private static JsonObject record(EnvironmentRow environment, String what, String address) {
    return Hal.named(
        "Record " + what + " to " + Shared.title(environment),
        environment.name(),
        address + Links.segment(environment.uuid()));
  }

  private static List<JsonObject> deployed(Request request, VersionRow version) {
    List<JsonObject> found = new ArrayList<>();
    for (DeployedVersionRow row : new Deployments(request.handle()).nowOf(version.id())) {
      String title = environment(request, row.environmentId());
      found.add(
          Hal.named(
                  "Version deployed to " + title,
                  title,
                  request.links().deployedVersion(row.uuid()))
              .with("currently_deployed", JsonBoolean.of(true)));
    }
    return found;
  }

  private static List<JsonObject> released(Request request, VersionRow version) {
    List<JsonObject> found = new ArrayList<>();
    for (ReleasedVersionRow row : new Releases(request.handle()).nowOf(version.id())) {
      String title = environment(request, row.environmentId());
      found.add(
          Hal.named(
                  "Version released to " + title,
                  title,
                  request.links().releasedVersion(row.uuid()))
              .with("currently_supported", JsonBoolean.of(true)));
    }
    return found;
  }

  private static String environment(Request request, long id) {
    Optional<EnvironmentRow> environment = new Environments(request.handle()).find(id);
    return Shared.title(environment.orElseThrow());
  }

  /// A list of versions of one system.
  static JsonObject list(
      Request request,
      SystemRow system,
      List<VersionRow> versions,
      long total,
      Paging paging,
      String title) {
    Links links = request.links();
    Hal hal = new Hal();
    paging.tell(hal, request.self(), total);
    return hal.embed(
            "versions", versions.stream().map(version -> listed(request, system, version)).toList())
        .link("self", Hal.titled(title, request.selfWithQuery()))
        .link("pb:pacticipant", Hal.titled(system.name(), links.system(system.name())))
        .links(
            "pb:versions",
            versions.stream()
                .map(
                    it ->
                        Hal.titled(
                            "Version " + it.number() + " - " + Hal.day(it.createdAt()),
                            links.version(system.name(), it.number())))
                .toList())
        .link(
            "pacticipant",
            Hal.titled("Deprecated - please use pb:pacticipant", links.system(system.name())))
        .links(
            "versions",
            versions.stream()
                .map(
                    it ->
                        Hal.titled(
                            "Deprecated - please use pb:versions",
                            links.version(system.name(), it.number())))
                .toList())
        .json();
  }
}

package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.DeployedVersionRow;
import dev.concordat.registry.store.Deployments;
import dev.concordat.registry.store.EnvironmentRow;
import dev.concordat.registry.store.Environments;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import dev.concordat.registry.store.VersionRow;
import dev.concordat.registry.store.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A system as a resource: what the dialect calls a pacticipant.
final class SystemResource {
  private SystemResource() {}

  /// @param isAlone whether it is not one of a list, so that it says where it is deployed
  static JsonObject of(Request request, SystemRow system, boolean isAlone) {
    Links links = request.links();
    String self = links.system(system.name());
    Hal hal =
        new Hal()
            .put("name", system.name())
            .put("displayName", system.displayName().orElse(DisplayName.of(system.name())))
            .put("repositoryUrl", system.repositoryUrl())
            .put("repositoryName", system.repositoryName())
            .put("repositoryNamespace", system.repositoryNamespace())
            .put("mainBranch", system.mainBranch())
            .times(system.createdAt(), system.updatedAt());
    embed(request, system, hal);
    hal.link("self", Hal.href(self))
        .link("pb:versions", Hal.href(self + "/versions"))
        .link("pb:branches", Hal.href(self + "/branches"));
    if (isAlone) {
      hal.links("pb:deployed-environments", deployed(request, system));
    }
    String name = system.name();
    return hal.link(
            "pb:version",
            Hal.templated(
                "Get, create or delete a pacticipant version", self + "/versions/{version}"))
        .link(
            "pb:version-tag",
            Hal.templated(
                "Get, create or delete a tag for a version of " + name,
                self + "/versions/{version}/tags/{tag}"))
        .link(
            "pb:branch-version",
            Hal.templated(
                "Get or add/create a version for a branch of " + name,
                self + "/branches/{branch}/versions/{version}"))
        .link(
            "pb:label",
            Hal.templated("Get, create or delete a label for " + name, self + "/labels/{label}"))
        .link("versions", Hal.titled("Deprecated - use pb:versions", self + "/versions"))
        .link(
            "pb:can-i-deploy-badge",
            Hal.templated(
                "Can I Deploy " + name + " badge",
                self + "/latest-version/{tag}/can-i-deploy/to/{environmentTag}/badge"))
        .link(
            "pb:can-i-deploy-branch-to-environment-badge",
            Hal.templated(
                "Can I Deploy " + name + " from branch to environment badge",
                self
                    + "/branches/{branch}/latest-version/can-i-deploy/to-environment/{environment}"
                    + "/badge"))
        .curies(links.base(), "pacticipant")
        .json();
  }

  private static void embed(Request request, SystemRow system, Hal hal) {
    Optional<VersionRow> newest = new Versions(request.handle()).newest(system.id());
    newest.ifPresent(
        version ->
            hal.embed(
                "latestVersion", Shared.version(request.links(), system.name(), version.number())));
    List<JsonObject> labels =
        new Systems(request.handle())
            .labels(system.id()).stream()
                .map(label -> label(request.links(), system.name(), label))
                .toList();
    hal.embed("labels", labels);
    newest.ifPresent(
        version ->
            hal.embed(
                "latest-version",
                Shared.version(request.links(), system.name(), version.number())
                    .with("title", new JsonString("DEPRECATED - please use latestVersion"))
                    .with("name", new JsonString("DEPRECATED - please use latestVersion"))));
  }

  private static JsonObject label(Links links, String system, String label) {
    return new Hal()
        .put("name", label)
        .link("self", Hal.named("Label", label, links.label(system, label)))
        .json();
  }

  private static List<JsonObject> deployed(Request request, SystemRow system) {
    List<JsonObject> deployed = new ArrayList<>();
    for (DeployedVersionRow row : new Deployments(request.handle()).nowOfSystem(system.id())) {
      EnvironmentRow environment =
          new Environments(request.handle()).find(row.environmentId()).orElseThrow();
      deployed.add(
          Hal.named(
                  "Version deployed to " + Shared.title(environment),
                  Shared.title(environment),
                  request.links().deployedVersion(row.uuid()))
              .with("currently_deployed", JsonBoolean.of(true)));
    }
    return deployed;
  }

  /// A list of systems, in which every one of them is said twice: embedded, and as older clients look for them.
  static JsonObject list(
      Request request, List<SystemRow> systems, long total, Paging paging, String self) {
    Links links = request.links();
    List<JsonObject> items = systems.stream().map(system -> of(request, system, false)).toList();
    Hal hal = new Hal();
    paging.tell(hal, self, total);
    hal.embed("pacticipants", items)
        .link("self", Hal.href(self))
        .link(
            "pb:pacticipants-with-label",
            Hal.templated(
                "Find pacticipants by label", links.base() + "/pacticipants/label/{label}"))
        .links(
            "pb:pacticipants",
            systems.stream()
                .map(it -> Hal.named("Pacticipant", it.name(), links.system(it.name())))
                .toList())
        .links(
            "pacticipants",
            systems.stream()
                .map(
                    it ->
                        Hal.named(
                            it.name(),
                            "DEPRECATED - please use pb:pacticipants",
                            links.system(it.name())))
                .toList());
    hal.put(
        "pacticipants",
        Hal.array(
            items.stream()
                .map(
                    item ->
                        item.with(
                            "title",
                            new JsonString(
                                "DEPRECATED - Please use the embedded pacticipants collection")))
                .toList()));
    return hal.json();
  }
}

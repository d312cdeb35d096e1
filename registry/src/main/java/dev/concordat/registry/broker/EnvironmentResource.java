package dev.concordat.registry.broker;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.link.Moments;
import dev.concordat.registry.store.DeployedVersionRow;
import dev.concordat.registry.store.EnvironmentRow;
import dev.concordat.registry.store.ReleasedVersionRow;
import java.util.Optional;

/// Environments and what runs in them, as resources.
final class EnvironmentResource {
  private EnvironmentResource() {}

  static JsonObject of(Links links, EnvironmentRow environment) {
    String title = Shared.title(environment);
    String self = links.environment(environment.uuid());
    Hal hal =
        new Hal()
            .put("uuid", environment.uuid())
            .put("name", environment.name())
            .put("displayName", environment.displayName())
            .put("production", environment.production());
    environment
        .contacts()
        .flatMap(text -> JsonParser.parse(text).value())
        .ifPresent(contacts -> hal.put("contacts", contacts));
    return hal.times(environment.createdAt(), environment.updatedAt())
        .link("self", Hal.named("Environment", environment.name(), self))
        .link(
            "pb:currently-deployed-deployed-versions",
            Hal.titled(
                "Versions currently deployed to " + title + " environment",
                self + "/deployed-versions/currently-deployed"))
        .link(
            "pb:currently-supported-released-versions",
            Hal.titled(
                "Versions released and supported in " + title + " environment",
                self + "/released-versions/currently-supported"))
        .link("pb:environments", Hal.titled("Environments", links.base() + "/environments"))
        .json();
  }

  /// @param environment embedded where the resource is not one of a list
  static JsonObject deployed(
      Links links, DeployedVersionRow row, Optional<EnvironmentRow> environment) {
    Hal hal =
        new Hal()
            .put("uuid", row.uuid())
            .put("currentlyDeployed", row.undeployedAt().isEmpty())
            .put("applicationInstance", row.target())
            .put("target", row.target())
            .put("undeployedAt", row.undeployedAt().map(Moments::dialect))
            .put("createdAt", Moments.dialect(row.createdAt()))
            .embed("pacticipant", Shared.system(links, row.system()))
            .embed("version", Shared.version(links, row.system(), row.number()));
    environment.ifPresent(it -> hal.embed("environment", of(links, it)));
    return hal.link("self", Hal.href(links.deployedVersion(row.uuid()))).json();
  }

  /// @param environment embedded where the resource is not one of a list
  static JsonObject released(
      Links links, ReleasedVersionRow row, Optional<EnvironmentRow> environment) {
    Hal hal =
        new Hal()
            .put("uuid", row.uuid())
            .put("currentlySupported", row.supportEndedAt().isEmpty())
            .put("createdAt", Moments.dialect(row.createdAt()))
            .put("supportEndedAt", row.supportEndedAt().map(Moments::dialect))
            .embed("pacticipant", Shared.system(links, row.system()))
            .embed("version", Shared.version(links, row.system(), row.number()));
    environment.ifPresent(it -> hal.embed("environment", of(links, it)));
    return hal.link("self", Hal.href(links.releasedVersion(row.uuid()))).json();
  }
}

package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.BranchVersionRow;
import dev.concordat.registry.store.EnvironmentRow;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.TagRow;

/// Parts of resources that several of them embed.
final class Shared {
  private Shared() {}

  /// A system with nothing but its name.
  static JsonObject system(Links links, String name) {
    return new Hal().put("name", name).link("self", Hal.href(links.system(name))).json();
  }

  /// A version with nothing but its number.
  static JsonObject version(Links links, String system, String number) {
    return new Hal()
        .put("number", number)
        .link("self", Hal.named("Version", number, links.version(system, number)))
        .json();
  }

  static JsonObject branchVersion(Links links, String system, BranchVersionRow row) {
    return new Hal()
        .put("name", row.branch())
        .put("latest", row.latest())
        .link(
            "self",
            Hal.named(
                "Branch version",
                row.branch(),
                links.branchVersion(system, row.branch(), row.number())))
        .json();
  }

  static JsonObject tag(Links links, String system, String number, TagRow row) {
    return new Hal()
        .put("name", row.name())
        .link("self", Hal.named("Tag", row.name(), links.tag(system, number, row.name())))
        .json();
  }

  /// How an environment is called in titles.
  static String title(EnvironmentRow environment) {
    return environment.displayName().orElse(environment.name());
  }

  /// How a pact is called in titles.
  static String title(PactRow pact) {
    return "Pact between " + pact.consumer() + " (" + pact.number() + ") and " + pact.provider();
  }

  static String pact(Links links, PactRow pact) {
    return links.pact(pact.provider(), pact.consumer(), pact.number());
  }
}

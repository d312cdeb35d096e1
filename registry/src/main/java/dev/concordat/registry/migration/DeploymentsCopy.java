package dev.concordat.registry.migration;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Copies what was deployed to and released in an environment, and when that ended, in the order in which it happened.
record DeploymentsCopy(Door from, Door to, Journal journal) {
  /// The two ways to be in an environment.
  private enum Way {
    DEPLOYED(
        "deployments",
        "deployed-versions",
        "deployedVersions",
        "currentlyDeployed",
        "undeployedAt"),
    RELEASED(
        "releases",
        "released-versions",
        "releasedVersions",
        "currentlySupported",
        "supportEndedAt");

    private final String kind;
    private final String path;
    private final String embedded;
    private final String now;
    private final String ended;

    Way(String kind, String path, String embedded, String now, String ended) {
      this.kind = kind;
      this.path = path;
      this.embedded = embedded;
      this.now = now;
      this.ended = ended;
    }
  }

  /// Something that began or ended.
  private record Happening(OffsetDateTime at, boolean isEnd, String number, JsonObject resource) {}

  void copy(String system, String environment) throws MigrationFailure {
    String list = Door.path("pacticipants", system, "environments", environment, "versions");
    List<String> numbers =
        Pages.all(from, list, "versions").stream()
            .flatMap(version -> Resource.text(version, "number").stream())
            .toList();
    for (Way way : Way.values()) {
      copy(system, environment, numbers, way);
    }
  }

  private void copy(String system, String environment, List<String> numbers, Way way)
      throws MigrationFailure {
    List<Happening> happenings = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (String number : numbers) {
      String place = place(system, number, way, environment);
      for (JsonObject one : Pages.all(from, place, way.embedded)) {
        happened(one, "createdAt")
            .ifPresent(at -> happenings.add(new Happening(at, false, number, one)));
        happened(one, way.ended)
            .ifPresent(at -> happenings.add(new Happening(at, true, number, one)));
      }
      for (JsonObject known : Pages.all(to, place, way.embedded)) {
        there.add(key(number, known));
      }
    }
    happenings.sort(Comparator.comparing(Happening::at).thenComparing(Happening::isEnd));
    for (Happening one : happenings) {
      if (one.isEnd()) {
        end(system, environment, one, way);
      } else if (there.contains(key(one.number(), one.resource()))) {
        journal.known(way.kind);
      } else {
        journal.note(
            way.kind,
            system + " " + one.number(),
            to.change(
                "POST",
                place(system, one.number(), way, environment),
                Resource.only(one.resource(), "applicationInstance"),
                Optional.of(one.at().toString())));
      }
    }
  }

  /// Nothing is left to end where a later deployment ended it.
  private void end(String system, String environment, Happening one, Way way)
      throws MigrationFailure {
    for (JsonObject known :
        Pages.all(to, place(system, one.number(), way, environment), way.embedded)) {
      if (Resource.isTrue(known, way.now)
          && key(one.number(), known).equals(key(one.number(), one.resource()))) {
        journal.note(
            way.kind + " that ended",
            system + " " + one.number(),
            to.change(
                "PATCH",
                to.path(Resource.self(known)),
                JsonObject.EMPTY.with(way.now, JsonBoolean.of(false)),
                Optional.of(one.at().toString())));
      }
    }
  }

  private static String place(String system, String number, Way way, String environment) {
    return Door.path(
        "pacticipants", system, "versions", number, way.path, "environment", environment);
  }

  private static Optional<OffsetDateTime> happened(JsonObject one, String name) {
    return Resource.moment(one, name).map(OffsetDateTime::parse);
  }

  private static String key(String number, JsonObject one) {
    return number
        + " "
        + Resource.text(one, "applicationInstance").orElse("")
        + " "
        + Resource.text(one, "createdAt").orElse("");
  }
}

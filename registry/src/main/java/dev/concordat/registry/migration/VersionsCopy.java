package dev.concordat.registry.migration;

import dev.concordat.model.json.JsonObject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Copies the versions of a pacticipant, the oldest first, because their order is that of their first mention; with their
/// build, branches and tags.
record VersionsCopy(Door from, Door to, Journal journal) {
  /// A tag of a version without a branch that comes sooner than this counts as its branch.
  private static final Duration TAG_IS_BRANCH = Duration.ofSeconds(10);

  void copy(String system) throws MigrationFailure {
    String list = Door.path("pacticipants", system, "versions");
    Map<String, JsonObject> there = new HashMap<>();
    for (JsonObject known : Pages.all(to, list, "versions")) {
      Resource.text(known, "number").ifPresent(number -> there.put(number, known));
    }
    List<JsonObject> versions = Pages.all(from, list, "versions").reversed();
    for (JsonObject version : versions) {
      Optional<String> number = Resource.text(version, "number");
      if (number.isPresent()) {
        copy(system, number.get(), version, Optional.ofNullable(there.get(number.get())));
      }
    }
  }

  private void copy(String system, String number, JsonObject version, Optional<JsonObject> known)
      throws MigrationFailure {
    String path = Door.path("pacticipants", system, "versions", number);
    Optional<String> createdAt = Resource.moment(version, "createdAt");
    JsonObject said = Resource.only(version, "buildUrl");
    if (known.filter(it -> Resource.only(it, "buildUrl").equals(said)).isPresent()) {
      journal.known("versions");
    } else {
      journal.note("versions", system + " " + number, to.change("PATCH", path, said, createdAt));
    }
    JsonObject before = known.orElse(JsonObject.EMPTY);
    List<String> branches = Resource.names(version, "branchVersions");
    for (String branch : branches) {
      if (Resource.names(before, "branchVersions").contains(branch)) {
        journal.known("branch versions");
        continue;
      }
      String place = Door.path("pacticipants", system, "branches", branch, "versions", number);
      journal.note(
          "branch versions",
          system + " " + number + " " + branch,
          to.change("PUT", place, JsonObject.EMPTY, happened(place).or(() -> createdAt)));
    }
    for (String tag : Resource.names(version, "tags")) {
      if (Resource.names(before, "tags").contains(tag)) {
        journal.known("tags");
        continue;
      }
      String place = path + Door.path("tags", tag);
      Optional<String> happened = happened(place).or(() -> createdAt);
      journal.note(
          "tags",
          system + " " + number + " " + tag,
          to.change(
              "PUT",
              place,
              JsonObject.EMPTY,
              branches.isEmpty() ? later(happened, createdAt) : happened));
    }
  }

  private Optional<String> happened(String place) throws MigrationFailure {
    return from.get(place).flatMap(it -> Resource.moment(it, "createdAt"));
  }

  /// A version without a branch has none in the copy either, however soon it was tagged.
  private static Optional<String> later(Optional<String> tagged, Optional<String> created) {
    if (tagged.isEmpty() || created.isEmpty()) {
      return tagged;
    }
    OffsetDateTime earliest = OffsetDateTime.parse(created.get()).plus(TAG_IS_BRANCH);
    return OffsetDateTime.parse(tagged.get()).isBefore(earliest)
        ? Optional.of(earliest.toString())
        : tagged;
  }
}

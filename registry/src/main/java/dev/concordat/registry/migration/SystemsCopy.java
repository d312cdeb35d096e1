package dev.concordat.registry.migration;

import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Copies pacticipants with their labels, and environments under their own uuids.
record SystemsCopy(Door from, Door to, Journal journal) {
  private static final String KIND = "pacticipants";
  private static final String[] FIELDS = {
    "displayName", "repositoryUrl", "repositoryName", "repositoryNamespace", "mainBranch"
  };

  /// Copies the systems.
  ///
  /// @return their names, in the order of the source
  List<String> copy() throws MigrationFailure {
    Map<String, JsonObject> there = new HashMap<>();
    for (JsonObject known : Pages.all(to, "/pacticipants", KIND)) {
      Resource.text(known, "name").ifPresent(name -> there.put(name, known));
    }
    List<String> names = new ArrayList<>();
    for (JsonObject system : Pages.all(from, "/pacticipants", KIND)) {
      String name = Resource.text(system, "name").orElse("");
      if (name.isEmpty()) {
        journal.problem("a pacticipant without a name is left out");
        continue;
      }
      names.add(name);
      String path = Door.path("pacticipants", name);
      JsonObject before = there.getOrDefault(name, JsonObject.EMPTY);
      JsonObject said = Resource.only(system, FIELDS);
      if (there.containsKey(name) && said.equals(Resource.only(before, FIELDS))) {
        journal.known(KIND);
      } else {
        journal.note(
            KIND, name, to.change("PATCH", path, said, Resource.moment(system, "createdAt")));
      }
      for (String label : Resource.names(system, "labels")) {
        if (Resource.names(before, "labels").contains(label)) {
          journal.known("labels");
        } else {
          journal.note(
              "labels",
              name + " " + label,
              to.change(
                  "PUT",
                  path + Door.path("labels", label),
                  JsonObject.EMPTY,
                  Resource.moment(system, "createdAt")));
        }
      }
    }
    return names;
  }

  /// The main branch once more: the first branch that is called like one was taken for it meanwhile.
  void mainBranch(String name) throws MigrationFailure {
    JsonObject system = from.get(Door.path("pacticipants", name)).orElse(JsonObject.EMPTY);
    JsonObject there = to.get(Door.path("pacticipants", name)).orElse(JsonObject.EMPTY);
    if (!Resource.text(system, "mainBranch").equals(Resource.text(there, "mainBranch"))) {
      JsonObject said =
          JsonObject.EMPTY.with(
              "mainBranch", Resource.at(system, "mainBranch").orElse(JsonNull.NULL));
      journal.note(
          "main branches",
          name,
          to.change(
              "PATCH",
              Door.path("pacticipants", name),
              said,
              Resource.moment(system, "createdAt")));
    }
  }

  /// Copies the environments.
  ///
  /// @return their uuids, which are the same in both
  Set<String> environments() throws MigrationFailure {
    Map<String, JsonObject> there = new HashMap<>();
    for (JsonObject known : Pages.all(to, "/environments", "environments")) {
      Resource.text(known, "uuid").ifPresent(uuid -> there.put(uuid, known));
    }
    Set<String> uuids = new LinkedHashSet<>();
    for (JsonObject environment : Pages.all(from, "/environments", "environments")) {
      String uuid = Resource.text(environment, "uuid").orElse("");
      JsonObject said = Resource.only(environment, "name", "displayName", "production", "contacts");
      uuids.add(uuid);
      JsonObject known = there.getOrDefault(uuid, JsonObject.EMPTY);
      if (Resource.only(known, "name", "displayName", "production", "contacts").equals(said)) {
        journal.known("environments");
      } else {
        journal.note(
            "environments",
            Resource.text(environment, "name").orElse(uuid),
            to.change(
                "PUT",
                Door.path("environments", uuid),
                said,
                Resource.moment(environment, "createdAt")));
      }
    }
    return uuids;
  }
}

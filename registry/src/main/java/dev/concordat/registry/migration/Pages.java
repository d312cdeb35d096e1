package dev.concordat.registry.migration;

import dev.concordat.model.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads lists that may come in pages.
final class Pages {
  private static final int MAX_PAGES = 100_000;

  private Pages() {}

  /// All embedded resources of a list; none where the list is not there.
  static List<JsonObject> all(Door door, String path, String embedded) throws MigrationFailure {
    List<JsonObject> all = new ArrayList<>();
    Optional<String> next = Optional.of(path);
    for (int page = 0; next.isPresent(); page++) {
      if (page == MAX_PAGES) {
        throw new MigrationFailure(path + " has more than " + MAX_PAGES + " pages");
      }
      Optional<JsonObject> list = door.get(next.get());
      list.ifPresent(it -> all.addAll(Resource.list(it, "_embedded", embedded)));
      Optional<String> link = list.flatMap(it -> Resource.text(it, "_links", "next", "href"));
      next = link.isPresent() ? Optional.of(door.path(link.get())) : Optional.empty();
    }
    return all;
  }
}

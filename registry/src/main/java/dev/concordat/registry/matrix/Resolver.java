package dev.concordat.registry.matrix;

import dev.concordat.registry.matrix.Resolved.Kind;
import dev.concordat.registry.selector.FoundVersion;
import dev.concordat.registry.selector.VersionFinder;
import dev.concordat.registry.selector.VersionSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Looks up the versions of selectors.
///
/// @param ignored marks what it is about
record Resolver(Handle handle, List<Resolved> ignored) {

  /// A resolver that leaves out nothing, for what is to be ignored itself.
  static Resolver of(Handle handle) {
    return new Resolver(handle, List.of());
  }

  List<Resolved> named(List<Selector> selectors, Kind kind) {
    Map<String, Long> ids =
        MatrixStore.systems(
            handle, selectors.stream().flatMap(selector -> selector.system().stream()).toList());
    List<Resolved> resolved = new ArrayList<>();
    for (Selector selector : selectors) {
      String name = selector.system().orElse("");
      Long id = ids.get(name);
      if (id == null) {
        resolved.add(missing(Resolved.NONE, name, selector.versions(), kind, Optional.empty()));
      } else {
        Map<Long, List<FoundVersion>> found =
            selector.versions().isAll()
                ? Map.of()
                : new VersionFinder(handle).find(List.of(id), selector.versions());
        resolved.addAll(one(id, name, selector.versions(), kind, found));
      }
    }
    return resolved;
  }

  /// The same versions of every system.
  List<Resolved> each(Map<Long, String> systems, VersionSelector asked) {
    Map<Long, List<FoundVersion>> found =
        asked.isAll() ? Map.of() : new VersionFinder(handle).find(systems.keySet(), asked);
    List<Resolved> resolved = new ArrayList<>();
    systems.forEach((id, name) -> resolved.addAll(one(id, name, asked, Kind.INFERRED, found)));
    return resolved;
  }

  private List<Resolved> one(
      long id, String name, VersionSelector asked, Kind kind, Map<Long, List<FoundVersion>> found) {
    if (asked.isAll()) {
      return List.of(missing(id, name, asked, kind, Optional.empty()));
    }
    List<FoundVersion> versions = found.getOrDefault(id, List.of());
    if (versions.isEmpty()) {
      return List.of(missing(id, name, asked, kind, Optional.of(Resolved.NONE)));
    }
    return versions.stream()
        .map(
            version ->
                new Resolved(
                    id,
                    name,
                    Optional.of(version.id()),
                    Optional.of(version.number()),
                    version.branch(),
                    asked,
                    kind,
                    ignored.stream().anyMatch(i -> i.isAbout(id, Optional.of(version.id()))),
                    versions.size() > 1))
        .toList();
  }

  /// All versions, or none.
  private Resolved missing(
      long id, String name, VersionSelector asked, Kind kind, Optional<Long> version) {
    return new Resolved(
        id,
        name,
        version,
        asked.number(),
        Optional.empty(),
        asked,
        kind,
        ignored.stream().anyMatch(i -> i.asked().isAll() && i.isAbout(id, Optional.empty())),
        false);
  }
}

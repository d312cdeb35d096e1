package dev.concordat.registry.page;

import dev.concordat.model.owner.Owner;
import dev.concordat.model.run.LinkView;
import dev.concordat.model.run.SystemView;
import dev.concordat.report.picture.MapImage;
import dev.concordat.report.picture.MapPicture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// The picture of the map. What is drawn is bounded, because a picture of very many arrows says nothing and takes long.
final class MapDrawing {
  static final int MAX_LINKS = 120;
  static final int MAX_SYSTEMS = 80;
  private static final int MAX_NAME = 40;
  private static final int MAX_KEPT = 32;
  private static final ReentrantLock DRAWING = new ReentrantLock();

  /// The pictures that were asked last, the eldest first; guarded by the lock.
  private static final Map<Drawn, String> KEPT = new LinkedHashMap<>(MAX_KEPT, 0.75f, true);

  /// All that a picture shows: the same again is the same picture.
  private record Drawn(List<SystemView> systems, List<LinkView> links, String style) {}

  private MapDrawing() {}

  /// Coloured by the page around it.
  static String within(List<Pairing> pairs, List<SystemStore.Listed> systems) {
    return draw(pairs, systems, "");
  }

  /// With its own colours.
  static String alone(List<Pairing> pairs, List<SystemStore.Listed> systems) {
    return draw(pairs, systems, Frame.resource("map.css"));
  }

  /// What the picture does not show, in a sentence.
  static Optional<String> leftOut(List<Pairing> pairs, List<SystemStore.Listed> systems) {
    boolean isWhole = pairs.size() <= MAX_LINKS && owners(pairs, systems).size() <= MAX_SYSTEMS;
    return isWhole
        ? Optional.empty()
        : Optional.of(
            "The picture shows at most %d pairs and %d systems; the tables have more."
                .formatted(MAX_LINKS, MAX_SYSTEMS));
  }

  /// As pixels.
  static MapImage.Drawn image(List<Pairing> pairs, List<SystemStore.Listed> systems) {
    Drawn drawn = drawn(pairs, systems, "");
    DRAWING.lock();
    try {
      return MapImage.of(drawn.systems(), drawn.links());
    } finally {
      DRAWING.unlock();
    }
  }

  private static String draw(List<Pairing> pairs, List<SystemStore.Listed> systems, String style) {
    Drawn drawn = drawn(pairs, systems, style);
    // One at a time: the layout of a picture takes a processor, and others wait for theirs.
    DRAWING.lock();
    try {
      String kept = KEPT.get(drawn);
      if (kept == null) {
        kept = MapPicture.of(drawn.systems(), drawn.links(), style);
        KEPT.put(drawn, kept);
        if (KEPT.size() > MAX_KEPT) {
          KEPT.remove(KEPT.keySet().iterator().next());
        }
      }
      return kept;
    } finally {
      DRAWING.unlock();
    }
  }

  private static Drawn drawn(List<Pairing> pairs, List<SystemStore.Listed> systems, String style) {
    List<SystemView> views = new ArrayList<>();
    Map<String, String> shown = new LinkedHashMap<>();
    owners(pairs, systems).entrySet().stream()
        .limit(MAX_SYSTEMS)
        .forEach(
            entry -> {
              String name = unique(shorter(entry.getKey()), shown);
              shown.put(entry.getKey(), name);
              views.add(view(name, entry.getValue()));
            });
    Set<LinkView> links = new LinkedHashSet<>();
    for (Pairing pair : pairs) {
      String from = shown.get(pair.consumer().name());
      String to = shown.get(pair.provider().name());
      if (from != null && to != null && links.size() < MAX_LINKS) {
        links.add(new LinkView(from, to, pair.state().word(), 0, pair.state().drawn()));
      }
    }
    return new Drawn(List.copyOf(views), List.copyOf(links), style);
  }

  /// Those that have a pair come first: they are drawn when not all can be.
  private static Map<String, Optional<String>> owners(
      List<Pairing> pairs, List<SystemStore.Listed> systems) {
    Map<String, Optional<String>> owners = new LinkedHashMap<>();
    for (Pairing pair : pairs) {
      owners.putIfAbsent(pair.consumer().name(), pair.consumer().owner());
      owners.putIfAbsent(pair.provider().name(), pair.provider().owner());
    }
    systems.forEach(system -> owners.putIfAbsent(system.name(), system.owner()));
    return owners;
  }

  private static SystemView view(String name, Optional<String> owner) {
    Owner team =
        owner
            .map(known -> new Owner(shorter(known), "as published"))
            .orElseGet(() -> Owner.unowned("nobody said whose it is"));
    return new SystemView(name, team, SystemView.Kind.PROCESS, List.of(), "", Duration.ZERO, "");
  }

  private static String shorter(String name) {
    return name.codePointCount(0, name.length()) <= MAX_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, MAX_NAME - 1)) + "…";
  }

  /// Two long names may begin alike.
  private static String unique(String name, Map<String, String> shown) {
    return shown.containsValue(name) ? name + " (" + (shown.size() + 1) + ")" : name;
  }
}

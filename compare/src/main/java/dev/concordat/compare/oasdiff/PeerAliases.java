package dev.concordat.compare.oasdiff;

import dev.concordat.compare.format.Policies;
import dev.concordat.compare.lifecycle.LifecyclePolicy;
import dev.concordat.compare.openapi.Aliases;
import dev.concordat.compare.openapi.Endpoint;
import dev.concordat.compare.openapi.HttpChange;
import dev.concordat.compare.openapi.HttpChange.ParameterAdded;
import dev.concordat.compare.openapi.HttpChange.ParameterRemoved;
import dev.concordat.compare.openapi.HttpChange.SchemaChanged;
import dev.concordat.compare.openapi.Spot;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What oasdiff, swagger-brake and Azure's openapi-diff call the changes of one comparison. Not thread-safe.
public final class PeerAliases implements Aliases.Names {
  private static final String OASDIFF = "oasdiff";

  private final IdentityHashMap<HttpChange, List<String>> names = new IdentityHashMap<>();
  private final Set<String> gone = new HashSet<>();
  private final Set<String> come = new HashSet<>();
  private final SpotNames schemas;
  private final List<HttpChange> changes;

  /// Names all changes at once: a name that belongs to no single one of them goes to the nearest.
  public PeerAliases(List<HttpChange> changes, Policies policies, Aliases.Known known) {
    this.schemas = new SpotNames(known.inclusions(), known.writing());
    this.changes = List.copyOf(changes);
    var http = new HttpNames(new LifecyclePolicy(policies));
    IdentityHashMap<Spot, List<SchemaChanged>> spots = new IdentityHashMap<>();
    for (HttpChange change : changes) {
      names.put(change, new ArrayList<>(http.of(change)));
      if (change instanceof ParameterRemoved(Endpoint endpoint, Parameter parameter)) {
        gone.add(endpoint.name() + " " + parameter.name());
      } else if (change instanceof ParameterAdded(Endpoint endpoint, Parameter parameter)) {
        come.add(endpoint.name() + " " + parameter.name());
      }
      if (change instanceof SchemaChanged changed) {
        spots.computeIfAbsent(changed.spot(), spot -> new ArrayList<>()).add(changed);
      }
    }
    spots.forEach((spot, changed) -> schemas.of(spot).forEach(name -> give(name, changed)));
  }

  @Override
  public List<Alias> of(HttpChange change) {
    return Stream.of(
            names.getOrDefault(change, List.of()).stream().flatMap(PeerAliases::named),
            PeerNames.of(change),
            moved(change))
        .flatMap(each -> each)
        .distinct()
        .toList();
  }

  /// A parameter that is gone, and is there again in another part of the request.
  private Stream<Alias> moved(HttpChange change) {
    String name =
        switch (change) {
          case ParameterRemoved(Endpoint endpoint, Parameter parameter) ->
              endpoint.name() + " " + parameter.name();
          case ParameterAdded(Endpoint endpoint, Parameter parameter) ->
              endpoint.name() + " " + parameter.name();
          case HttpChange ignored -> "";
        };
    return gone.contains(name) && come.contains(name)
        ? Stream.of(new Alias(PeerNames.AZURE, "ParameterInHasChanged", ""))
        : Stream.empty();
  }

  @Override
  public List<Difference> notes(
      OpenApiContract before, OpenApiContract after, List<Endpoint> endpoints) {
    return PeerNotes.of(schemas, before, after, endpoints, changes, PeerAliases::named);
  }

  /// A rule of oasdiff, and what others call it.
  static Stream<Alias> named(String id) {
    return Stream.concat(
        Stream.of(new Alias(OASDIFF, id, OasdiffRules.level(id).orElse(""))), PeerNames.of(id));
  }

  /// What has no effect where it stands is told by itself, and is no name of what has.
  private void give(SchemaName name, List<SchemaChanged> changed) {
    boolean isTold = changed.stream().anyMatch(each -> isIt(name, each));
    if (isTold || !schemas.isWithoutEffect(name)) {
      changed.stream()
          .max(Comparator.comparingInt(each -> nearness(name, each)))
          .ifPresent(nearest -> names.getOrDefault(nearest, new ArrayList<>()).add(name.id()));
    }
  }

  /// Whether the change is the very one that is named.
  static boolean isIt(SchemaName name, SchemaChanged change) {
    return change.difference().edits().stream()
        .anyMatch(
            edit -> edit.keyword().equals(name.keyword()) && edit.pointer().equals(name.pointer()));
  }

  /// How well a name fits a change: the keyword at the place, then the place, then the nearest around or inside.
  private static int nearness(SchemaName name, SchemaChanged change) {
    String pointer = change.difference().pointer();
    if (pointer.equals(name.pointer())) {
      return isIt(name, change) ? Integer.MAX_VALUE : Integer.MAX_VALUE - 1;
    }
    boolean isRelated = isInside(pointer, name.pointer()) || isInside(name.pointer(), pointer);
    return isRelated ? -Math.abs(pointer.length() - name.pointer().length()) : Integer.MIN_VALUE;
  }

  private static boolean isInside(String inner, String outer) {
    return inner.startsWith(outer + "/");
  }
}

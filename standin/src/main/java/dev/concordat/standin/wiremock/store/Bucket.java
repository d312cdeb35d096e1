package dev.concordat.standin.wiremock.store;

import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.standin.wiremock.match.ReceivedRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stubs for the same address: again by one value that they want of a header or parameter, so that a thousand stubs for one
/// address cost what one does. Thread-safe.
final class Bucket {
  private final SortedEntries others = new SortedEntries();
  private final Map<Facet, Map<String, SortedEntries>> byValue = new ConcurrentHashMap<>();
  private final List<Facet> facets = new CopyOnWriteArrayList<>();

  /// A part of requests of which stubs want one value.
  private record Facet(RequestPart part, String name) {
    List<String> values(ReceivedRequest request) {
      return switch (part) {
        case HEADER -> request.header(name);
        case QUERY_PARAMETER -> request.query().getOrDefault(name, List.of());
        case BODY -> List.of(request.body().text());
        default -> List.of();
      };
    }
  }

  private record Wanted(Facet facet, String value) {}

  private static Optional<Wanted> wanted(Entry entry) {
    return entry.mapping().stub().request().conditions().stream()
        .flatMap(condition -> wanted(condition).stream())
        .findFirst();
  }

  private static Optional<Wanted> wanted(RequestCondition condition) {
    return condition
                instanceof
                RequestCondition.On(
                    RequestPart part,
                    String name,
                    ValuePattern.Text(var relation, String text, boolean ignoresCase),
                    var place)
            && relation == ValuePattern.Text.Relation.EQUALS
            && !ignoresCase
            && (part == RequestPart.HEADER
                || part == RequestPart.QUERY_PARAMETER
                || part == RequestPart.BODY)
        ? Optional.of(new Wanted(new Facet(part, name), text))
        : Optional.empty();
  }

  void add(Entry entry) {
    Optional<Wanted> wanted = wanted(entry);
    if (wanted.isEmpty()) {
      others.add(entry);
      return;
    }
    Facet facet = wanted.get().facet();
    byValue
        .computeIfAbsent(
            facet,
            first -> {
              facets.add(first);
              return new ConcurrentHashMap<>();
            })
        .computeIfAbsent(wanted.get().value(), first -> new SortedEntries())
        .add(entry);
  }

  void remove(Entry entry) {
    Optional<Wanted> wanted = wanted(entry);
    if (wanted.isEmpty()) {
      others.remove(entry);
      return;
    }
    Map<String, SortedEntries> values = byValue.get(wanted.get().facet());
    SortedEntries entries = values == null ? null : values.get(wanted.get().value());
    if (values != null && entries != null) {
      entries.remove(entry);
      if (entries.array().length == 0) {
        values.remove(wanted.get().value(), entries);
      }
    }
  }

  /// Adds the stubs that may match, each list in order.
  void candidates(ReceivedRequest request, List<Entry[]> candidates) {
    Entry[] plain = others.array();
    if (plain.length > 0) {
      candidates.add(plain);
    }
    for (Facet facet : facets) {
      Map<String, SortedEntries> values = byValue.getOrDefault(facet, Map.of());
      for (String value : distinct(facet.values(request))) {
        SortedEntries entries = values.get(value);
        if (entries != null) {
          candidates.add(entries.array());
        }
      }
    }
  }

  private static List<String> distinct(List<String> values) {
    return values.size() < 2 ? values : new ArrayList<>(new LinkedHashSet<>(values));
  }
}

package dev.concordat.registry.matrix;

import dev.concordat.registry.matrix.Resolved.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Answers questions about the matrix within one transaction.
final class Matrix {
  private final Handle handle;
  private final MatrixQuestion question;

  private Matrix(Handle handle, MatrixQuestion question) {
    this.handle = handle;
    this.question = question;
  }

  static MatrixAnswer ask(Handle handle, MatrixQuestion question) {
    return new Matrix(handle, question).answer();
  }

  private MatrixAnswer answer() {
    List<Resolved> ignored = Resolver.of(handle).named(question.ignored(), Kind.IGNORED);
    Resolver resolver = new Resolver(handle, ignored);
    List<Resolved> selectors =
        new ArrayList<>(resolver.named(question.selectors(), Kind.SPECIFIED));
    MatrixStore store = new MatrixStore(handle, question.latestBy().isEmpty());
    List<Integration> integrations = integrations(store, selectors);
    question
        .inferred()
        .ifPresent(
            versions ->
                selectors.addAll(resolver.each(counterparts(selectors, integrations), versions)));
    List<Row> rows =
        selectors.size() == 1
            ? store.around(selectors.getFirst(), question.limit())
            : store.between(selectors, question.limit());
    List<Row> shown = newest(rows).stream().filter(this::isWanted).sorted(Row.ORDER).toList();
    Map<Boolean, List<Row>> split =
        shown.stream().collect(Collectors.partitioningBy(row -> isIgnored(ignored, row)));
    return new MatrixAnswer(
        question,
        Objects.requireNonNull(split.get(false)),
        Objects.requireNonNull(split.get(true)),
        selectors,
        ignored,
        integrations,
        selectors.size() == 1 ? List.of() : MissingPair.among(rows, selectors));
  }

  /// Whom the named versions have to do with: where counterparts are inferred, or one version was named, all; else only one
  /// another.
  private List<Integration> integrations(MatrixStore store, List<Resolved> selectors) {
    List<Integration> found = new ArrayList<>(store.asConsumers(selectors));
    if (question.inferred().isPresent() || selectors.size() == 1) {
      found.addAll(
          store.asProviders(selectors.stream().map(Resolved::systemId).distinct().toList()));
    } else {
      Set<Long> named = selectors.stream().map(Resolved::systemId).collect(Collectors.toSet());
      found.removeIf(integration -> !named.contains(integration.providerId()));
    }
    Map<List<Long>, Integration> distinct = new LinkedHashMap<>();
    for (Integration integration : found) {
      distinct.putIfAbsent(
          List.of(integration.consumerId(), integration.providerId()), integration);
    }
    return List.copyOf(distinct.values());
  }

  private static Map<Long, String> counterparts(
      List<Resolved> selectors, List<Integration> integrations) {
    Set<Long> named = new LinkedHashSet<>();
    selectors.forEach(selector -> named.add(selector.systemId()));
    Map<Long, String> counterparts = new LinkedHashMap<>();
    for (Integration integration : integrations) {
      counterparts.put(integration.consumerId(), integration.consumer());
      counterparts.put(integration.providerId(), integration.provider());
    }
    counterparts.keySet().removeAll(named);
    return counterparts;
  }

  /// Of each group the rows without a verification, or the one of the newest provider version.
  private List<Row> newest(List<Row> rows) {
    if (question.latestBy().isEmpty()) {
      return rows;
    }
    LatestBy by = question.latestBy().get();
    Map<List<Object>, List<Row>> groups =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> key(row, by), LinkedHashMap::new, Collectors.toList()));
    List<Row> newest = new ArrayList<>();
    for (List<Row> group : groups.values()) {
      if (group.getFirst().result().isEmpty()) {
        newest.addAll(group);
      } else {
        newest.add(
            group.stream()
                .max(java.util.Comparator.comparing(row -> row.providerVersionId().orElse(0L)))
                .orElseThrow());
      }
    }
    return newest;
  }

  private static List<Object> key(Row row, LatestBy by) {
    List<Object> key = new ArrayList<>(List.of(row.consumerId(), row.providerId()));
    if (by != LatestBy.CONSUMER_PROVIDER) {
      key.add(row.consumerVersionId());
    }
    if (by == LatestBy.CONSUMER_VERSION_PROVIDER_VERSION) {
      key.add(row.providerVersionId());
    }
    return key;
  }

  private boolean isWanted(Row row) {
    return question.success().isEmpty() || question.success().contains(row.success());
  }

  private static boolean isIgnored(List<Resolved> ignored, Row row) {
    return ignored.stream()
        .anyMatch(
            one ->
                one.isAbout(row.consumerId(), Optional.of(row.consumerVersionId()))
                    || one.isAbout(row.providerId(), row.providerVersionId()));
  }
}

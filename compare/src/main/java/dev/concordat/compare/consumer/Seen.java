package dev.concordat.compare.consumer;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.asyncapi.ChannelOperation;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How much is known of consumers, so that people can tell what it is worth.
record Seen(int consumers, Optional<Integer> percentOfOperations, Optional<Long> ageDays) {
  private static final int ALL_PERCENT = 100;

  static Seen of(List<Consumer> consumers, List<Known> known, Contract provider, LocalDate today) {
    Optional<LocalDate> newest =
        known.stream().flatMap(each -> each.evidence().stream()).max(Comparator.naturalOrder());
    return new Seen(
        consumers.size(),
        percent(consumers, operations(provider)),
        newest.map(day -> Math.max(0, ChronoUnit.DAYS.between(day, today))));
  }

  private static List<String> operations(Contract provider) {
    return switch (provider) {
      case OpenApiContract openApi ->
          openApi.operations().stream().map(HttpOperation::methodAndPath).toList();
      case AsyncApiContract asyncApi ->
          asyncApi.operations().stream().map(ChannelOperation::id).toList();
      default -> List.of();
    };
  }

  private static Optional<Integer> percent(List<Consumer> consumers, List<String> operations) {
    if (operations.isEmpty()) {
      return Optional.empty();
    }
    Set<String> used =
        consumers.stream()
            .flatMap(each -> each.uses().stream())
            .map(use -> Operations.normal(use.operation()))
            .collect(Collectors.toSet());
    long seen = operations.stream().map(Operations::normal).filter(used::contains).count();
    return Optional.of((int) (seen * ALL_PERCENT / operations.size()));
  }

  /// `3 consumers, 71 % of operations, newest evidence 12 days old`.
  String text() {
    List<String> parts = new ArrayList<>();
    parts.add(counted(consumers, "consumer"));
    percentOfOperations.ifPresent(percent -> parts.add(percent + " % of operations"));
    ageDays.ifPresentOrElse(
        days -> parts.add("newest evidence " + counted(days, "day") + " old"),
        () -> parts.add("evidence without a date"));
    return String.join(", ", parts);
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}

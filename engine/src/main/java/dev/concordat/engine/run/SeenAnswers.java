package dev.concordat.engine.run;

import dev.concordat.contracts.openapi.Routed;
import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.timing.Latencies;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.timing.Latency;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How long the undisturbed answers on all links took, by operation.
final class SeenAnswers {
  private final ContractBook book;
  private final Latencies latencies = new Latencies();
  private final Set<String> counted = new HashSet<>();

  SeenAnswers(ContractBook book) {
    this.book = book;
  }

  /// Takes the answers among these; one that was taken before is not taken again.
  void add(List<Exchange> exchanges) {
    for (Exchange exchange : exchanges) {
      if (exchange instanceof HttpExchange http && isUndisturbed(http) && counted.add(http.id())) {
        operation(http).ifPresent(name -> latencies.record(http.link(), name, http.duration()));
      }
    }
  }

  /// Takes the answers of a series of calls that Concordat made one after another as fast as they were answered. One that
  /// took much longer than the others held up those behind it; they are counted with what they would have waited.
  void addSeries(LinkName link, String operation, List<Duration> series) {
    if (series.isEmpty()) {
      return;
    }
    Duration usual = series.stream().sorted().toList().get((series.size() - 1) / 2);
    series.forEach(took -> latencies.recordPlanned(link, operation, took, usual));
  }

  /// Takes the answers that the calls of such a series led to, and not those of the calls themselves.
  void addBehind(List<Exchange> exchanges) {
    for (Exchange exchange : exchanges) {
      if (exchange instanceof HttpExchange http && http.link().isOurs()) {
        counted.add(http.id());
      }
    }
    add(exchanges);
  }

  private static boolean isUndisturbed(HttpExchange http) {
    return http.response().isPresent() && http.failure().isEmpty() && http.disturbed().isEmpty();
  }

  private Optional<String> operation(HttpExchange http) {
    String provider = http.link().provider();
    return book.openApis(provider).stream()
        .flatMap(
            contract -> contract.route(http.request().method(), http.request().path()).stream())
        .map((Routed routed) -> provider + "." + routed.operation().id())
        .findFirst();
  }

  List<Latency> all() {
    return latencies.all();
  }

  /// How many answers were seen.
  int count(LinkName link, String operation) {
    return (int) latencies.count(link, operation);
  }

  /// How many of them took longer than a limit.
  int over(LinkName link, String operation, Duration limit) {
    return (int)
        Math.round(latencies.shareOver(link, operation, limit) * latencies.count(link, operation));
  }
}

package dev.concordat.engine.judge;

import dev.concordat.engine.book.ContractBook;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.FlowRules;
import dev.concordat.model.finding.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Finds messages that tell of a change before it is committed.
///
/// Only what can be seen without guessing counts: one request to the publisher, during which it published a message that
/// names a row of its own database, and committed a change of that very row clearly later.
final class EventOrder {
  /// Clocks are the same machine's; less than this is the time between two system calls.
  static final Duration MARGIN = Duration.ofMillis(50);

  /// An outbox or log is rightly written after the message went out.
  private static final Set<String> BOOKKEEPING =
      Set.of("outbox", "event", "message", "audit", "log", "history", "queue", "inbox");

  private final ContractBook book;
  private final Function<String, Set<String>> databasesOf;

  /// @param databasesOf from a system's name to the database parts that only it uses
  EventOrder(ContractBook book, Function<String, Set<String>> databasesOf) {
    this.book = book;
    this.databasesOf = databasesOf;
  }

  List<Finding> judge(List<Exchange> exchanges, CaseView in) {
    var findings = new ArrayList<Finding>();
    for (Exchange exchange : exchanges) {
      if (exchange instanceof MessageDelivery message) {
        book.publisher(message.address())
            .flatMap(publisher -> late(message, publisher, exchanges))
            .map(late -> finding(message, late, in))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private record Late(String publisher, RowChange change) {}

  private Optional<Late> late(MessageDelivery message, String publisher, List<Exchange> exchanges) {
    Set<String> databases = databasesOf.apply(publisher);
    return exchanges.stream()
        .filter(HttpExchange.class::isInstance)
        .map(HttpExchange.class::cast)
        .filter(request -> request.link().provider().equals(publisher))
        .filter(request -> isWithin(message.at(), request))
        .findFirst()
        .flatMap(
            request ->
                exchanges.stream()
                    .filter(RowChange.class::isInstance)
                    .map(RowChange.class::cast)
                    .filter(row -> databases.contains(row.part()))
                    .filter(row -> isTold(row, message))
                    .filter(row -> isWithin(row.at(), request))
                    .filter(row -> row.at().isAfter(message.at().plus(MARGIN)))
                    .findFirst())
        .map(row -> new Late(publisher, row));
  }

  private static boolean isWithin(Instant at, HttpExchange request) {
    return !at.isBefore(request.at()) && !at.isAfter(request.at().plus(request.duration()));
  }

  /// Whether the message names the row by its id.
  private static boolean isTold(RowChange row, MessageDelivery message) {
    String table = row.table().toLowerCase(Locale.ROOT);
    if (row.kind() == RowChange.Kind.DELETE || BOOKKEEPING.stream().anyMatch(table::contains)) {
      return false;
    }
    Optional<String> id = Optional.ofNullable(row.columns().get("id")).flatMap(Function.identity());
    String key = message.key().map(Bytes::utf8).orElse("");
    return id.filter(value -> !value.isEmpty() && key.contains(value)).isPresent();
  }

  private static Finding finding(MessageDelivery message, Late late, CaseView in) {
    RowChange row = late.change();
    long early = Duration.between(message.at(), row.at()).toMillis();
    return Findings.plain(
            FlowRules.EVENT_BEFORE_COMMIT,
            late.publisher(),
            Side.PUBLISHER,
            late.publisher() + " publishes the message and keeps the row",
            message.address(),
            "",
            "the message was published "
                + early
                + " ms before the change of "
                + row.part()
                + "."
                + row.table()
                + " that it tells of was committed")
        .compare("published after the commit", "published before the commit")
        .on(message, in.id());
  }
}

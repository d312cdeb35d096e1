package dev.concordat.engine.run;

import dev.concordat.engine.book.ContractBook;
import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Incident;
import dev.concordat.model.finding.Side;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.run.LinkView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who talks to whom, with what was seen and what the run says about it.
final class LinkMap {
  private record Arrow(String from, String to, String label) {}

  private final Setup setup;
  private final ContractBook book;
  private final Map<Arrow, Long> counts = new LinkedHashMap<>();

  private LinkMap(Setup setup, ContractBook book) {
    this.setup = setup;
    this.book = book;
  }

  static List<LinkView> of(
      Setup setup, ContractBook book, List<Exchange> seen, List<Incident> incidents) {
    var map = new LinkMap(setup, book);
    map.expect();
    seen.forEach(map::count);
    var views = new ArrayList<LinkView>();
    map.counts.forEach(
        (arrow, count) -> {
          boolean isBroken = incidents.stream().anyMatch(incident -> isOn(arrow, incident.main()));
          LinkView.State state =
              isBroken
                  ? LinkView.State.BROKEN
                  : count == 0 ? LinkView.State.UNSEEN : LinkView.State.HOLDS;
          views.add(new LinkView(arrow.from(), arrow.to(), arrow.label(), count, state));
        });
    return views;
  }

  private void expect() {
    for (SystemSpec system : setup.systems()) {
      for (Consumption consumption : system.consumes()) {
        counts.put(new Arrow(system.name(), consumption.provider(), "HTTP"), 0L);
      }
      for (PartNeed need : system.needs()) {
        setup
            .part(need.part())
            .filter(part -> !isBroker(part))
            .ifPresent(part -> counts.put(new Arrow(system.name(), part.name(), "PostgreSQL"), 0L));
      }
    }
    for (ContractBook.Topic topic : book.topics()) {
      topic
          .operation()
          .channel()
          .address()
          .ifPresent(
              address ->
                  broker(topic.system())
                      .forEach(broker -> counts.put(arrow(topic, broker, address.text()), 0L)));
    }
  }

  private List<String> broker(String system) {
    return setup.system(system).stream()
        .flatMap(it -> it.needs().stream())
        .flatMap(need -> setup.part(need.part()).stream())
        .filter(LinkMap::isBroker)
        .map(PartSpec::name)
        .distinct()
        .toList();
  }

  private static Arrow arrow(ContractBook.Topic topic, String broker, String address) {
    return topic.isPublished()
        ? new Arrow(topic.system(), broker, address)
        : new Arrow(broker, topic.system(), address);
  }

  private static boolean isBroker(PartSpec part) {
    return part.kind().equals("kafka");
  }

  private void count(Exchange exchange) {
    switch (exchange) {
      case HttpExchange http ->
          counts.merge(
              new Arrow(http.link().consumer(), http.link().provider(), "HTTP"), 1L, Long::sum);
      case MessageDelivery message ->
          book.topics().stream()
              .filter(topic -> topic.covers(message.address()))
              .map(topic -> arrow(topic, message.part(), message.address()))
              .distinct()
              .forEach(arrow -> counts.merge(arrow, 1L, Long::sum));
      case RowChange row ->
          counts.merge(
              new Arrow(RowStep.keeper(setup, row.part()), row.part(), "PostgreSQL"),
              1L,
              Long::sum);
    }
  }

  private static boolean isOn(Arrow arrow, Finding finding) {
    if (finding.link().isPresent()) {
      LinkName link = finding.link().get();
      return arrow.from().equals(link.consumer()) && arrow.to().equals(link.provider());
    }
    boolean isTopic = finding.operation().endsWith("." + arrow.label());
    boolean isOwnTable =
        finding.side() == Side.KEEPER && finding.operation().startsWith(arrow.to() + ".");
    return arrow.from().equals(finding.system()) && (isTopic || isOwnTable);
  }
}

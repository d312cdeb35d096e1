package dev.concordat.engine.plan;

import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.flow.FlowFault;
import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import dev.concordat.wire.fault.BadCertificate;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.RecordFault;
import dev.concordat.wire.fault.StalledHandshake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks what the faults of a flow name: links between systems and to brokers, and operations of the provider.
final class FaultCheck {
  private static final String BROKER = "kafka";

  private final ContractBook book;
  private final List<String> links;
  private final List<String> brokerLinks;

  FaultCheck(ContractBook book, Setup setup) {
    this.book = book;
    this.brokerLinks = brokerLinks(setup);
    this.links = links(setup);
  }

  Optional<Problem> check(FlowFault fault) {
    LinkName link = fault.link();
    String written = written(link.consumer(), link.provider());
    if (brokerLinks.contains(written)) {
      return atBroker(fault);
    }
    if (!links.contains(written)) {
      List<String> all = new ArrayList<>(links);
      all.addAll(brokerLinks);
      return problem(
          fault,
          "unknown-link",
          "there is no link " + written + "." + DidYouMean.sentence(written, all),
          "Links are " + String.join(", ", all) + ". Links to databases have no faults.");
    }
    if (fault.rule().fault() instanceof RecordFault) {
      return problem(
          fault,
          "unfit-fault",
          "'" + fault.rule().fault().name() + "' is a fault of Kafka's messages",
          brokerLinks.isEmpty()
              ? "No system here has a broker; pick another fault."
              : "Name a link to a broker: " + String.join(", ", brokerLinks) + ".");
    }
    if (isOfTls(fault)) {
      return problem(
          fault,
          "unfit-fault",
          "'" + fault.rule().fault().name() + "' is a fault of TLS",
          "Links of an environment speak HTTP without TLS; pick another fault.");
    }
    return fault
        .operation()
        .filter(it -> book.operation(it).isEmpty())
        .flatMap(it -> unknown(fault, it));
  }

  /// Connections can be disturbed there as anywhere.
  private static Optional<Problem> atBroker(FlowFault fault) {
    boolean isOfConnections =
        fault.rule().unit() == FaultRule.Unit.CONNECTION
            && fault.operation().isEmpty()
            && !isOfTls(fault);
    return fault.rule().fault() instanceof RecordFault || isOfConnections
        ? Optional.empty()
        : problem(
            fault,
            "unfit-fault",
            "'"
                + fault.rule().fault().name()
                + "' is no fault of "
                + (fault.operation().isPresent() ? "one topic's messages" : "a link to a broker"),
            "Pick a fault of Kafka's messages, such as duplicate-message, or one of the whole connection.");
  }

  private static boolean isOfTls(FlowFault fault) {
    return fault.rule().fault() instanceof BadCertificate
        || fault.rule().fault() instanceof StalledHandshake;
  }

  private Optional<Problem> unknown(FlowFault fault, String operation) {
    List<String> known =
        book.operationNames().stream()
            .filter(it -> it.startsWith(fault.link().provider() + "."))
            .toList();
    return problem(
        fault,
        "unknown-operation",
        "there is no operation " + operation + "." + DidYouMean.sentence(operation, known),
        known.isEmpty()
            ? fault.link().provider() + " has no OpenAPI contract."
            : "In the OpenAPI contracts there is " + String.join(", ", known) + ".");
  }

  private static Optional<Problem> problem(
      FlowFault fault, String rule, String message, String fix) {
    return Optional.of(Problem.error("flow/" + rule, fault.sentence().place(), message, fix));
  }

  private static List<String> brokerLinks(Setup setup) {
    var links = new ArrayList<String>();
    for (SystemSpec system : setup.systems()) {
      system.needs().stream()
          .map(PartNeed::part)
          .distinct()
          .filter(part -> setup.part(part).filter(it -> it.kind().equals(BROKER)).isPresent())
          .forEach(part -> links.add(written(system.name(), part)));
    }
    return links;
  }

  private static List<String> links(Setup setup) {
    var links = new ArrayList<String>();
    for (SystemSpec system : setup.systems()) {
      system.consumes().forEach(it -> links.add(written(system.name(), it.provider())));
    }
    setup.systems().forEach(it -> links.add(written(LinkName.CONCORDAT, it.name())));
    return links;
  }

  private static String written(String consumer, String provider) {
    return consumer + " -> " + provider;
  }
}

package dev.concordat.engine.plan;

import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.flow.FlowFault;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import dev.concordat.wire.fault.BadCertificate;
import dev.concordat.wire.fault.StalledHandshake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks what the faults of a flow name: links between systems, and operations of the provider.
final class FaultCheck {
  private final ContractBook book;
  private final List<String> links;

  FaultCheck(ContractBook book, Setup setup) {
    this.book = book;
    this.links = links(setup);
  }

  Optional<Problem> check(FlowFault fault) {
    LinkName link = fault.link();
    String written = written(link.consumer(), link.provider());
    if (!links.contains(written)) {
      return problem(
          fault,
          "unknown-link",
          "there is no link " + written + "." + DidYouMean.sentence(written, links),
          "Links between systems are "
              + String.join(", ", links)
              + ". Links to databases and brokers have no faults.");
    }
    if (fault.rule().fault() instanceof BadCertificate
        || fault.rule().fault() instanceof StalledHandshake) {
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

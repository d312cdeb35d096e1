package dev.concordat.engine.run;

import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.flow.FlowFault;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.CaseResult.Outcome;
import dev.concordat.model.run.Trouble;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.Refuse;
import dev.concordat.wire.fault.Requests;
import dev.concordat.wire.fault.Schedule;
import dev.concordat.wire.fault.UnansweredConnect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Faults that are on links for the steps of a flow, or for one of them; closing takes them off.
final class FlowFaults implements AutoCloseable {
  /// One fault where it is.
  private record Placed(FlowFault written, PlacedFault fault) {
    boolean wasMet() {
      // Nobody is counted at a port that is closed.
      return fault.met() > 0
          || fault.rule().fault() instanceof UnansweredConnect
          || (fault.rule().fault() instanceof Refuse
              && fault.rule().schedule().equals(Schedule.ALWAYS));
    }

    CaseResult.Step result() {
      String name = "fault " + written.title();
      if (fault.met() == 0) {
        return wasMet()
            ? new CaseResult.Step(
                name,
                Outcome.HELD,
                fault.rule().fault() instanceof Refuse
                    ? "the port was closed"
                    : "nobody was answered who connected")
            : new CaseResult.Step(name, Outcome.SKIPPED, "nothing passed that it is meant for");
      }
      String unfit = fault.unfit() == 0 ? "" : ", and did not fit " + fault.unfit();
      return new CaseResult.Step(
          name, Outcome.HELD, "disturbed " + fault.applied() + " of " + fault.met() + unfit);
    }
  }

  private final List<Placed> placed = new ArrayList<>();
  private final List<FlowFault> homeless = new ArrayList<>();

  private FlowFaults() {}

  /// Sets faults on their links; what passes from now on is disturbed.
  static FlowFaults place(Session session, List<FlowFault> faults) {
    var all = new FlowFaults();
    for (FlowFault fault : faults) {
      session
          .environment()
          .disturbances(fault.link())
          .ifPresentOrElse(
              link ->
                  all.placed.add(new Placed(fault, link.add(rule(fault, session.plan().book())))),
              () -> all.homeless.add(fault));
    }
    return all;
  }

  private static FaultRule rule(FlowFault fault, ContractBook book) {
    return fault
        .operation()
        .flatMap(book::operation)
        .map(
            it ->
                fault
                    .rule()
                    .on(
                        new Requests(
                            it.operation().method(),
                            it.contract().basePath() + it.operation().path().text())))
        .orElse(fault.rule());
  }

  /// What became of each.
  List<CaseResult.Step> results() {
    return placed.stream().map(Placed::result).toList();
  }

  /// A fault that met nothing: what held has shown nothing about it.
  Optional<Trouble> unused() {
    return Stream.concat(
            homeless.stream(), placed.stream().filter(it -> !it.wasMet()).map(Placed::written))
        .findFirst()
        .map(
            fault ->
                new Trouble(
                    Trouble.Kind.INPUT,
                    fault.sentence().place().shortForm(),
                    "nothing passed that the fault "
                        + fault.title()
                        + " is meant for, so that the flow shows nothing about it",
                    "Name a link and an operation, or a topic, that the steps lead to.",
                    List.of()));
  }

  @Override
  public void close() {
    placed.forEach(it -> it.fault().remove());
  }
}

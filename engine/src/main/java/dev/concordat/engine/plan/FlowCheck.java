package dev.concordat.engine.plan;

import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.flow.Flow;
import dev.concordat.engine.flow.Given;
import dev.concordat.engine.flow.State;
import dev.concordat.engine.flow.Step;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.Setup;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks what a flow names: operations, channels, databases, states.
final class FlowCheck {
  private final ContractBook book;
  private final Setup setup;
  private final Map<String, State> states;
  private final List<Problem> problems = new ArrayList<>();

  private FlowCheck(ContractBook book, Setup setup, Map<String, State> states) {
    this.book = book;
    this.setup = setup;
    this.states = states;
  }

  static List<Problem> check(Flow flow, ContractBook book, Setup setup, Map<String, State> states) {
    var check = new FlowCheck(book, setup, states);
    flow.given().forEach(check::given);
    flow.allSteps().forEach(check::step);
    var faults = new FaultCheck(book, setup);
    Stream.of(
            flow.faults().stream(),
            flow.eachFault().stream(),
            flow.allSteps().stream().flatMap(step -> step.heading().faults().stream()))
        .flatMap(each -> each)
        .flatMap(fault -> faults.check(fault).stream())
        .forEach(check.problems::add);
    return check.problems;
  }

  private void given(Given given) {
    switch (given) {
      case Given.State state -> {
        if (!states.containsKey(state.name())) {
          unknown(state.place(), "state", state.name(), states.keySet(), "data/states.yaml");
        }
      }
      case Given.Rows rows ->
          rows.tables()
              .keySet()
              .forEach(
                  table -> part(table.substring(0, Math.max(0, table.indexOf('.'))), rows.place()));
    }
  }

  private void step(Step step) {
    Place place = step.heading().sentence().place();
    switch (step) {
      case Step.Call call -> {
        if (book.operation(call.operation()).isEmpty()) {
          unknown(
              place, "operation", call.operation(), book.operationNames(), "the OpenAPI contracts");
        }
      }
      case Step.Receive receive -> message(receive.message(), place);
      case Step.Never never -> message(never.message(), place);
      case Step.Publish publish -> message(publish.message(), place);
      case Step.Row row -> part(row.part(), place);
    }
  }

  private void message(String name, Place place) {
    if (book.published(name).isEmpty()) {
      unknown(place, "message", name, book.publishedNames(), "the AsyncAPI contracts that send");
    }
  }

  private void part(String name, Place place) {
    Optional<PartSpec> part = setup.part(name);
    if (part.isEmpty()) {
      List<String> known =
          setup.parts().stream()
              .filter(it -> !it.database().isEmpty())
              .map(PartSpec::name)
              .toList();
      unknown(place, "database", name, known, "the setup");
    }
  }

  private void unknown(
      Place place, String what, String name, Collection<String> known, String where) {
    problems.add(
        Problem.error(
            "flow/unknown-" + what,
            place,
            "there is no " + what + " " + name + "." + DidYouMean.sentence(name, known),
            known.isEmpty()
                ? "Nothing of that kind is in " + where + "."
                : "In " + where + " there is " + String.join(", ", known) + "."));
  }
}

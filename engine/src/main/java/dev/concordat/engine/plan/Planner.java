package dev.concordat.engine.plan;

import dev.concordat.cases.CaseGenerator;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.flow.Flow;
import dev.concordat.engine.flow.FlowFault;
import dev.concordat.engine.flow.FlowReader;
import dev.concordat.engine.flow.State;
import dev.concordat.engine.flow.StateReader;
import dev.concordat.environment.setup.Setup;
import dev.concordat.model.finding.Proof;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides what a run will do. Reads contracts and flows; starts nothing.
public final class Planner {
  private static final String STATES = "data/states.yaml";
  private static final String FLOW_FILES = ".flow.yaml";

  private final Setup setup;
  private final PlanOptions options;
  private final DocumentReader reader;
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private Planner(Setup setup, PlanOptions options) {
    this.setup = setup;
    this.options = options;
    this.reader = new DocumentReader(setup.root(), ReadLimits.defaults());
  }

  public static RunPlan plan(Setup setup, PlanOptions options) {
    return new Planner(setup, options).plan();
  }

  private RunPlan plan() {
    ContractBook book = ContractBook.read(setup);
    problems.addAll(book.problems());
    problems.addAll(AcceptanceCheck.check(setup.accepted()));
    Map<String, State> states = states();
    var cases = new ArrayList<PlannedCase>();
    if (options.proofs().contains(Proof.FLOWS)) {
      cases.addAll(flowCases(book, states));
    }
    if (options.proofs().contains(Proof.CONFORM) && options.tags().isEmpty()) {
      cases.addAll(contractCases(book));
    }
    if (options.proofs().contains(Proof.TIMING)) {
      cases.addAll(FlowBudgets.of(flowCases(book, states), options.against()));
      if (options.tags().isEmpty()) {
        cases.addAll(BudgetCases.of(setup, book, options, problems));
      }
    }
    if (options.proofs().contains(Proof.RESILIENCE) && options.tags().isEmpty()) {
      cases.addAll(
          LinkCases.of(setup, book, options.seed(), file -> isChosen(setup.root().resolve(file))));
      cases.addAll(
          MessageCases.of(book, options.seed(), file -> isChosen(setup.root().resolve(file))));
      cases.addAll(PoisonCases.of(book, flowCases(book, states)));
    }
    if (options.proofs().contains(Proof.FIDELITY) && options.tags().isEmpty()) {
      cases.addAll(
          FidelityCases.of(book, options.seed(), file -> isChosen(setup.root().resolve(file))));
    }
    List<PlannedCase> chosen =
        options.cases().isEmpty()
            ? cases
            : cases.stream().filter(it -> options.cases().contains(it.id())).toList();
    return new RunPlan(options, book, states, chosen, problems, notes);
  }

  private Map<String, State> states() {
    Path file = setup.root().resolve(STATES);
    if (!Files.exists(file)) {
      return Map.of();
    }
    return read(file)
        .map(StateReader::read)
        .map(
            read -> {
              problems.addAll(read.problems());
              return read.states();
            })
        .orElse(Map.of());
  }

  private List<PlannedCase> flowCases(ContractBook book, Map<String, State> states) {
    var flows = new ArrayList<Flow>();
    for (Path file : setup.flows()) {
      if (!isChosen(file)) {
        continue;
      }
      if (!file.toString().endsWith(FLOW_FILES)) {
        notes.add(setup.relative(file) + " was not run: this version runs *" + FLOW_FILES);
        continue;
      }
      read(file).map(FlowReader::read).ifPresent(read -> add(read, flows, book, states));
    }
    return flows.stream()
        .filter(
            flow ->
                options.tags().isEmpty() || flow.tags().stream().anyMatch(options.tags()::contains))
        .sorted(
            Comparator.comparingInt((Flow flow) -> flow.isCritical() ? 0 : 1)
                .thenComparing(Flow::file))
        .flatMap(flow -> rows(flow).stream())
        .toList();
  }

  private void add(
      FlowReader.FlowFile read, List<Flow> flows, ContractBook book, Map<String, State> states) {
    problems.addAll(read.problems());
    read.flow().ifPresent(flow -> problems.addAll(FlowCheck.check(flow, book, setup, states)));
    if (!read.hasErrors()) {
      read.flow().ifPresent(flows::add);
    }
  }

  private static List<PlannedCase> rows(Flow flow) {
    var cases = new ArrayList<PlannedCase>();
    for (Flow.Row row : flow.rows()) {
      if (flow.eachFault().isEmpty()) {
        cases.add(new PlannedCase.OfFlow(flow, row, Optional.empty(), cases.size() + 1));
      }
      for (FlowFault fault : flow.eachFault()) {
        cases.add(new PlannedCase.OfFlow(flow, row, Optional.of(fault), cases.size() + 1));
      }
    }
    return cases;
  }

  private List<PlannedCase> contractCases(ContractBook book) {
    var generator = new CaseGenerator(options.seed());
    var cases = new ArrayList<PlannedCase>();
    for (ContractBook.Provided provided : book.provided()) {
      if (isChosen(setup.root().resolve(provided.contract().file()))) {
        CaseOrder.sorted(generator.cases(provided.system(), provided.contract())).stream()
            .map(PlannedCase.OfContract::new)
            .forEach(cases::add);
        cases.add(new PlannedCase.OfProvider(provided.system(), provided.contract()));
      }
    }
    return cases;
  }

  private boolean isChosen(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return options.paths().isEmpty()
        || options.paths().stream()
            .map(path -> path.toAbsolutePath().normalize())
            .anyMatch(absolute::startsWith);
  }

  private Optional<Document> read(Path file) {
    try {
      return Optional.of(reader.read(file));
    } catch (IOException e) {
      problems.add(
          Problem.error(
              "flow/unreadable",
              Place.of(setup.relative(file)),
              "the file cannot be read: " + e.getMessage(),
              "Check that it exists and may be read."));
      return Optional.empty();
    }
  }
}

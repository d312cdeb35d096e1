package dev.concordat.engine.plan;

import dev.concordat.cases.CaseGenerator;
import dev.concordat.cases.ContractCase;
import dev.concordat.cases.Expectation;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.flow.BudgetText;
import dev.concordat.engine.timing.BudgetRule;
import dev.concordat.engine.timing.QuantileBudget;
import dev.concordat.engine.timing.RatioBudget;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.WrittenBudget;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One case for each budget of an operation: `x-concordat-budget` in contracts, `budgets` in `concordat.yaml`.
final class BudgetCases {
  static final String EXTENSION = "x-concordat-budget";

  private final Setup setup;
  private final ContractBook book;
  private final CaseGenerator generator;
  private final Optional<String> against;
  private final List<Problem> problems;
  private final List<PlannedCase> cases = new ArrayList<>();

  private BudgetCases(Setup setup, ContractBook book, PlanOptions options, List<Problem> problems) {
    this.setup = setup;
    this.book = book;
    this.generator = new CaseGenerator(options.seed());
    this.against = options.against();
    this.problems = problems;
  }

  /// @param problems what cannot be read is added
  static List<PlannedCase> of(
      Setup setup, ContractBook book, PlanOptions options, List<Problem> problems) {
    var cases = new BudgetCases(setup, book, options, problems);
    cases.ofContracts();
    cases.ofConfig();
    return List.copyOf(cases.cases);
  }

  private void ofContracts() {
    for (ContractBook.Provided provided : book.provided()) {
      for (HttpOperation operation : provided.contract().operations()) {
        Optional<Node> written = extension(provided.contract(), operation);
        if (written.isPresent()) {
          Node node = written.get();
          String text = text(node);
          Sentence sentence = new Sentence(node.place(), node.sourceLine());
          add(provided, operation, text, sentence);
        }
      }
    }
  }

  private static Optional<Node> extension(OpenApiContract contract, HttpOperation operation) {
    return member(contract.written(), "paths")
        .flatMap(paths -> member(paths, operation.path().text()))
        .flatMap(path -> member(path, operation.method().toLowerCase(Locale.ROOT)))
        .flatMap(it -> member(it, EXTENSION));
  }

  private static Optional<Node> member(Node node, String name) {
    return node instanceof ObjectNode object ? object.get(name) : Optional.empty();
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar && scalar.value() instanceof JsonString(String text)
        ? text
        : "";
  }

  private void ofConfig() {
    for (WrittenBudget written : setup.budgets()) {
      Sentence sentence = new Sentence(written.place(), written.line());
      Optional<ContractBook.Named> named =
          book.operation(written.system() + "." + written.operation());
      if (named.isEmpty()) {
        List<String> known =
            book.openApis(written.system()).stream()
                .flatMap(contract -> contract.operations().stream())
                .map(HttpOperation::id)
                .toList();
        problems.add(
            Problem.error(
                "flow/unknown-operation",
                written.place(),
                written.system()
                    + " has no operation "
                    + written.operation()
                    + "."
                    + DidYouMean.sentence(written.operation(), known),
                "Name an operation of its OpenAPI contract."));
        continue;
      }
      add(
          new ContractBook.Provided(written.system(), named.get().contract()),
          named.get().operation(),
          written.value(),
          sentence);
    }
  }

  private void add(
      ContractBook.Provided provided, HttpOperation operation, String text, Sentence sentence) {
    Optional<BudgetRule> budget = BudgetText.read(text);
    if (budget.isEmpty()) {
      problems.add(
          Problem.error(
              "flow/wrong-budget",
              sentence.place(),
              "the budget of " + operation.id() + " cannot be read",
              BudgetText.FIX));
      return;
    }
    List<ContractCase> causes =
        CaseOrder.sorted(generator.cases(provided.system(), provided.contract())).stream()
            .filter(it -> it.operation().id().equals(operation.id()))
            .filter(it -> it.expectation() != Expectation.REJECTED)
            .toList();
    if (!causes.isEmpty()) {
      cases.add(
          switch (budget.get()) {
            case QuantileBudget rule -> new PlannedCase.OfBudget(causes, rule, sentence);
            case RatioBudget rule ->
                new PlannedCase.OfComparison(
                    causes, against.map(rule::against).orElse(rule), sentence);
          });
    }
  }
}

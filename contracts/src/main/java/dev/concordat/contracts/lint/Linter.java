package dev.concordat.contracts.lint;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.model.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/// Reads contracts and tells all that is wrong with them: what reading found, and what the rules find beyond it.
public final class Linter {
  /// The most important first. A new rule is one more line.
  private static final List<LintRule> RULES =
      List.of(
          new ImpossibleSchema(),
          new AmbiguousPaths(),
          new OptionalLooksLikeTypo(),
          new KeywordLooksLikeTypo(),
          new PathParameterNotInPath(),
          new EnumValueOfWrongType(),
          new DefaultBreaksSchema(),
          new KeywordOnWrongType(),
          new DuplicateEnum(),
          new UnusedComponent());

  /// A file full of mistakes is reported up to here.
  private static final int MAX_PROBLEMS = 1_000;

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing((Problem problem) -> problem.place().file())
          .thenComparingInt(problem -> problem.place().line())
          .thenComparingInt(problem -> problem.place().column());

  private final ContractReader reader;

  public Linter(ContractReader reader) {
    this.reader = reader;
  }

  /// A contract and all that is wrong with it, in the order of its lines.
  public record Linted(Contract contract, List<Problem> problems) {
    public Linted {
      problems = List.copyOf(problems);
    }
  }

  /// Never fails: a file that is no contract has that as its problem.
  public Linted lint(Path file) {
    Contract contract = reader.read(file);
    var problems = new LinkedHashSet<>(contract.problems());
    Subject subject = Subject.of(contract, reader.documentOf(contract));
    for (LintRule rule : RULES) {
      rule.check(
          subject,
          problem -> {
            if (problems.size() < MAX_PROBLEMS) {
              problems.add(problem);
            }
          });
    }
    var sorted = new ArrayList<>(problems);
    sorted.sort(BY_PLACE);
    return new Linted(contract, sorted);
  }
}

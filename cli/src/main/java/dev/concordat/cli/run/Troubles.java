package dev.concordat.cli.run;

import dev.concordat.cli.console.Console;
import dev.concordat.contracts.tree.ProblemText;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Trouble;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.terminal.TroubleText;
import java.nio.file.Path;
import java.util.List;

/// Tells what stopped a command before anything could be proved.
public final class Troubles {
  private Troubles() {}

  /// Writes the troubles to standard error; the worst decides the exit code.
  public static Verdict tell(Console console, List<Trouble> troubles) {
    TroubleText text = new TroubleText(console.style());
    troubles.forEach(trouble -> text.lines(trouble).forEach(console::say));
    return troubles.stream()
        .map(trouble -> Verdict.of(trouble.kind()))
        .min(Verdict::compareTo)
        .orElse(Verdict.INTERNAL_ERROR);
  }

  /// Writes problems to standard error with the lines that have them, and says whether there was an error. Where there is
  /// one, the warnings wait: many of them are its consequences.
  ///
  /// @param root the workspace, which the problems' files are relative to
  public static boolean tellProblems(Console console, Path root, List<Problem> problems) {
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    List<Problem> told = errors.isEmpty() ? problems : errors;
    told.stream().distinct().forEach(problem -> tellProblem(console, root, problem));
    return !errors.isEmpty();
  }

  /// Writes one problem to standard error.
  public static void tellProblem(Console console, Path root, Problem problem) {
    console.say(ProblemText.of(problem, root).stripTrailing());
  }

  /// Errors in what a person wrote, as what ended a run.
  static List<Trouble> ofErrors(List<Problem> problems) {
    return problems.stream()
        .filter(Problem::isError)
        .distinct()
        .map(
            problem ->
                new Trouble(
                    Trouble.Kind.INPUT,
                    problem.place().toString(),
                    problem.message(),
                    problem.fix(),
                    List.of()))
        .toList();
  }
}

package dev.concordat.cli.run;

import dev.concordat.cli.console.Console;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.problem.Severity;
import dev.concordat.model.run.Trouble;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.terminal.TroubleText;
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

  /// Writes problems to standard error, errors as such, and says whether there was an error.
  public static boolean tellProblems(Console console, List<Problem> problems) {
    problems.forEach(problem -> tellProblem(console, problem));
    return problems.stream().anyMatch(Problem::isError);
  }

  /// Writes one problem to standard error.
  public static void tellProblem(Console console, Problem problem) {
    String word = problem.severity() == Severity.ERROR ? "✗ " : "! ";
    console.say(word + problem.place() + "  " + problem.message() + "  [" + problem.rule() + "]");
    if (!problem.fix().isEmpty()) {
      console.say("    fix: " + problem.fix());
    }
  }
}

package dev.concordat.conform.check;

import dev.concordat.conform.experiment.Judge;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// All checks of a single answer, in order of precedence: the first that finds something has found the cause, and what the
/// others find is its consequence. A new check is one line here.
public final class Checks implements Judge {
  private static final int MAX_CONSEQUENCES = 5;

  private final List<Check> inOrder;

  private Checks(List<Check> inOrder) {
    this.inOrder = List.copyOf(inOrder);
  }

  /// The checks of a contract's answers.
  ///
  /// @param slowerThan an answer that takes longer is told; zero for no limit
  public static Checks of(OpenApiContract contract, Duration slowerThan) {
    return new Checks(
        List.of(
            new NoAnswer(),
            new ServerErrors(),
            new Outcomes(contract),
            new BodiesNotAllowed(),
            new StatusMeaning(),
            new Breaches(contract),
            new LeakedInternals(),
            new Challenges(),
            new AllowHeader(contract),
            new SlowAnswers(slowerThan)));
  }

  @Override
  public List<Suspicion> judge(Exchange exchange) {
    List<Suspicion> causes = List.of();
    List<String> consequences = new ArrayList<>();
    for (Check check : inOrder) {
      List<Suspicion> found = check.check(exchange);
      if (causes.isEmpty()) {
        causes = found;
      } else {
        found.forEach(each -> consequences.add(each.message()));
      }
    }
    if (consequences.isEmpty()) {
      return causes;
    }
    List<Suspicion> told = new ArrayList<>(causes);
    told.set(
        0,
        causes
            .getFirst()
            .withConsequences(
                consequences.subList(0, Math.min(MAX_CONSEQUENCES, consequences.size()))));
    return List.copyOf(told);
  }
}

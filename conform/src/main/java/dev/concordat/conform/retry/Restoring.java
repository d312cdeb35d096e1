package dev.concordat.conform.retry;

import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.learned.Failure;
import dev.concordat.conform.learned.Single;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Reason;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.util.Optional;
import java.util.function.Function;

/// Makes the experiment again that showed a failure, where the contract still has what it speaks of and still says of its request
/// what it said then.
public final class Restoring {
  private final OpenApiContract contract;
  private final HttpJudge judge;
  private final Function<Trial, Experiment> singles;
  private final Function<String, Optional<Experiment>> sequences;

  /// @param singles makes an experiment of one request
  /// @param sequences finds a sequence by its id
  public Restoring(
      OpenApiContract contract,
      Function<Trial, Experiment> singles,
      Function<String, Optional<Experiment>> sequences) {
    this.contract = contract;
    this.judge = new HttpJudge(contract);
    this.singles = singles;
    this.sequences = sequences;
  }

  /// The experiment; nothing where it cannot be made any more.
  public Optional<Experiment> experiment(Failure failure) {
    return failure.single().isPresent()
        ? trial(failure.experiment(), failure.single().get()).map(singles)
        : sequences.apply(failure.experiment());
  }

  private Optional<Trial> trial(String id, Single single) {
    return operation(single.operation())
        .filter(operation -> isStillMeant(single, operation))
        .map(
            operation ->
                new Trial(
                    id,
                    operation,
                    single.request(),
                    single.identity(),
                    single.expected(),
                    new Reason(single.what(), single.says(), single.sentence()),
                    single.deviation()));
  }

  private Optional<HttpOperation> operation(String id) {
    return contract.operations().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// A request that kept the contract must still keep it, one that broke it must still break it.
  private boolean isStillMeant(Single single, HttpOperation operation) {
    boolean isMethod = single.expected() == Expected.METHOD_REFUSED;
    boolean isOwnMethod = single.request().method().equals(operation.method());
    if (isMethod || !isOwnMethod) {
      return contract.route(single.request().method(), single.request().path()).isEmpty();
    }
    boolean isKept = judge.judgeRequest(single.request()).isEmpty();
    return switch (single.expected()) {
      case REJECTED, MEDIA_TYPE_REFUSED -> !isKept;
      case ACCEPTED, ANSWERED -> isKept;
      case ABSENT, ABSENT_OR_ITSELF, UNAUTHENTICATED, FORBIDDEN -> true;
      case METHOD_REFUSED, NOT_ACCEPTABLE, JUDGED_LATER -> true;
    };
  }
}

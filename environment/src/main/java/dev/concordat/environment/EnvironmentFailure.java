package dev.concordat.environment;

import dev.concordat.model.run.Trouble;
import java.util.List;

/// The environment could not be started, or its data could not be made. Carries what a person must know; the stack says
/// nothing more.
public final class EnvironmentFailure extends Exception {
  private final transient List<Trouble> troubles;

  public EnvironmentFailure(List<Trouble> troubles) {
    super(
        troubles.isEmpty()
            ? ""
            : troubles.getFirst().subject() + ": " + troubles.getFirst().message());
    if (troubles.isEmpty()) {
      throw new IllegalArgumentException("a failure has at least one trouble");
    }
    this.troubles = List.copyOf(troubles);
  }

  /// Something that no data and no contract is to blame for.
  public static EnvironmentFailure of(String subject, String message, String fix) {
    return of(subject, message, fix, List.of());
  }

  public static EnvironmentFailure of(
      String subject, String message, String fix, List<String> logLines) {
    return new EnvironmentFailure(
        List.of(new Trouble(Trouble.Kind.ENVIRONMENT, subject, message, fix, logLines)));
  }

  /// Migrations or seeds that the database refuses.
  public static EnvironmentFailure data(String subject, String message, String fix) {
    return new EnvironmentFailure(
        List.of(new Trouble(Trouble.Kind.DATA, subject, message, fix, List.of())));
  }

  /// What went wrong, most important first; never empty.
  public List<Trouble> troubles() {
    return troubles;
  }
}

package dev.concordat.cli.registry;

import dev.concordat.model.run.Verdict;
import java.util.List;

/// The registry did not do what was asked. The message is for a person; what to do follows in lines of its own.
public final class RegistryFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> fix;
  private final Verdict verdict;

  RegistryFailure(Verdict verdict, String message, String... fix) {
    super(message);
    this.verdict = verdict;
    this.fix = List.of(fix);
  }

  public List<String> fix() {
    return fix;
  }

  public Verdict verdict() {
    return verdict;
  }
}

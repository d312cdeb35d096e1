package dev.concordat.engine.run;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.data.DataClone;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.model.run.Trouble;
import java.util.List;
import java.util.Optional;

/// Clones of all databases for a case; nothing where the environment has no databases.
final class FreshData implements AutoCloseable {
  private final Environment environment;
  private final Optional<DataClone> clone;

  private FreshData(Environment environment, Optional<DataClone> clone) {
    this.environment = environment;
    this.clone = clone;
  }

  static FreshData open(Environment environment, String label) throws EnvironmentFailure {
    if (!environment.hasDatabases()) {
      return new FreshData(environment, Optional.empty());
    }
    try {
      return new FreshData(environment, Optional.of(environment.freshData(label)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentFailure(
          List.of(
              new Trouble(
                  Trouble.Kind.CONCORDAT, "concordat", "the run was interrupted", "", List.of())));
    }
  }

  /// Keeps the data after the case, and says how to look at them.
  Optional<String> keep() {
    clone.ifPresent(DataClone::keep);
    return clone.map(
        data ->
            environment.setup().parts().stream()
                .filter(part -> !part.database().isEmpty())
                .map(PartSpec::name)
                .map(data::connectCommand)
                .reduce((first, second) -> first + "\n" + second)
                .orElse(""));
  }

  @Override
  public void close() {
    clone.ifPresent(DataClone::close);
  }
}

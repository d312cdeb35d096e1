package dev.concordat.cli.run;

import dev.concordat.model.finding.Proof;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What `concordat test` is asked to do.
///
/// @param workspace the folder to test
/// @param paths only contracts and flows in these files and folders; empty for all
/// @param proofs which proofs to give
/// @param tags only flows with one of these tags; empty for all
/// @param budget no case begins after this time
/// @param against the version that relative budgets are judged against; empty for what they name
/// @param start how the environment is started
/// @param report where the report's files go; empty for the run's own folder
/// @param isJson whether standard output is the JSON report instead of text
public record TestOptions(
    Path workspace,
    List<Path> paths,
    Set<Proof> proofs,
    Set<String> tags,
    Optional<Duration> budget,
    Optional<String> against,
    StartRequest start,
    Optional<Path> report,
    boolean isJson) {
  public TestOptions {
    paths = List.copyOf(paths);
    proofs = Set.copyOf(proofs);
    tags = Set.copyOf(tags);
  }

  public long seed() {
    return start.seed();
  }

  public Variables variables() {
    return start.variables();
  }

  public TestOptions withVariables(Variables others) {
    return new TestOptions(
        workspace,
        paths,
        proofs,
        tags,
        budget,
        against,
        start.withVariables(others),
        report,
        isJson);
  }
}

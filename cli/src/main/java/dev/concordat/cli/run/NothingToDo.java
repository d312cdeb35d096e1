package dev.concordat.cli.run;

import dev.concordat.environment.setup.Setup;
import dev.concordat.model.finding.Proof;
import dev.concordat.model.run.Trouble;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A run without a case would prove nothing, and its "holds" would be a lie.
final class NothingToDo {
  private NothingToDo() {}

  static Trouble trouble(TestOptions options, Setup setup) {
    if (!options.tags().isEmpty() && options.proofs().contains(Proof.FLOWS)) {
      return input(
          "--tag",
          "no flow has the tag " + String.join(" or ", options.tags()),
          "leave --tag out, or tag a flow: tags: [" + options.tags().iterator().next() + "]");
    }
    if (!options.paths().isEmpty()) {
      String paths = options.paths().stream().map(Path::toString).collect(Collectors.joining(", "));
      return input(
          paths,
          "there is nothing in it that could be tested",
          "name a folder, a flow (*.flow.yaml) or an OpenAPI contract that a system provides");
    }
    if (!options.proofs().contains(Proof.CONFORM)) {
      return ofSome(options);
    }
    return input(
        setup.root().toString(),
        "there is nothing to test: no system provides an OpenAPI contract, and there is no flow",
        "'concordat init --dry-run' says what was found; name contracts under `provides:` in concordat.yaml");
  }

  /// Where everything would be tested, more might be.
  private static Trouble ofSome(TestOptions options) {
    String proofs =
        options.proofs().stream().sorted().map(Proof::word).collect(Collectors.joining(","));
    return input(
        "--only " + proofs,
        "there is nothing here that could be tested so",
        options.proofs().contains(Proof.TIMING)
            ? "give an operation a budget: budgets: {placeOrder: p95 < 150ms} at its system in concordat.yaml, or x-concordat-budget in its contract"
            : "leave --only out; 'concordat init --dry-run' says which systems, links and flows were found");
  }

  private static Trouble input(String subject, String message, String fix) {
    return new Trouble(Trouble.Kind.INPUT, subject, message, fix, List.of());
  }
}

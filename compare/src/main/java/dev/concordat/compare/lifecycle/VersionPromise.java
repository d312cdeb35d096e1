package dev.concordat.compare.lifecycle;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.tree.Located;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether the version of a contract tells what happened to it.
final class VersionPromise {
  private VersionPromise() {}

  static Optional<Difference> of(
      OpenApiContract before, OpenApiContract after, boolean isBreaking) {
    String from = " from " + before.version() + " to " + after.version();
    return switch (VersionPolicy.step(before.version(), after.version(), isBreaking)) {
      case FINE -> Optional.empty();
      case REVERSED ->
          Optional.of(
              broken(
                  Impact.POLICY,
                  before,
                  after,
                  "the version went down" + from,
                  List.of(
                      new Alias("oasdiff", "api-version-decreased", "INFO"),
                      new Alias("azure-openapi-diff", "VersionsReversed", ""))));
      case NOT_RAISED ->
          Optional.of(
              broken(
                  Impact.RISKY,
                  before,
                  after,
                  "something breaks, and the version is still " + before.version(),
                  List.of(
                      new Alias("oasdiff", "api-version-not-bumped", "INFO"),
                      new Alias("azure-openapi-diff", "NoVersionChange", ""))));
      case MAJOR_NOT_RAISED ->
          Optional.of(
              broken(
                  Impact.RISKY,
                  before,
                  after,
                  "something breaks, and the major version was not raised" + from,
                  List.of(new Alias("oasdiff", "api-major-version-not-bumped", "INFO"))));
    };
  }

  /// A number that does not tell of a break is no finding of its own: the break is one.
  private static Difference broken(
      Impact impact,
      OpenApiContract before,
      OpenApiContract after,
      String message,
      List<Alias> aliases) {
    return new Difference(
        AgreeRules.LIFECYCLE_BROKEN,
        impact,
        new Evidence.Stated(),
        new Position("", Part.DOCUMENT, "version"),
        "",
        message,
        sentence(before),
        sentence(after),
        aliases,
        List.of());
  }

  private static Optional<Sentence> sentence(OpenApiContract contract) {
    return Stream.of(contract.written())
        .flatMap(root -> root.get("info").stream())
        .filter(ObjectNode.class::isInstance)
        .flatMap(info -> ((ObjectNode) info).member("version").stream())
        .map(VersionPromise::sentence)
        .findFirst();
  }

  private static Sentence sentence(Located written) {
    return new Sentence(written.place(), written.sourceLine());
  }
}

package dev.concordat.registry.matrix;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the named versions may be deployed, and the reasons, in the words of the Pact dialect.
///
/// @param deployable empty where results are missing
/// @param ignored how many rows were left out
/// @param notices warnings first, then what is wrong, or that all is well
record Summary(
    Optional<Boolean> deployable,
    int success,
    int failed,
    int unknown,
    int ignored,
    List<Said> notices) {

  /// A notice with its type.
  record Said(String type, String text) {}

  static Summary of(MatrixAnswer answer) {
    List<Integration> absent = absent(answer);
    List<Said> notices = new ArrayList<>(warnings(answer));
    Set<Said> errors = new LinkedHashSet<>(nameless(answer));
    if (errors.isEmpty()) {
      errors.addAll(wrong(answer, absent));
    }
    notices.addAll(errors);
    int failed = count(answer, Optional.of(false));
    int unknown = absent.size() + answer.missing().size() + count(answer, Optional.empty());
    boolean isNameless =
        answer.selectors().stream()
            .anyMatch(one -> one.isSpecified() && one.isVersionMissing() && !one.isIgnored());
    Optional<Boolean> deployable =
        isNameless ? Optional.of(false) : unknown > 0 ? Optional.empty() : Optional.of(failed == 0);
    if (errors.isEmpty()) {
      notices.add(
          new Said(
              "success",
              answer.considered().isEmpty()
                  ? "There are no missing dependencies"
                  : "All required verification results are published and successful"));
    }
    return new Summary(
        deployable,
        count(answer, Optional.of(true)),
        failed,
        unknown,
        answer.ignored().size(),
        List.copyOf(notices));
  }

  /// Everything in one text.
  String reason() {
    return String.join("\n", notices.stream().map(Said::text).toList());
  }

  private static int count(MatrixAnswer answer, Optional<Boolean> success) {
    return (int) answer.considered().stream().filter(row -> row.success().equals(success)).count();
  }

  /// What is needed and has no row at all, counted or not.
  private static List<Integration> absent(MatrixAnswer answer) {
    return answer.integrations().stream()
        .filter(Integration::isRequired)
        .filter(
            integration ->
                !hasRow(answer.considered(), integration) && !hasRow(answer.ignored(), integration))
        .toList();
  }

  private static boolean hasRow(List<Row> rows, Integration integration) {
    return rows.stream()
        .anyMatch(
            row ->
                row.consumerId() == integration.consumerId()
                    && row.providerId() == integration.providerId());
  }

  private static List<Said> nameless(MatrixAnswer answer) {
    return answer.selectors().stream()
        .filter(one -> one.isSpecified() && one.isVersionMissing() && !one.isIgnored())
        .map(one -> new Said("error", one.missing()))
        .toList();
  }

  private static List<Said> wrong(MatrixAnswer answer, List<Integration> absent) {
    List<Said> wrong = new ArrayList<>();
    for (Integration integration : absent) {
      wrong.add(
          unverified(
              described(answer, integration.consumerId(), integration.consumer(), Optional.empty()),
              described(
                  answer, integration.providerId(), integration.provider(), Optional.empty())));
    }
    for (Row row : answer.considered()) {
      if (row.success().equals(Optional.of(false))) {
        wrong.add(
            new Said(
                "error",
                "The verification for the pact between "
                    + consumer(answer, row)
                    + " and "
                    + provider(answer, row)
                    + " failed"));
      }
    }
    for (Row row : answer.considered()) {
      if (row.result().isEmpty()) {
        wrong.add(unverified(consumer(answer, row), provider(answer, row)));
      }
    }
    for (MissingPair pair : answer.missing()) {
      String name =
          answer.selectors().stream()
              .filter(one -> one.systemId() == pair.consumerId())
              .map(Resolved::system)
              .findFirst()
              .orElse("");
      wrong.add(
          unverified(
              described(answer, pair.consumerId(), name, Optional.of(pair.consumerVersionId())),
              pair.provider().description()));
    }
    return wrong;
  }

  private static Said unverified(String consumer, String provider) {
    return new Said("error", "There is no verified pact between " + consumer + " and " + provider);
  }

  private static String consumer(MatrixAnswer answer, Row row) {
    Optional<Resolved> selector =
        selector(answer, row.consumerId(), Optional.of(row.consumerVersionId()));
    return selector
        .map(Resolved::description)
        .orElse("version " + row.consumerVersion() + " of " + row.consumer());
  }

  private static String provider(MatrixAnswer answer, Row row) {
    return selector(answer, row.providerId(), row.providerVersionId())
        .map(Resolved::description)
        .orElseGet(
            () ->
                row.result()
                    .map(result -> "version " + result.providerVersion() + " of " + row.provider())
                    .orElse("any version of " + row.provider()));
  }

  private static String described(
      MatrixAnswer answer, long systemId, String name, Optional<Long> versionId) {
    return selector(answer, systemId, versionId)
        .map(Resolved::description)
        .orElse("any version of " + name);
  }

  /// The selector that chose a version, or else the first of the system.
  private static Optional<Resolved> selector(
      MatrixAnswer answer, long systemId, Optional<Long> versionId) {
    Optional<Resolved> exact =
        answer.selectors().stream()
            .filter(one -> one.systemId() == systemId && one.versionId().equals(versionId))
            .findFirst();
    return exact.or(
        () -> answer.selectors().stream().filter(one -> one.systemId() == systemId).findFirst());
  }

  private static List<Said> warnings(MatrixAnswer answer) {
    List<Said> warnings = new ArrayList<>();
    for (Resolved ignored : answer.ignoredSelectors()) {
      if (ignored.isMissing()) {
        warnings.add(new Said("warning", "WARNING: Cannot ignore " + ignored.description()));
      }
    }
    List<Selector> named = answer.question().selectors();
    boolean hasTarget =
        answer
            .question()
            .inferred()
            .filter(
                versions ->
                    versions.tag().isPresent()
                        || versions.environment().isPresent()
                        || versions.isMainBranch())
            .isPresent();
    if (named.size() == 1 && !hasTarget) {
      warnings.add(
          new Said(
              "warning",
              "WARN: For production use of can-i-deploy, it is recommended to specify the"
                  + " environment into which you are deploying. Without the environment, this"
                  + " result will not be reliable."));
    }
    if (named.stream().anyMatch(selector -> selector.versions().number().isEmpty())) {
      warnings.add(
          new Said(
              "warning",
              "WARN: It is recommended to specify the version number (rather than the tag or"
                  + " branch) of the pacticipant you wish to deploy to avoid race conditions."
                  + " Without a version number, this result will not be reliable."));
    }
    return warnings;
  }
}

package dev.concordat.cli.standin;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.standin.StandIn;
import java.util.Optional;

/// Why a finding is no fault of the stand-in but a defect of the contract: each has a name and is looked up in the contract,
/// never by the name of a description.
final class LoopDefects {
  private LoopDefects() {}

  /// The defect's name; empty when none explains the finding.
  static String of(ConformFinding finding, StandIn standIn) {
    Optional<HttpOperation> operation = standIn.contract().operation(finding.operation());
    if (finding.rule().id().equals("conform/absent-answered")
        && operation.filter(it -> isOpen(it, standIn)).isPresent()) {
      return "documents 404 but shows no way to find or create any";
    }
    return "";
  }

  private static boolean isOpen(HttpOperation operation, StandIn standIn) {
    return standIn
        .resources()
        .plan(operation)
        .resource()
        .filter(resource -> !resource.isClosed())
        .isPresent();
  }
}

package dev.concordat.contracts.pact.verification;

import dev.concordat.contracts.pact.PactContract;
import java.util.ArrayList;
import java.util.List;

/// What verifying a pact came to.
public record Verification(PactContract pact, List<InteractionResult> results) {
  public Verification {
    results = List.copyOf(results);
  }

  /// Whether every interaction holds that is not pending.
  public boolean isSuccessful() {
    return results.stream().allMatch(result -> result.holds() || result.isPending());
  }

  /// The verification for people: each interaction with the comments of those who wrote it, and what is wrong with it.
  public List<String> told() {
    var lines = new ArrayList<String>();
    lines.add("Verifying a pact between " + pact.consumer() + " and " + pact.provider());
    results.forEach(result -> tell(result, lines));
    return List.copyOf(lines);
  }

  private static void tell(InteractionResult result, List<String> lines) {
    var header = result.interaction().header();
    lines.add("");
    lines.add("  " + header.description() + ": " + verdict(result));
    header.states().forEach(state -> lines.add("    Given " + state.name()));
    header.testName().ifPresent(name -> lines.add("    Test Name: " + name));
    if (!header.remarks().isEmpty()) {
      lines.add("    Comments:");
      header.remarks().forEach(remark -> lines.add("      " + remark));
    }
    result.warnings().forEach(warning -> lines.add("    Warning: " + warning));
    for (VerificationFailure failure : result.failures()) {
      lines.add("    " + failure.summary());
      failure.details().forEach(detail -> lines.add("      " + detail));
    }
  }

  private static String verdict(InteractionResult result) {
    if (result.holds()) {
      return "OK";
    }
    return result.isPending() ? "FAILED, but it is pending" : "FAILED";
  }
}

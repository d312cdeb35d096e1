package dev.concordat.cli.pact;

import dev.concordat.contracts.pact.Mismatch;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.pact.ProviderState;
import dev.concordat.contracts.pact.verification.InteractionResult;
import dev.concordat.contracts.pact.verification.VerificationFailure;
import dev.concordat.report.terminal.Style;
import dev.concordat.report.terminal.Words;
import java.util.ArrayList;
import java.util.List;

/// A verification as lines for a terminal: the verdict, then each pact with what does not hold, where the consumer says so,
/// and what it means for the build.
final class VerifyText {
  private static final int MAX_LINE = 400;

  private final Style style;
  private final VerifyRequest request;

  VerifyText(Style style, VerifyRequest request) {
    this.style = style;
    this.request = request;
  }

  /// The whole, ending in a line end.
  String render(List<Verified> all) {
    List<String> lines = new ArrayList<>();
    String provider = all.getFirst().offered().pact().provider();
    long broken = all.stream().filter(Verified::isBroken).count();
    lines.add(
        broken == 0
            ? style.good("✓ " + shown(provider) + " keeps " + pacts(all.size()))
            : style.bad(
                "✗ " + shown(provider) + " does not keep " + broken + " of " + pacts(all.size())));
    lines.add("  " + shown(request.url().toString()) + ": " + counts(all));
    all.forEach(one -> pact(one, lines));
    return String.join("\n", lines) + "\n";
  }

  private static String pacts(int count) {
    return count == 1 ? "1 pact" : count + " pacts";
  }

  private static String counts(List<Verified> all) {
    long pending = all.stream().mapToLong(one -> one.in(Verified.State.pending)).sum();
    long holding = all.stream().mapToLong(one -> one.in(Verified.State.holds)).sum();
    long failing = all.stream().mapToLong(one -> one.in(Verified.State.fails)).sum();
    return Words.count(holding + failing + pending, "interaction")
        + ", "
        + holding
        + " kept, "
        + failing
        + " broken"
        + (pending == 0 ? "" : ", " + pending + " pending");
  }

  private void pact(Verified one, List<String> lines) {
    var standing = one.offered().standing();
    String state =
        (standing.isWip() ? "   work in progress" : standing.isPending() ? "   pending" : "")
            + (standing.why().isEmpty() ? "" : "   " + shown(standing.why()));
    lines.add("");
    lines.add(
        style.strong(shown(one.offered().pact().title()))
            + state
            + "   "
            + style.faint(shown(one.offered().pact().file())));
    one.verification().results().forEach(result -> interaction(one, result, lines));
    one.said().forEach(text -> lines.add("    " + style.faint(shown(text))));
    if (one.published().isPresent()) {
      lines.add(
          "    published as "
              + (one.verification().isSuccessful() ? "kept" : "broken")
              + " by "
              + shown(request.version().number().orElse(""))
              + " to "
              + shown(one.published().get()));
    }
  }

  private void interaction(Verified one, InteractionResult result, List<String> lines) {
    String name = shown(result.interaction().description());
    lines.add(
        "  "
            + switch (one.state(result)) {
              case holds -> style.good("✓ ") + name;
              case pending -> style.warn("⚠ " + name) + "   pending, so the build goes on";
              case fails -> style.bad("✗ " + name);
            }
            + call(result.interaction()));
    List<ProviderState> states = result.interaction().header().states();
    if (!result.holds() && !states.isEmpty()) {
      lines.add(
          detail("given", String.join("; ", states.stream().map(ProviderState::name).toList())));
    }
    result.failures().forEach(failure -> failure(failure, result.interaction(), lines));
    result.warnings().forEach(warning -> lines.add(detail("note", warning)));
  }

  private String call(PactInteraction interaction) {
    return interaction
        .asHttp()
        .map(
            http ->
                "   "
                    + style.faint(
                        http.request().method()
                            + " "
                            + shown(http.request().path())
                            + " → "
                            + http.response().status()))
        .orElse("");
  }

  private void failure(
      VerificationFailure failure, PactInteraction interaction, List<String> lines) {
    if (!(failure instanceof VerificationFailure.Differs(_, List<Mismatch> mismatches))) {
      lines.add(detail("why", failure.summary()));
      failure.details().forEach(text -> lines.add(detail("", text)));
      lines.add(detail("", style.faint(interaction.place().shortForm())));
      return;
    }
    for (Mismatch found : mismatches) {
      lines.add(
          detail(
              found.part().label(),
              (found.path().isEmpty() ? "" : found.path() + "  ") + found.message()));
      lines.add("               " + style.faint(shown(found.place().shortForm())));
    }
  }

  private String detail(String what, String text) {
    return "      " + style.faint(String.format("%-9s", what)) + shown(text);
  }

  private static String shown(String text) {
    return Words.shown(text, MAX_LINE);
  }
}

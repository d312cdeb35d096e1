package dev.concordat.registry.verification;

import dev.concordat.registry.selector.ConsumerSelector;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// Asks for pacts for verification within a transaction and writes the answer in one line, for comparisons.
public final class VerificationProbe {
  private VerificationProbe() {}

  /// Of each content the newest consumer version, whether it is pending or work in progress, and the reasons, sorted.
  public static String pacts(
      Handle handle,
      String provider,
      Optional<String> branch,
      List<String> tags,
      List<ConsumerSelector> selectors,
      Optional<Instant> wipSince) {
    Optional<Long> id = PendingStore.provider(handle, provider);
    if (id.isEmpty()) {
      return "no provider";
    }
    Question question = new Question(provider, branch, tags, selectors, true, wipSince, false);
    TreeSet<String> lines = new TreeSet<>();
    for (VerifiablePact pact : PactsForVerification.find(handle, id.get(), question)) {
      TreeSet<String> why = new TreeSet<>();
      for (Chosen chosen : pact.chosen()) {
        why.add(kind(chosen) + ":" + chosen.name() + ":" + chosen.number());
      }
      lines.add(
          pact.pact().consumer()
              + "@"
              + pact.pact().number()
              + (pact.isWip() ? " wip" : pact.isPending() ? " pending" : " settled")
              + (question.branch().isPresent() ? "" : " " + new TreeSet<>(pact.pendingTags()))
              + " "
              + why);
    }
    return lines.toString();
  }

  private static String kind(Chosen chosen) {
    return switch (chosen.selector()) {
      case ConsumerSelector.MainBranch _ -> "main";
      case ConsumerSelector.Branch _, ConsumerSelector.EveryBranch _ ->
          chosen.isFallback() ? "branch instead" : "branch";
      case ConsumerSelector.LatestTagged _ -> chosen.isFallback() ? "tag instead" : "tag";
      case ConsumerSelector.Tagged _ -> "every tagged";
      case ConsumerSelector.Latest _ -> "latest";
      case ConsumerSelector.Deployed _ -> "deployed";
      case ConsumerSelector.Released _ -> "released";
      case ConsumerSelector.InEnvironment _ -> "there";
    };
  }
}

package dev.concordat.registry.gate;

import dev.concordat.registry.gate.GateAnswer.Decision;
import dev.concordat.registry.link.Moments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A decision as a person reads it: the verdict, then what decides it, then what else there is.
public final class GateText {

  private final StringBuilder out = new StringBuilder();

  private GateText() {}

  /// Lines that end with a line break.
  public static String of(GateAnswer answer) {
    GateText text = new GateText();
    switch (answer) {
      case GateAnswer.Refused(String message, Optional<String> suggestion) -> {
        text.line(message);
        suggestion.ifPresent(name -> text.line("Did you mean '" + name + "'?"));
      }
      case Decision decision -> text.decision(decision);
    }
    return text.out.toString();
  }

  /// What the verdict means, in one sentence.
  public static String summary(Decision decision) {
    String versions =
        decision.question().versions().stream()
            .map(SystemVersion::toString)
            .collect(Collectors.joining(" and "));
    String target = decision.question().target().toString();
    return switch (decision.verdict()) {
      case SAFE -> "SAFE: " + versions + " may go to " + target;
      case UNSAFE -> "UNSAFE: " + versions + " would break something at " + target;
      case UNKNOWN -> "UNKNOWN: evidence is missing to let " + versions + " go to " + target;
    };
  }

  /// A notice in one sentence.
  public static String sentence(Notice notice) {
    return switch (notice) {
      case Notice.FirstDeployment(SystemVersion version) ->
          version + " is the first of its system there: nothing is replaced";
      case Notice.NewConsumer(SystemVersion consumer, String provider) ->
          consumer.system() + " becomes a consumer of " + provider + " there";
      case Notice.ConsumerLeaves(SystemVersion leaving, String provider) ->
          leaving.system()
              + " stops being a consumer of "
              + provider
              + " there: "
              + leaving
              + " needed it";
      case Notice.OperationRemoved(Pair pair, String operation) ->
          pair.provider()
              + " no longer has '"
              + operation
              + "', which "
              + pair.consumer()
              + " uses";
      case Notice.NothingToProve(SystemVersion version) ->
          version + " has no contract with anything there: nothing needs a proof";
      case Notice.ExemptionOver(Exemption exemption) ->
          "the exemption of "
              + exemption
              + " by "
              + exemption.owner()
              + " ended on "
              + exemption.until()
              + " and was not applied";
      case Notice.ExemptionUnused(Exemption exemption) ->
          "the exemption of " + exemption + " by " + exemption.owner() + " was not needed";
    };
  }

  /// A reason in one sentence, without its evidence.
  public static String sentence(Reason reason) {
    return switch (reason) {
      case Reason.Broken(Pair pair, _, _) ->
          pair.provider() + " breaks the contract of " + pair.consumer();
      case Reason.Proved(Pair pair, _) ->
          pair.provider() + " keeps the contract of " + pair.consumer();
      case Reason.Unproved(Pair pair, boolean isEverVerified, _) ->
          pair.provider()
              + " never verified the contract of "
              + pair.consumer()
              + (isEverVerified ? "; other versions did" : "; nor did any other version");
      case Reason.ProviderAbsent(Side consumer, String provider, _) ->
          consumer + " needs " + provider + ", and nothing of it is there";
      case Reason.VersionUnknown(SystemVersion version, _) ->
          "nothing was ever published or verified for " + version;
      case Reason.Exempt(Reason inner, Exemption exemption) ->
          sentence(inner)
              + " (exempt: "
              + exemption.owner()
              + " answers for it until "
              + exemption.until()
              + ")";
    };
  }

  /// Whose change it was, in one sentence.
  public static String sentence(Blame blame) {
    return switch (blame) {
      case Blame.ProviderChanged(SystemVersion good, SystemVersion bad, Instant since) ->
          Moments.people(since)
              + ", "
              + bad
              + " ("
              + good
              + " kept it: its change alone breaks it)";
      case Blame.ConsumerChanged(SystemVersion good, Instant since) ->
          Moments.people(since)
              + ", a new contract ("
              + good
              + " is kept: the consumer's change alone breaks it)";
      case Blame.NeverHeld(Optional<Instant> since) ->
          since.map(Moments::people).map(time -> time + "; ").orElse("")
              + "no verification shows that it ever held";
    };
  }

  private void decision(Decision decision) {
    line(summary(decision));
    if (!decision.reasons().isEmpty()) {
      line("");
    }
    decision.reasons().forEach(this::reason);
    if (!decision.notices().isEmpty()) {
      line("");
    }
    decision.notices().forEach(notice -> line("note: " + sentence(notice)));
  }

  private void reason(Reason reason) {
    switch (reason) {
      case Reason.Broken broken -> {
        line("✗ " + sentence(reason) + owner(broken));
        failures(broken.evidence().failures());
        line("    since   " + sentence(broken.blame()));
        proof(broken.evidence());
      }
      case Reason.Proved proved ->
          line("✓ " + sentence(reason) + " (" + Moments.people(proved.evidence().at()) + ")");
      case Reason.Unproved unproved -> missing(reason, unproved.command());
      case Reason.ProviderAbsent absent -> missing(reason, absent.command());
      case Reason.VersionUnknown unknown -> missing(reason, unknown.command());
      case Reason.Exempt _ -> line("- " + sentence(reason));
    }
  }

  private void missing(Reason reason, String command) {
    line("? " + sentence(reason));
    line("    prove   " + command);
  }

  private void failures(List<Failure> failures) {
    for (Failure failure : failures) {
      line("    " + failure.what() + failure.witness().map(seen -> ": " + seen).orElse(""));
    }
    if (failures.isEmpty()) {
      line("    the verification does not tell what failed");
    }
  }

  private void proof(Evidence evidence) {
    line(
        "    proof   verification "
            + evidence.number()
            + " ("
            + evidence.method()
            + "), "
            + Moments.people(evidence.at())
            + evidence.buildUrl().map(url -> ", " + url).orElse(""));
  }

  private static String owner(Reason.Broken broken) {
    boolean isConsumer = broken.blame() instanceof Blame.ConsumerChanged;
    Side side = isConsumer ? broken.pair().consumer() : broken.pair().provider();
    return side.owner()
        .map(team -> "   owner: " + team + (isConsumer ? " (consumer)" : " (provider)"))
        .orElse("");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}

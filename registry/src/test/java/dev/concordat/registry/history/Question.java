package dev.concordat.registry.history;

import dev.concordat.registry.gate.Gate;
import dev.concordat.registry.gate.GateAnswer;
import dev.concordat.registry.gate.GateQuestion;
import dev.concordat.registry.gate.Pair;
import dev.concordat.registry.gate.Reason;
import dev.concordat.registry.gate.SystemVersion;
import dev.concordat.registry.gate.Target;
import dev.concordat.registry.history.Ledger.Version;
import dev.concordat.registry.matrix.LatestBy;
import dev.concordat.registry.matrix.MatrixProbe;
import dev.concordat.registry.matrix.MatrixQuestion;
import dev.concordat.registry.matrix.Selector;
import dev.concordat.registry.selector.ConsumerSelector;
import dev.concordat.registry.selector.VersionSelector;
import dev.concordat.registry.verification.VerificationProbe;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// A question that both the registry and the reference answer in one line.
sealed interface Question {
  /// What the registry answers.
  String asked(Handle handle);

  /// What the reference answers.
  String expected(Ledger ledger);

  /// Our own gate.
  record OfGate(Map<String, String> versions, Optional<String> environment) implements Question {
    @Override
    public String asked(Handle handle) {
      List<SystemVersion> asked = new ArrayList<>();
      versions.forEach((system, number) -> asked.add(new SystemVersion(system, number)));
      Target target =
          environment
              .<Target>map(Target.Environment::new)
              .orElse(new Target.Branch(Optional.empty()));
      GateAnswer answer =
          Gate.decide(handle, new GateQuestion(asked, target, List.of()), Clock.systemUTC());
      return switch (answer) {
        case GateAnswer.Refused _ -> "refused";
        case GateAnswer.Decision decision -> {
          TreeSet<String> lines = new TreeSet<>();
          decision.reasons().forEach(reason -> lines.add(line(reason)));
          yield decision.verdict() + " " + lines;
        }
      };
    }

    private static String line(Reason reason) {
      return switch (reason) {
        case Reason.Broken(var pair, _, _) -> "UNSAFE broken " + both(pair);
        case Reason.Proved(var pair, _) -> "SAFE proved " + both(pair);
        case Reason.Unproved(var pair, _, _) -> "UNKNOWN unproved " + both(pair);
        case Reason.ProviderAbsent(var consumer, String provider, _) ->
            "UNKNOWN absent " + consumer + " " + provider;
        case Reason.VersionUnknown(var version, _) -> "UNKNOWN no such version " + version;
        case Reason.Exempt _ -> throw new IllegalStateException("nothing was exempt");
      };
    }

    private static String both(Pair pair) {
      return pair.consumer() + " " + pair.provider();
    }

    @Override
    public String expected(Ledger ledger) {
      return new ReferenceGate(ledger).decide(versions, environment);
    }
  }

  /// Where counterparts are, in the Pact dialect.
  enum Place {
    ENVIRONMENT,
    TAG,
    MAIN_BRANCH
  }

  /// `can-i-deploy` of the Pact dialect.
  record OfDeploy(String system, String number, Place place, String name) implements Question {
    @Override
    public String asked(Handle handle) {
      VersionSelector target =
          switch (place) {
            case ENVIRONMENT ->
                new VersionSelector(
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.of(name));
            case TAG -> VersionSelector.latestWithTag(name);
            case MAIN_BRANCH ->
                new VersionSelector(
                    Optional.empty(),
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    Optional.empty());
          };
      return MatrixProbe.deployable(
          handle,
          new MatrixQuestion(
              List.of(new Selector(Optional.of(system), VersionSelector.of(number))),
              Optional.of(target),
              List.of(),
              Optional.of(LatestBy.CONSUMER_VERSION_PROVIDER_VERSION),
              List.of(),
              MatrixQuestion.MAX_LIMIT));
    }

    @Override
    public String expected(Ledger ledger) {
      Function<String, List<Version>> there =
          switch (place) {
            case ENVIRONMENT -> counterpart -> ledger.in(name, counterpart);
            case TAG -> counterpart -> ledger.newestTagged(counterpart, name).stream().toList();
            case MAIN_BRANCH -> counterpart -> ledger.mainHead(counterpart).stream().toList();
          };
      return new ReferenceMatrix(ledger).canIDeploy(system, number, there);
    }
  }

  /// Whether two versions fit, in the Pact dialect.
  record OfTwo(String one, String oneNumber, String other, String otherNumber) implements Question {
    @Override
    public String asked(Handle handle) {
      return MatrixProbe.deployable(
          handle,
          new MatrixQuestion(
              List.of(
                  new Selector(Optional.of(one), VersionSelector.of(oneNumber)),
                  new Selector(Optional.of(other), VersionSelector.of(otherNumber))),
              Optional.empty(),
              List.of(),
              Optional.of(LatestBy.CONSUMER_VERSION_PROVIDER_VERSION),
              List.of(),
              MatrixQuestion.MAX_LIMIT));
    }

    @Override
    public String expected(Ledger ledger) {
      return new ReferenceMatrix(ledger).fit(one, oneNumber, other, otherNumber);
    }
  }

  /// All rows between two systems, in the Pact dialect.
  record OfPair(String one, String other) implements Question {
    @Override
    public String asked(Handle handle) {
      return MatrixProbe.rows(
          handle,
          new MatrixQuestion(
              List.of(Selector.all(one), Selector.all(other)),
              Optional.empty(),
              List.of(),
              Optional.of(LatestBy.CONSUMER_VERSION_PROVIDER_VERSION),
              List.of(),
              MatrixQuestion.MAX_LIMIT));
    }

    @Override
    public String expected(Ledger ledger) {
      return new ReferenceMatrix(ledger).between(one, other);
    }
  }

  /// Pacts for verification.
  record OfPacts(
      String provider,
      Optional<String> branch,
      List<String> tags,
      List<ConsumerSelector> selectors,
      boolean isWipAsked)
      implements Question {
    @Override
    public String asked(Handle handle) {
      return VerificationProbe.pacts(
          handle,
          provider,
          branch,
          tags,
          selectors,
          isWipAsked ? Optional.of(Instant.EPOCH) : Optional.empty());
    }

    @Override
    public String expected(Ledger ledger) {
      return new ReferenceSelection(ledger, provider).pacts(branch, tags, selectors, isWipAsked);
    }
  }
}

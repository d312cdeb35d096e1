package dev.concordat.contracts.pact.mock;

import dev.concordat.contracts.pact.ExpectedMessage;
import dev.concordat.contracts.pact.ExpectedResponse;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactGenerators;
import dev.concordat.contracts.pact.PactGenerators.Context;
import dev.concordat.contracts.pact.PactGenerators.Mode;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.PactInteraction.MessageInteraction;
import dev.concordat.contracts.pact.PactInteraction.SynchronousMessages;
import dev.concordat.contracts.pact.PactJudge;
import dev.concordat.contracts.pact.PactMessage;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Speaks for the provider of a pact while its consumer is tested: answers requests, hands out messages, and remembers
/// what was asked and what was never used. Opens no port; whoever has one calls it. Safe to share between threads.
public final class PactMock {
  /// How many requests are remembered; later ones are answered and forgotten.
  private static final int MAX_REMEMBERED = 10_000;

  private final PactContract pact;
  private final PactJudge judge;
  private final PactGenerators generators;
  private final Context context;
  private final List<Reception> receptions = new ArrayList<>();
  private final List<MockReport.Failure> failures = new ArrayList<>();
  private final Set<PactInteraction> used = Collections.newSetFromMap(new IdentityHashMap<>());

  /// Interactions that were asked for, but not rightly; they are not missing as well.
  private final Set<PactInteraction> asked = Collections.newSetFromMap(new IdentityHashMap<>());

  /// @param address where the mock is reached, for links that it answers with
  public PactMock(PactContract pact, PactGenerators generators, Optional<String> address) {
    this.pact = pact;
    this.judge = new PactJudge(pact);
    this.generators = generators;
    this.context = new Context(Mode.CONSUMER, Map.of(), address);
  }

  /// The answer to a request: of interactions with the same request, of the first that was not used yet. A request that
  /// is none of the interactions' gets status 500 and a body that says why.
  public synchronized HttpResponseMessage answer(HttpRequestMessage request) {
    Reception reception = reception(request);
    if (receptions.size() < MAX_REMEMBERED) {
      receptions.add(reception);
    }
    if (reception instanceof Reception.Expected(HttpRequestMessage ignored, var interaction)) {
      used.add(interaction);
      ExpectedResponse response = generators.apply(interaction.response(), context);
      return MockAnswers.of(response);
    }
    if (reception instanceof Reception.Differing differing) {
      asked.add(differing.interaction());
    }
    return MockAnswers.refusal(reception);
  }

  private Reception reception(HttpRequestMessage request) {
    List<HttpInteraction> matching = judge.allMatching(request);
    Optional<HttpInteraction> next =
        matching.stream()
            .filter(it -> !used.contains(it))
            .findFirst()
            .or(() -> matching.stream().findFirst());
    if (next.isPresent()) {
      return new Reception.Expected(request, next.get());
    }
    return judge
        .nearest(request)
        .filter(PactJudge.NearMiss::isSameTarget)
        .<Reception>map(
            near -> new Reception.Differing(request, near.interaction(), near.mismatches()))
        .orElseGet(() -> new Reception.Unexpected(request));
  }

  /// Hands a message to the consumer; true when its handler took it.
  public boolean deliver(MessageInteraction interaction, Consumer<PactMessage> handler) {
    ExpectedMessage message;
    synchronized (this) {
      message = generators.apply(interaction.message(), context);
    }
    return handled(interaction, () -> handler.accept(message.produced()));
  }

  /// Hands a request and its answers to the consumer; true when its handler took them.
  public boolean deliver(
      SynchronousMessages interaction, BiConsumer<PactMessage, List<PactMessage>> handler) {
    PactMessage request;
    List<PactMessage> answers;
    synchronized (this) {
      request = generators.apply(interaction.request(), context).produced();
      answers =
          interaction.responses().stream()
              .map(answer -> generators.apply(answer, context).produced())
              .toList();
    }
    return handled(interaction, () -> handler.accept(request, answers));
  }

  /// A handler is a test's code: whatever it throws is its verdict.
  private boolean handled(PactInteraction interaction, Runnable handler) {
    try {
      handler.run();
      return remember(interaction, Optional.empty());
    } catch (RuntimeException | AssertionError refusal) {
      return remember(interaction, Optional.of(refusal));
    }
  }

  private synchronized boolean remember(
      PactInteraction interaction, Optional<? extends Throwable> refusal) {
    used.add(interaction);
    refusal.ifPresent(cause -> failures.add(new MockReport.Failure(interaction, cause)));
    return refusal.isEmpty();
  }

  /// How the test went until now.
  public synchronized MockReport report() {
    List<PactInteraction> missing =
        pact.interactions().stream()
            .filter(it -> !(it instanceof PactInteraction.UnknownInteraction))
            .filter(it -> !used.contains(it) && !asked.contains(it))
            .toList();
    return new MockReport(receptions, missing, failures);
  }
}

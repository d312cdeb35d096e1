package dev.concordat.contracts.pact.verification;

import dev.concordat.contracts.pact.ExpectedMessage;
import dev.concordat.contracts.pact.ExpectedRequest;
import dev.concordat.contracts.pact.ExpectedResponse;
import dev.concordat.contracts.pact.Mismatch;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactGenerators;
import dev.concordat.contracts.pact.PactGenerators.Context;
import dev.concordat.contracts.pact.PactGenerators.Mode;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.PactInteraction.MessageInteraction;
import dev.concordat.contracts.pact.PactInteraction.SynchronousMessages;
import dev.concordat.contracts.pact.PactInteraction.UnknownInteraction;
import dev.concordat.contracts.pact.PactJudge;
import dev.concordat.contracts.pact.PactMessage;
import dev.concordat.contracts.pact.ProviderState;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Verifies a provider against pacts: for every interaction it sets the states up, sends what the consumer sends, judges the
/// answer, and takes the states down. One interaction that fails never keeps another from being verified.
public final class PactVerifier {
  /// Stands for an interaction without a state; a provider may want to prepare for that too.
  private static final ProviderState NO_STATE = new ProviderState("", Map.of());

  private final Provider provider;
  private final PactGenerators generators;

  public PactVerifier(Provider provider, PactGenerators generators) {
    this.provider = provider;
    this.generators = generators;
  }

  public Verification verify(PactContract pact) {
    var judge = new PactJudge(pact);
    return new Verification(
        pact, pact.interactions().stream().map(it -> verify(judge, it)).toList());
  }

  private InteractionResult verify(PactJudge judge, PactInteraction interaction) {
    List<ProviderState> named = interaction.header().states();
    List<ProviderState> states = named.isEmpty() ? List.of(NO_STATE) : named;
    var failures = new ArrayList<VerificationFailure>();
    var warnings = new ArrayList<String>();
    if (provider.states().isEmpty()) {
      named.forEach(
          state ->
              warnings.add(
                  "nobody is configured to set up the provider state '" + state.name() + "'"));
    }
    Optional<Map<String, JsonValue>> values = setUp(states, failures);
    if (values.isPresent()) {
      try {
        failures.addAll(
            judged(judge, interaction, new Context(Mode.PROVIDER, values.get(), Optional.empty())));
      } catch (IOException e) {
        failures.add(new VerificationFailure.NoAnswer(String.valueOf(e.getMessage())));
      }
      tearDown(states, failures);
    }
    return new InteractionResult(interaction, failures, warnings);
  }

  /// What the states say; empty when one could not be set up.
  private Optional<Map<String, JsonValue>> setUp(
      List<ProviderState> states, List<VerificationFailure> failures) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    for (ProviderState state : states) {
      values.putAll(state.parameters());
      try {
        if (provider.states().isPresent()) {
          values.putAll(provider.states().get().setUp(state));
        }
      } catch (IOException e) {
        failures.add(
            new VerificationFailure.StateChangeFailed(
                state.name(), String.valueOf(e.getMessage())));
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private void tearDown(List<ProviderState> states, List<VerificationFailure> failures) {
    for (ProviderState state : states) {
      try {
        if (provider.states().isPresent()) {
          provider.states().get().tearDown(state);
        }
      } catch (IOException e) {
        failures.add(
            new VerificationFailure.StateChangeFailed(
                state.name(), String.valueOf(e.getMessage())));
      }
    }
  }

  private List<VerificationFailure> judged(
      PactJudge judge, PactInteraction interaction, Context context) throws IOException {
    return switch (interaction) {
      case HttpInteraction http -> Verdicts.of(answered(judge, http, context));
      case MessageInteraction message -> {
        ExpectedMessage expected = generators.apply(message.message(), context);
        PactMessage made = provider.messages().produce(message, Optional.empty());
        yield Verdicts.of(
            judge.judgeMessage(new MessageInteraction(message.header(), expected), made));
      }
      case SynchronousMessages call -> {
        PactMessage request = generators.apply(call.request(), context).produced();
        PactMessage answer = provider.messages().produce(call, Optional.of(request));
        yield Verdicts.of(judge.judgeAnswers(call, List.of(answer)));
      }
      case UnknownInteraction unknown ->
          List.of(new VerificationFailure.NotVerifiable(unknown.type()));
    };
  }

  private List<Mismatch> answered(PactJudge judge, HttpInteraction http, Context context)
      throws IOException {
    ExpectedRequest request = generators.apply(http.request(), context);
    ExpectedResponse response = generators.apply(http.response(), context);
    HttpRequestMessage sent = provider.filter().apply(Requests.of(request));
    HttpResponseMessage answer = provider.http().exchange(sent);
    return judge.judgeResponse(new HttpInteraction(http.header(), request, response), answer);
  }
}

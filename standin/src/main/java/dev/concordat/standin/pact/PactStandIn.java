package dev.concordat.standin.pact;

import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.pact.ExpectedResponse;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactGenerators;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.PactJudge;
import dev.concordat.contracts.pact.ProviderState;
import dev.concordat.contracts.pact.mock.MockAnswers;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.ProvenanceHeader;
import dev.concordat.standin.Verification;
import dev.concordat.standin.http.Answerer;
import dev.concordat.standin.http.Reply;
import dev.concordat.standin.http.Served;
import dev.concordat.standin.refusal.Problem;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Speaks for the provider of a pact: a request that an interaction describes, by its matchers, gets that interaction's
/// response, with its generators run from the seed. Interactions with the same request differ in their provider states; which
/// holds is said by the header `Concordat-Provider-State`, or for all requests by `PUT /.concordat/provider-states`.
/// Thread-safe.
public final class PactStandIn implements Answerer {
  /// Names the provider state of one request.
  public static final String STATE = "Concordat-Provider-State";

  /// Where the states that hold for all requests are read, put and forgotten.
  public static final String STATES_PATH = States.PATH;

  /// Generated moments come from here: no clock makes two runs different.
  private static final ZonedDateTime NOW = ZonedDateTime.of(2027, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private final PactContract pact;
  private final PactJudge judge;
  private final PactGenerators generators;
  private final PactRefusals refusals;
  private final States states;
  private final Header provenance;
  private final Verification verification;

  /// A stand-in of which no verification is known.
  public PactStandIn(PactContract pact, long seed) {
    this(pact, seed, Verification.NONE);
  }

  public PactStandIn(PactContract pact, long seed, Verification.Source verifications) {
    this.pact = pact;
    this.judge = new PactJudge(pact);
    this.generators = new PactGenerators(seed, NOW);
    this.refusals = new PactRefusals(pact);
    this.states = new States(names(pact));
    String digest = Meaning.of(pact).map(meaning -> meaning.digest()).orElse("");
    this.verification = verifications.of(digest);
    this.provenance =
        ProvenanceHeader.of(pact.provider())
            .with("consumer", pact.consumer())
            .with("meaning", digest)
            .with("seed", seed)
            .of(verification);
  }

  private static List<String> names(PactContract pact) {
    return pact.httpInteractions().stream()
        .flatMap(interaction -> interaction.header().states().stream())
        .map(ProviderState::name)
        .distinct()
        .toList();
  }

  /// Whether its interactions were held against the real provider.
  public Verification verification() {
    return verification;
  }

  public PactContract pact() {
    return pact;
  }

  @Override
  public void answer(HttpRequestMessage request, Reply reply) {
    Optional<HttpResponseMessage> administered = states.answer(request);
    reply.send(Served.of(administered.orElseGet(() -> answered(request)).with(provenance)));
  }

  private HttpResponseMessage answered(HttpRequestMessage request) {
    List<HttpInteraction> matching = judge.allMatching(request);
    Optional<String> wished = request.header(STATE);
    if (wished.isPresent() && !states.known().contains(wished.get())) {
      return refusals.unknownState(wished.get(), states.known());
    }
    List<String> now = wished.map(List::of).orElseGet(states::now);
    Optional<HttpInteraction> chosen =
        matching.stream()
            .filter(interaction -> isIn(interaction, now))
            .findFirst()
            .or(() -> now.isEmpty() ? matching.stream().findFirst() : anywhere(matching));
    if (chosen.isPresent()) {
      return MockAnswers.of(generated(chosen.get().response(), request));
    }
    return matching.isEmpty()
        ? refusals.of(judge.nearest(request))
        : refusals.otherState(matching, now);
  }

  /// An interaction that needs no state holds in every one.
  private static Optional<HttpInteraction> anywhere(List<HttpInteraction> matching) {
    return matching.stream()
        .filter(interaction -> interaction.header().states().isEmpty())
        .findFirst();
  }

  private static boolean isIn(HttpInteraction interaction, List<String> now) {
    List<String> needed = interaction.header().states().stream().map(ProviderState::name).toList();
    return !needed.isEmpty() && now.containsAll(needed);
  }

  private synchronized ExpectedResponse generated(
      ExpectedResponse response, HttpRequestMessage request) {
    Optional<String> address = request.header("host").map(host -> "http://" + host);
    var context = new PactGenerators.Context(PactGenerators.Mode.CONSUMER, Map.of(), address);
    return generators.apply(response, context);
  }

  @Override
  public HttpResponseMessage unreadable(int status, String reason) {
    return new Problem(status, reason).response().with(provenance);
  }
}

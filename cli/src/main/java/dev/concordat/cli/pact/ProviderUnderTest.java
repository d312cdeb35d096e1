package dev.concordat.cli.pact;

import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactGenerators;
import dev.concordat.contracts.pact.ProviderState;
import dev.concordat.contracts.pact.verification.HttpMessageSource;
import dev.concordat.contracts.pact.verification.HttpStateChanges;
import dev.concordat.contracts.pact.verification.PactVerifier;
import dev.concordat.contracts.pact.verification.Peer;
import dev.concordat.contracts.pact.verification.Provider;
import dev.concordat.contracts.pact.verification.StateChanges;
import dev.concordat.contracts.pact.verification.Verification;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A running provider with who changes its states and who makes its messages.
final class ProviderUnderTest implements AutoCloseable {
  private final List<Address> addresses = new ArrayList<>();
  private final Provider provider;

  ProviderUnderTest(VerifyRequest request) {
    Peer http = open(request.url(), request, true);
    URI messages = request.messages().orElse(request.url());
    this.provider =
        new Provider(
            http,
            new HttpMessageSource(whole(open(messages, request, false)), ""),
            request.states().map(states -> changes(states, request)),
            UnaryOperator.identity());
  }

  private StateChanges changes(VerifyRequest.States states, VerifyRequest request) {
    var asked = new HttpStateChanges(whole(open(states.url(), request, false)), "");
    return states.isTornDown() ? asked : new SetUpOnly(asked);
  }

  /// States that are only set up: an endpoint that knows no other action would set them up twice.
  private record SetUpOnly(StateChanges changes) implements StateChanges {
    @Override
    public Map<String, JsonValue> setUp(ProviderState state) throws IOException {
      return changes.setUp(state);
    }

    @Override
    public void tearDown(ProviderState state) {}
  }

  private Address open(URI url, VerifyRequest request, boolean isProvider) {
    var address =
        new Address(url, request.isInsecure(), isProvider ? request.headers() : List.of());
    addresses.add(address);
    return address;
  }

  /// Asks exactly the address, which may have a path and a query.
  private static Peer whole(Address address) {
    return request ->
        address.exchange(
            new HttpRequestMessage(
                request.method(), address.rest(), request.headers(), request.body()));
  }

  Verification verify(PactContract pact, PactGenerators generators) {
    return new PactVerifier(provider, generators).verify(pact);
  }

  /// That one of them was not there; empty where all always were.
  Optional<String> trouble() {
    return addresses.stream().flatMap(address -> address.trouble().stream()).findFirst();
  }

  @Override
  public void close() {
    addresses.forEach(Address::close);
  }
}

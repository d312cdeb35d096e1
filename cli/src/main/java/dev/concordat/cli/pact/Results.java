package dev.concordat.cli.pact;

import dev.concordat.contracts.pact.broker.BrokeredPact;
import dev.concordat.contracts.pact.broker.PactBroker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells the registry what came of a verification.
final class Results {
  private final PactBroker broker;
  private final VerifyRequest request;
  private final String address;

  Results(PactBroker broker, VerifyRequest request, String address) {
    this.broker = broker;
    this.request = request;
    this.address = address;
  }

  /// Names the version's branch and tags first: what is pending is decided by them.
  List<Verified> publish(List<Verified> all) throws IOException {
    String provider = request.provider().orElseThrow();
    String version = request.version().number().orElseThrow();
    if (request.version().branch().isPresent()) {
      broker.onBranch(provider, version, request.version().branch().get());
    }
    for (String tag : request.chosen().tags()) {
      broker.tagged(provider, version, tag);
    }
    var verifier =
        new PactBroker.Verifier(
            version, request.version().buildUrl(), new PactBroker.Tool("concordat", tool()));
    List<Verified> published = new ArrayList<>();
    for (Verified one : all) {
      BrokeredPact source = one.offered().source().orElseThrow();
      broker.publish(source, one.verification(), verifier);
      published.add(new Verified(one.offered(), one.verification(), Optional.of(address)));
    }
    return published;
  }

  private static String tool() {
    String version = Results.class.getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }
}

package dev.concordat.contracts.pact.broker;

import dev.concordat.contracts.pact.PactReader;
import dev.concordat.contracts.pact.verification.Peer;
import dev.concordat.contracts.pact.verification.Verification;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A Pact Broker as a verifier sees it. Every address is taken from the broker's own links; none that leads elsewhere is
/// followed.
public final class PactBroker {
  private static final String FOR_VERIFICATION = "pb:provider-pacts-for-verification";
  private static final String PUBLISH_RESULTS = "pb:publish-verification-results";

  private final BrokerLinks links;

  /// @param address the broker's own address, which its links start with
  public PactBroker(Peer peer, String address) {
    this.links = new BrokerLinks(peer, address);
  }

  /// The tool that verifies, as the broker shows it.
  public record Tool(String name, String version) {}

  /// The pacts that a provider should be verified against.
  ///
  /// @param selectors which consumer versions count, in the broker's words; none means the latest of each consumer
  /// @throws IOException if the broker does not answer, or not as it should
  public List<BrokeredPact> pactsToVerify(
      String provider, List<JsonObject> selectors, boolean includesPending) throws IOException {
    JsonObject index = links.get("/");
    String template =
        BrokerLinks.href(index, FOR_VERIFICATION)
            .orElseThrow(
                () -> new IOException("the broker has no link '" + FOR_VERIFICATION + "'"));
    String name = URLEncoder.encode(provider, StandardCharsets.UTF_8).replace("+", "%20");
    JsonObject question =
        JsonObject.EMPTY
            .with(
                "consumerVersionSelectors",
                new JsonArray(selectors.stream().map(it -> (JsonValue) it).toList()))
            .with("includePendingStatus", new JsonBoolean(includesPending));
    JsonObject answer = links.post(links.target(template.replace("{provider}", name)), question);
    var pacts = new ArrayList<BrokeredPact>();
    for (JsonObject entry : embedded(answer)) {
      Optional<String> address = BrokerLinks.href(entry, "self");
      if (address.isPresent()) {
        pacts.add(pact(address.get()));
      }
    }
    return List.copyOf(pacts);
  }

  private static List<JsonObject> embedded(JsonObject answer) {
    return answer.member("_embedded").orElse(JsonObject.EMPTY) instanceof JsonObject all
            && all.member("pacts").orElse(JsonObject.EMPTY) instanceof JsonArray pacts
        ? pacts.items().stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .toList()
        : List.of();
  }

  private BrokeredPact pact(String address) throws IOException {
    JsonObject json = links.get(links.target(address));
    byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
    return new BrokeredPact(
        PactReader.read(new DocumentReader(Path.of(".")).parse(address, text)),
        address,
        BrokerLinks.href(json, PUBLISH_RESULTS));
  }

  /// Tells the broker what verifying a pact came to.
  ///
  /// @throws IOException if the broker does not take it
  public void publish(
      BrokeredPact pact, Verification verification, String providerVersion, Tool tool)
      throws IOException {
    String address =
        pact.resultsAddress()
            .orElseThrow(
                () ->
                    new IOException(
                        "the pact at "
                            + pact.address()
                            + " has no link '"
                            + PUBLISH_RESULTS
                            + "'"));
    JsonObject verifiedBy =
        JsonObject.EMPTY
            .with("implementation", new JsonString(tool.name()))
            .with("version", new JsonString(tool.version()));
    JsonObject results =
        JsonObject.EMPTY
            .with("providerApplicationVersion", new JsonString(providerVersion))
            .with("success", new JsonBoolean(verification.isSuccessful()))
            .with("testResults", TestResults.of(verification))
            .with("verifiedBy", verifiedBy);
    links.post(links.target(address), results);
  }
}

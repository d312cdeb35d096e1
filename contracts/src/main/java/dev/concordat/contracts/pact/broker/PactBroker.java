package dev.concordat.contracts.pact.broker;

import dev.concordat.contracts.pact.PactReader;
import dev.concordat.contracts.pact.verification.Peer;
import dev.concordat.contracts.pact.verification.Verification;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Pact Broker as a verifier sees it. Every address is taken from the broker's own links; none that leads elsewhere is
/// followed.
public final class PactBroker {
  private static final String FOR_VERIFICATION = "pb:provider-pacts-for-verification";
  private static final String PUBLISH_RESULTS = "pb:publish-verification-results";
  private static final String BRANCH_VERSION = "pb:pacticipant-branch-version";
  private static final String VERSION_TAG = "pb:pacticipant-version-tag";

  private final BrokerLinks links;

  /// @param address the broker's own address, which its links start with
  public PactBroker(Peer peer, String address) {
    this.links = new BrokerLinks(peer, address);
  }

  /// The tool that verifies, as the broker shows it.
  public record Tool(String name, String version) {}

  /// Who says what came of a verification.
  ///
  /// @param buildUrl the page of the build, for people; empty where there is none
  public record Verifier(String providerVersion, Optional<String> buildUrl, Tool tool) {}

  /// The pacts that a provider should be verified against.
  ///
  /// @param selectors which consumer versions count, in the broker's words; none means the latest of each consumer
  /// @throws IOException if the broker does not answer, or not as it should
  public List<BrokeredPact> pactsToVerify(
      String provider, List<JsonObject> selectors, boolean includesPending) throws IOException {
    return pactsToVerify(
        PactQuestion.of(provider).withSelectors(selectors).withPending(includesPending));
  }

  /// The pacts that a question is about, in the broker's order.
  ///
  /// @throws IOException if the broker does not answer, or not as it should
  public List<BrokeredPact> pactsToVerify(PactQuestion question) throws IOException {
    JsonObject answer =
        links.post(
            linked(FOR_VERIFICATION, Map.of("provider", question.provider())), question.body());
    var pacts = new ArrayList<BrokeredPact>();
    for (JsonObject entry : embedded(answer)) {
      Optional<String> address = BrokerLinks.href(entry, "self");
      if (address.isPresent()) {
        pacts.add(pact(address.get(), PactStanding.of(entry)));
      }
    }
    return List.copyOf(pacts);
  }

  /// Tells the broker on which branch a version of the provider is, before results of it are published.
  ///
  /// @throws IOException if the broker does not take it
  public void onBranch(String provider, String version, String branch) throws IOException {
    links.put(
        linked(
            BRANCH_VERSION, Map.of("pacticipant", provider, "branch", branch, "version", version)));
  }

  /// Tags a version of the provider, before results of it are published.
  ///
  /// @throws IOException if the broker does not take it
  public void tagged(String provider, String version, String tag) throws IOException {
    links.put(linked(VERSION_TAG, Map.of("pacticipant", provider, "version", version, "tag", tag)));
  }

  /// The request target of a link of the index, with its variables filled in.
  private String linked(String relation, Map<String, String> values) throws IOException {
    String template =
        BrokerLinks.href(links.get("/"), relation)
            .orElseThrow(() -> new IOException("the broker has no link '" + relation + "'"));
    for (Map.Entry<String, String> value : values.entrySet()) {
      String text = URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8).replace("+", "%20");
      template = template.replace("{" + value.getKey() + "}", text);
    }
    return links.target(template);
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

  private BrokeredPact pact(String address, PactStanding standing) throws IOException {
    JsonObject json = links.get(links.target(address));
    String text = JsonText.pretty(json);
    return new BrokeredPact(
        PactReader.read(
            new DocumentReader(Path.of(".")).parse(address, text.getBytes(StandardCharsets.UTF_8))),
        text,
        address,
        BrokerLinks.href(json, PUBLISH_RESULTS),
        standing);
  }

  /// Tells the broker what verifying a pact came to.
  ///
  /// @throws IOException if the broker does not take it
  public void publish(
      BrokeredPact pact, Verification verification, String providerVersion, Tool tool)
      throws IOException {
    publish(pact, verification, new Verifier(providerVersion, Optional.empty(), tool));
  }

  /// The same, with the build.
  ///
  /// @throws IOException if the broker does not take it
  public void publish(BrokeredPact pact, Verification verification, Verifier verifier)
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
            .with("implementation", new JsonString(verifier.tool().name()))
            .with("version", new JsonString(verifier.tool().version()));
    JsonObject results =
        JsonObject.EMPTY
            .with("providerApplicationVersion", new JsonString(verifier.providerVersion()))
            .with("success", new JsonBoolean(verification.isSuccessful()))
            .with("testResults", TestResults.of(verification))
            .with("verifiedBy", verifiedBy);
    if (verifier.buildUrl().isPresent()) {
      results = results.with("buildUrl", new JsonString(verifier.buildUrl().get()));
    }
    links.post(links.target(address), results);
  }
}

package dev.concordat.contracts.pact.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.broker.BrokeredPact;
import dev.concordat.contracts.pact.broker.PactBroker;
import dev.concordat.contracts.pact.mock.PactMock;
import dev.concordat.contracts.pact.mock.Reception;
import dev.concordat.contracts.pact.verification.HttpStateChanges;
import dev.concordat.contracts.pact.verification.InteractionResult;
import dev.concordat.contracts.pact.verification.PactVerifier;
import dev.concordat.contracts.pact.verification.Provider;
import dev.concordat.contracts.pact.verification.Verification;
import dev.concordat.contracts.pact.verification.VerificationFailure;
import dev.concordat.contracts.pact.writing.PactWriter;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Steps that verify providers.
public class VerificationSteps {
  private static final String STATES = "/_pact/state";
  private static final PactBroker.Tool TOOL = new PactBroker.Tool("Concordat", "0.1.0");

  private final Map<String, Suite.Message> messages = new LinkedHashMap<>();
  private final List<JsonObject> pacts = new ArrayList<>();
  private final Map<Integer, PactMock> brokers = new LinkedHashMap<>();
  private final List<PactBroker> brokerClients = new ArrayList<>();
  private final List<Verification> verifications = new ArrayList<>();
  private Optional<LoopbackServer> provider = Optional.empty();
  private Optional<LoopbackServer> states = Optional.empty();
  private UnaryOperator<HttpRequestMessage> filter = UnaryOperator.identity();
  private boolean isPublishing;

  @Given("a provider is started that returns the response from interaction {int}")
  public void provider(int number) throws IOException {
    provide(List.of(Scene.current().row(number)));
  }

  @Given("a provider is started that returns the responses from interactions {string}")
  public void providerOfSeveral(String numbers) throws IOException {
    provide(
        Stream.of(numbers.split(",\\s*", -1))
            .map(number -> Scene.current().row(Integer.parseInt(number)))
            .toList());
  }

  @Given(
      "a provider is started that returns the response from interaction {int}, with the following changes:")
  public void changedProvider(int number, DataTable changes) throws IOException {
    provide(List.of(Scene.current().row(number, changes.asMaps().getFirst())));
  }

  private void provide(List<Map<String, String>> rows) throws IOException {
    Scene scene = Scene.current();
    PactContract spoken =
        Suite.pact(scene.version(), rows.stream().map(scene::interaction).toList());
    var mock = new PactMock(spoken, Suite.generators(), Optional.empty());
    provider = Optional.of(scene.serve(mock::answer));
  }

  @Given("^a provider is started that can generate the \"([^\"]*)\" message with \"(.*)\"$")
  public void messageProvider(String name, String cell) throws IOException {
    messages.put(name, Suite.Message.of(cell, Map.of()));
    provideMessages();
  }

  @Given(
      "^a provider is started that can generate the \"([^\"]*)\" message with \"(.*)\" and the following metadata:$")
  public void messageProvider(String name, String cell, DataTable metadata) throws IOException {
    messages.put(name, Suite.Message.of(cell, Suite.metadata(metadata)));
    provideMessages();
  }

  private void provideMessages() throws IOException {
    if (provider.isEmpty()) {
      provider = Optional.of(Scene.current().serve(this::message));
    }
  }

  private HttpResponseMessage message(HttpRequestMessage request) {
    JsonObject asked = (JsonObject) Suite.json(request.body());
    String name = ((JsonString) asked.member("description").orElseThrow()).value();
    return messages.containsKey(name)
        ? messages.get(name).answer()
        : new HttpResponseMessage(404, List.of(), Bytes.EMPTY);
  }

  @Given("a Pact file for interaction {int} is to be verified")
  public void pact(int number) {
    pacts.add(interaction(number));
  }

  private static JsonObject interaction(int number) {
    return Scene.current().interaction(Scene.current().row(number));
  }

  @Given(
      "a Pact file for interaction {int} is to be verified with a provider state {string} defined")
  public void pactWithState(int number, String state) {
    pacts.add(interaction(number).with("providerStates", states(state)));
  }

  private static JsonArray states(String... names) {
    return new JsonArray(
        Stream.of(names)
            .map(name -> (JsonValue) JsonObject.EMPTY.with("name", new JsonString(name)))
            .toList());
  }

  @Given(
      "a Pact file for interaction {int} is to be verified with the following provider states defined:")
  public void pactWithStates(int number, DataTable table) {
    List<JsonValue> all =
        table.asMaps().stream()
            .map(
                row ->
                    (JsonValue)
                        JsonObject.EMPTY
                            .with("name", new JsonString(row.get("State Name")))
                            .with(
                                "params",
                                Suite.json("JSON:" + row.getOrDefault("Parameters", "{}"))))
            .toList();
    pacts.add(interaction(number).with("providerStates", new JsonArray(all)));
  }

  @Given("a Pact file for interaction {int} is to be verified, but is marked pending")
  public void pendingPact(int number) {
    pacts.add(interaction(number).with("pending", new JsonBoolean(true)));
  }

  @Given("a Pact file for interaction {int} is to be verified with the following comments:")
  public void pactWithComments(int number, DataTable table) {
    pacts.add(interaction(number).with("comments", Suite.comments(table)));
  }

  @Given("^a Pact file for \"([^\"]*)\":\"([^\"]*)\" is to be verified$")
  public void messagePact(String name, String cell) {
    pacts.add(Suite.Message.of(cell, Map.of()).interaction(name));
  }

  @Given(
      "^a Pact file for \"([^\"]*)\":\"([^\"]*)\" is to be verified with provider state \"(.*)\"$")
  public void messagePactWithState(String name, String cell, String state) {
    pacts.add(
        Suite.Message.of(cell, Map.of()).interaction(name).with("providerStates", states(state)));
  }

  @Given(
      "^a Pact file for \"([^\"]*)\":\"([^\"]*)\" is to be verified with the following metadata:$")
  public void messagePactWithMetadata(String name, String cell, DataTable metadata) {
    pacts.add(Suite.Message.of(cell, Suite.metadata(metadata)).interaction(name));
  }

  @Given("^a Pact file for \"([^\"]*)\":\"([^\"]*)\" is to be verified, but is marked pending$")
  public void pendingMessagePact(String name, String cell) {
    pacts.add(
        Suite.Message.of(cell, Map.of()).interaction(name).with("pending", new JsonBoolean(true)));
  }

  @Given(
      "^a Pact file for \"([^\"]*)\":\"([^\"]*)\" is to be verified with the following comments:$")
  public void messagePactWithComments(String name, String cell, DataTable table) {
    pacts.add(
        Suite.Message.of(cell, Map.of()).interaction(name).with("comments", Suite.comments(table)));
  }

  @Given("^a Pact file for \"([^\"]*)\" is to be verified with the following:$")
  public void messagePactWith(String name, DataTable table) {
    Map<String, String> cells = table.asMap();
    Map<String, JsonValue> metadata = new LinkedHashMap<>();
    for (String pair : cells.getOrDefault("metadata", "").split(";\\s*", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        metadata.put(pair.substring(0, equals), Suite.value(pair.substring(equals + 1)));
      }
    }
    pacts.add(
        Suite.Message.of(cells.get("body"), metadata)
            .interaction(name)
            .with("matchingRules", Suite.json(cells.get("matching rules"))));
  }

  @Given("a Pact file for interaction {int} is to be verified from a Pact broker")
  public void brokeredPact(int number) throws IOException {
    Scene scene = Scene.current();
    LoopbackServer server = scene.serve(request -> brokers.get(number).answer(request));
    PactContract recorded = Suite.fixturePact("pact-broker_c" + number + ".json");
    PactContract kept = Suite.pact(scene.version(), List.of(interaction(number)));
    JsonObject document = Suite.brokered(PactWriter.write(kept).json(), server.address(), number);
    brokers.put(
        number,
        new PactMock(
            Suite.withInteraction(recorded, "/pacts/provider/p/consumer/c_" + number, document),
            Suite.generators(),
            Optional.of(server.address())));
    brokerClients.add(new PactBroker(scene.peer(server.address()), server.address()));
  }

  @Given("publishing of verification results is enabled")
  public void publishing() {
    isPublishing = true;
  }

  @Given("a provider state callback is configured")
  public void stateCallback() throws IOException {
    states = Optional.of(Scene.current().serve(request -> status(200)));
  }

  @Given("a provider state callback is configured, but will return a failure")
  public void failingStateCallback() throws IOException {
    states = Optional.of(Scene.current().serve(request -> status(500)));
  }

  private static HttpResponseMessage status(int status) {
    return new HttpResponseMessage(status, List.of(), Bytes.EMPTY);
  }

  @Given("a request filter is configured to make the following changes:")
  public void requestFilter(DataTable changes) {
    List<Header> more = Suite.headers(changes.asMaps().getFirst().get("headers"));
    filter =
        request ->
            new HttpRequestMessage(
                request.method(),
                request.target(),
                Stream.concat(request.headers().stream(), more.stream()).toList(),
                request.body());
  }

  @When("the verification is run")
  public void verify() throws IOException {
    Scene scene = Scene.current();
    Provider target = Provider.at(scene.peer(provider.orElseThrow().address())).withFilter(filter);
    if (states.isPresent()) {
      target = target.withStates(new HttpStateChanges(scene.peer(states.get().address()), STATES));
    }
    var verifier = new PactVerifier(target, Suite.generators());
    for (JsonObject interaction : pacts) {
      verifications.add(verifier.verify(Suite.pact(scene.version(), List.of(interaction))));
    }
    for (PactBroker broker : brokerClients) {
      for (BrokeredPact pact : broker.pactsToVerify("p", List.of(), false)) {
        Verification verification = verifier.verify(pact.pact());
        verifications.add(verification);
        if (isPublishing) {
          broker.publish(pact, verification, "1.2.3", TOOL);
        }
      }
    }
  }

  @Then("the verification will be successful")
  public void isSuccessful() {
    assertThat(verifications)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.isSuccessful()).as("%s", it.told()).isTrue());
  }

  @Then("the verification will NOT be successful")
  public void isNotSuccessful() {
    assertThat(verifications).anyMatch(it -> !it.isSuccessful());
  }

  private Stream<InteractionResult> results() {
    return verifications.stream().flatMap(it -> it.results().stream());
  }

  @Then("^the verification results will contain a \"(.*)\" error$")
  public void hasError(String summary) {
    assertThat(results().flatMap(it -> it.failures().stream()))
        .extracting(VerificationFailure::summary)
        .contains(summary);
  }

  @Then("^there will be a pending \"(.*)\" error$")
  public void hasPendingError(String summary) {
    assertThat(results().filter(InteractionResult::isPending).flatMap(it -> it.failures().stream()))
        .extracting(VerificationFailure::summary)
        .contains(summary);
  }

  @Then("^the comment \"(.*)\" will have been printed to the console$")
  public void hasComment(String comment) {
    assertThat(told()).anyMatch(line -> line.strip().equals(comment));
  }

  @Then("^the \"(.*)\" will displayed as the original test name$")
  public void hasTestName(String name) {
    assertThat(told()).anyMatch(line -> line.strip().equals("Test Name: " + name));
  }

  private List<String> told() {
    return verifications.stream().flatMap(it -> it.told().stream()).toList();
  }

  @Then(
      "a warning will be displayed that there was no provider state callback configured for provider state {string}")
  public void hasWarning(String state) {
    assertThat(told())
        .anyMatch(line -> line.contains("Warning:") && line.contains("'" + state + "'"));
  }

  @Then("^the request to the provider will contain the header \"(.*): (.*)\"$")
  public void hasHeader(String name, String value) {
    assertThat(provider.orElseThrow().requests())
        .isNotEmpty()
        .allSatisfy(request -> assertThat(request.header(name)).hasValue(value));
  }

  private List<JsonObject> changes(String action) {
    return states.orElseThrow().requests().stream()
        .map(request -> (JsonObject) Suite.json(request.body()))
        .filter(it -> it.member("action").orElseThrow().equals(new JsonString(action)))
        .toList();
  }

  @Then("the provider state callback will be called before the verification is run")
  public void isSetUp() {
    assertThat(changes("setup")).isNotEmpty();
  }

  @Then("the provider state callback will be called after the verification is run")
  public void isTornDown() {
    assertThat(changes("teardown")).isNotEmpty();
  }

  @Then("the provider state callback will NOT receive a teardown call")
  public void isNotTornDown() {
    assertThat(changes("teardown")).isEmpty();
  }

  @Then(
      "^the provider state callback will receive a (setup|teardown) call (?:with )?\"(.*)\" as the provider state parameter$")
  public void isChanged(String action, String state) {
    assertThat(changes(action)).anyMatch(it -> isFor(it, state));
  }

  @Then(
      "^the provider state callback will receive a (setup|teardown) call (?:with )?\"(.*)\" and the following parameters:$")
  public void isChanged(String action, String state, DataTable parameters) {
    assertThat(changes(action)).anyMatch(it -> isFor(it, state) && has(it, parameters));
  }

  private static boolean isFor(JsonObject change, String state) {
    return change.member("state").orElseThrow().equals(new JsonString(state));
  }

  private static boolean has(JsonObject change, DataTable parameters) {
    return change.member("params").orElseThrow().equals(Suite.parameters(parameters));
  }

  @Then("a verification result will NOT be published back")
  public void isNotPublished() {
    assertThat(brokers.keySet()).allSatisfy(it -> assertThat(published(it)).isEmpty());
  }

  @Then("^a successful verification result will be published back for interaction \\{(\\d+)}$")
  public void isPublished(int number) {
    assertThat(published(number)).containsExactly("publish verification results for c_" + number);
  }

  @Then("^a failed verification result will be published back for the interaction \\{(\\d+)}$")
  public void failureIsPublished(int number) {
    assertThat(published(number))
        .containsExactly("publish failed verification results for c_" + number);
  }

  private List<String> published(int number) {
    return brokers.get(number).report().receptions().stream()
        .filter(it -> it.request().path().endsWith("/verification-results"))
        .map(
            it ->
                it instanceof Reception.Expected expected
                    ? expected.interaction().description()
                    : it.told())
        .toList();
  }
}

package dev.concordat.contracts.pact.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.pact.ExpectedRequest;
import dev.concordat.contracts.pact.Mismatch;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.mock.MockReport;
import dev.concordat.contracts.pact.mock.PactMock;
import dev.concordat.contracts.pact.mock.Reception;
import dev.concordat.contracts.pact.writing.PactFiles;
import dev.concordat.contracts.pact.writing.PactFiles.OnConflict;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonObject;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Steps of a consumer's test against a mock server.
public class MockServerSteps {
  private PactContract pact = Suite.pact(JsonObject.EMPTY, JsonObject.EMPTY);
  private Optional<PactMock> mock = Optional.empty();
  private String address = "";
  private Optional<HttpResponseMessage> answer = Optional.empty();
  private Optional<PactContract> written = Optional.empty();

  @When("the mock server is started with interaction {int}")
  public void start(int number) throws IOException {
    start(List.of(Scene.current().row(number)));
  }

  @When("the mock server is started with interactions {string}")
  public void startSeveral(String numbers) throws IOException {
    start(
        Stream.of(numbers.split(",\\s*", -1))
            .map(number -> Scene.current().row(Integer.parseInt(number)))
            .toList());
  }

  @When("the mock server is started with interaction {int} but with the following changes:")
  public void startChanged(int number, DataTable changes) throws IOException {
    start(List.of(Scene.current().row(number, changes.asMaps().getFirst())));
  }

  private void start(List<Map<String, String>> rows) throws IOException {
    Scene scene = Scene.current();
    pact = Suite.pact(scene.version(), rows.stream().map(scene::interaction).toList());
    LoopbackServer server = scene.serve(request -> mock().answer(request));
    address = server.address();
    mock = Optional.of(new PactMock(pact, Suite.generators(), Optional.of(address)));
  }

  private PactMock mock() {
    return mock.orElseThrow();
  }

  @When("request {int} is made to the mock server")
  public void request(int number) throws IOException {
    send(Scene.current().row(number), List.of());
  }

  @When("request {int} is made to the mock server with the following changes:")
  public void requestChanged(int number, DataTable changes) throws IOException {
    Map<String, String> cells = changes.asMaps().getFirst();
    List<Header> raw =
        Suite.headers(Suite.filled(cells).getOrDefault("raw headers", "")).stream().toList();
    send(Scene.current().row(number, cells), raw);
  }

  private void send(Map<String, String> row, List<Header> raw) throws IOException {
    var headers = new ArrayList<Header>(raw);
    if (raw.isEmpty()) {
      headers.addAll(Suite.headers(row.getOrDefault("headers", "")));
    }
    Optional<Suite.Body> body = Suite.body(row.get("body"));
    body.ifPresent(it -> headers.add(new Header("Content-Type", type(row, it))));
    String query = row.containsKey("query") ? "?" + row.get("query") : "";
    answer =
        Optional.of(
            Scene.current()
                .peer(address)
                .exchange(
                    new HttpRequestMessage(
                        row.get("method"),
                        row.get("path") + query,
                        headers,
                        body.map(it -> Bytes.of(it.bytes())).orElse(Bytes.EMPTY))));
  }

  /// A changed text keeps the type of the body that it stands for.
  private static String type(Map<String, String> row, Suite.Body body) {
    Map<String, String> defined = Scene.current().row(Integer.parseInt(row.get("No")));
    boolean isPlain = body.type().equals("text/plain") && defined.containsKey("body");
    return isPlain
        ? Suite.body(defined.get("body")).map(Suite.Body::type).orElse(body.type())
        : body.type();
  }

  @Then("^a (\\d+) (?:success|error) response is returned$")
  public void isAnswered(int status) {
    assertThat(answer.orElseThrow().status()).isEqualTo(status);
  }

  @Then("^the payload will contain the \"(.*)\" JSON document$")
  public void payload(String name) {
    assertThat(Suite.json(answer.orElseThrow().body())).isEqualTo(Suite.json(name + ".json"));
  }

  @Then("the content type will be set as {string}")
  public void contentType(String type) {
    assertThat(answer.orElseThrow().header("Content-Type")).hasValue(type);
  }

  @When("the pact test is done")
  public void done() throws IOException {
    if (report().isOk()) {
      new PactFiles(Scene.current().file(".")).add(Path.of("pact.json"), pact, OnConflict.REFUSE);
    }
  }

  private MockReport report() {
    return mock().report();
  }

  @Then("the mock server status will be OK")
  public void isOk() {
    assertThat(report().told()).isEmpty();
    assertThat(report().isOk()).isTrue();
  }

  @Then("the mock server status will NOT be OK")
  public void isNotOk() {
    assertThat(report().isOk()).isFalse();
    assertThat(report().told()).isNotEmpty();
  }

  @Then("^the mock server will write out a Pact file for the interactions? when done$")
  public void isWritten() throws IOException {
    written = Optional.of(Suite.read(Files.readAllBytes(Scene.current().file("pact.json"))));
    assertThat(written.orElseThrow().pactVersion()).isEqualTo(Scene.current().version());
  }

  @Then("^the mock server will NOT write out a Pact file for the interactions? when done$")
  public void isNotWritten() {
    assertThat(Scene.current().file("pact.json")).doesNotExist();
  }

  @Then(
      "^the mock server status will be an expected but not received error for interaction \\{(\\d+)}$")
  public void isMissing(int number) {
    assertThat(report().missing())
        .extracting(PactInteraction::description)
        .containsExactly("interaction " + number);
  }

  @Then(
      "^the mock server status will be an unexpected \"(.*)\" request received error for interaction \\{(\\d+)}$")
  public void isUnexpected(String method, int number) {
    isUnexpectedPath(method, Scene.current().row(number).get("path"));
  }

  @Then(
      "^the mock server status will be an unexpected \"(.*)\" request received error for path \"(.*)\"$")
  public void isUnexpectedPath(String method, String path) {
    assertThat(report().unexpected())
        .extracting(Reception.Unexpected::request)
        .extracting(HttpRequestMessage::method, HttpRequestMessage::path)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(method, path));
  }

  @Then("the mock server status will be mismatches")
  public void hasMismatches() {
    assertThat(report().mismatches()).isNotEmpty();
  }

  @Then("^the mismatches will contain a \"(.*)\" mismatch with error \"(.*)\"$")
  public void hasMismatch(String part, String error) {
    assertThat(report().mismatches())
        .anySatisfy(
            found -> {
              assertThat(found.part().label()).isEqualTo(part);
              assertThat(found.message()).isEqualTo(error);
            });
  }

  @Then("^the mismatches will contain a \"(.*)\" mismatch with path \"(.*)\" with error \"(.*)\"$")
  public void hasMismatchAt(String part, String path, String error) {
    assertThat(report().mismatches())
        .extracting(it -> it.part().label(), Mismatch::path, Mismatch::message)
        .contains(org.assertj.core.groups.Tuple.tuple(part, path, error));
  }

  @Then("^the pact file will contain \\{(\\d+)} interaction$")
  public void count(int count) {
    assertThat(written.orElseThrow().httpInteractions()).hasSize(count);
  }

  private HttpInteraction first() {
    return written.orElseThrow().httpInteractions().getFirst();
  }

  private ExpectedRequest request() {
    return first().request();
  }

  @Then("^the \\{first} interaction request will be for a \"(.*)\"$")
  public void method(String method) {
    assertThat(request().method()).isEqualTo(method);
  }

  @Then("^the \\{first} interaction response will contain the \"(.*)\" document$")
  public void responseBody(String name) {
    assertThat(Suite.json(first().response().body().bytes())).isEqualTo(Suite.json(name));
  }

  @Then("^the \\{first} interaction request will contain the \"(.*)\" document$")
  public void requestBody(String name) {
    assertThat(Suite.json(request().body().bytes())).isEqualTo(Suite.json(name));
  }

  @Then("^the \\{first} interaction request content type will be \"(.*)\"$")
  public void requestType(String type) {
    assertThat(request().contentType()).hasValue(type);
  }

  @Then("^the \\{first} interaction request query parameters will be \"(.*)\"$")
  public void query(String query) {
    assertThat(request().queryText()).isEqualTo(query);
  }

  @Then("^the \\{first} interaction request will contain the header \"(.*)\" with value \"(.*)\"$")
  public void header(String name, String value) {
    assertThat(request().headers()).containsEntry(name, List.of(value));
  }
}

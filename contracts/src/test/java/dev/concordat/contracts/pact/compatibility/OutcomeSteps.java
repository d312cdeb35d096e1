package dev.concordat.contracts.pact.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.pact.ExpectedMessage;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction.MessageInteraction;
import dev.concordat.contracts.pact.PactInteraction.SynchronousMessages;
import dev.concordat.contracts.pact.PactMessage;
import dev.concordat.contracts.pact.ProviderState;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// Steps about what a consumer received and what stands in the file that its test wrote.
public class OutcomeSteps {
  private static PactContract written() throws IOException {
    return Suite.read(Files.readAllBytes(Scene.current().file("pact.json")));
  }

  private static JsonObject file() throws IOException {
    return (JsonObject) Suite.json(Bytes.of(Files.readAllBytes(Scene.current().file("pact.json"))));
  }

  private static JsonObject first() throws IOException {
    return (JsonObject) interactions().getFirst();
  }

  private static List<JsonValue> interactions() throws IOException {
    JsonObject file = file();
    return ((JsonArray) file.member("interactions").or(() -> file.member("messages")).orElseThrow())
        .items();
  }

  private static ExpectedMessage message() throws IOException {
    return switch (written().interactions().getFirst()) {
      case MessageInteraction message -> message.message();
      case SynchronousMessages call -> call.request();
      default -> throw new AssertionError("no message");
    };
  }

  private static List<ExpectedMessage> responses() throws IOException {
    return ((SynchronousMessages) written().interactions().getFirst()).responses();
  }

  private static PactMessage received(String part) {
    return Scene.current().received().get(part).getFirst();
  }

  private static PactMessage received() {
    boolean isCall = Scene.current().received().containsKey("response");
    return received(isCall ? "response" : "message");
  }

  private static void contains(Bytes bytes, String cell) {
    String name = cell.matches("file: .*|.*\\.json") ? cell : cell + ".json";
    Suite.Body wanted =
        Suite.body(name.startsWith("file: ") ? name : "file: " + name).orElseThrow();
    if (wanted.type().endsWith("json")) {
      assertThat(Suite.json(bytes)).isEqualTo(Suite.json(Bytes.of(wanted.bytes())));
    } else {
      assertThat(bytes).isEqualTo(Bytes.of(wanted.bytes()));
    }
  }

  @Then("^the received message payload will contain the \"(.*)\" (?:JSON )?document$")
  public void payload(String cell) {
    contains(received().contents(), cell);
  }

  @Then("the received message content type will be {string}")
  public void contentType(String type) {
    assertThat(received().metadata()).containsEntry("contentType", new JsonString(type));
  }

  @Then("the consumer test will have passed")
  public void passed() {
    assertThat(Scene.current().report().isOk()).isTrue();
  }

  @Then("the consumer test will have failed")
  public void failed() {
    assertThat(Scene.current().report().isOk()).isFalse();
  }

  @Then("the consumer test error will be {string}")
  public void error(String message) {
    assertThat(Scene.current().report().failures())
        .extracting(failure -> failure.cause().getMessage())
        .containsExactly(message);
  }

  @Then("a Pact file for the message interaction will have been written")
  public void isWritten() throws IOException {
    assertThat(written().pactVersion()).isEqualTo(Scene.current().version());
  }

  @Then("a Pact file for the message interaction will NOT have been written")
  public void isNotWritten() {
    assertThat(Scene.current().file("pact.json")).doesNotExist();
  }

  @Then("^the pact file will contain (\\d+) (?:message )?interactions?$")
  public void count(int count) throws IOException {
    assertThat(interactions()).hasSize(count);
  }

  @Then("^the received message (?:request )?metadata will contain \"([^\"]*)\" == \"(.*)\"$")
  public void metadata(String name, String value) {
    boolean isCall = Scene.current().received().containsKey("request");
    assertThat(received(isCall ? "request" : "message").metadata())
        .containsEntry(name, Suite.value(value));
  }

  @Then("^the received message response metadata will contain \"([^\"]*)\" == \"(.*)\"$")
  public void responseMetadata(String name, String value) {
    assertThat(received("response").metadata()).containsEntry(name, Suite.value(value));
  }

  @Then(
      "^the received message( request| response)? metadata will contain \"([^\"]*)\" replaced with an \"(.*)\"$")
  public void madeMetadata(String part, String name, String kind) {
    JsonValue made =
        received(part == null ? "message" : part.strip())
            .metadata()
            .getOrDefault(name, JsonObject.EMPTY);
    assertThat(made.toString()).matches(GeneratorSteps.pattern(kind));
  }

  @Then(
      "^the message( request| response)? contents for \"\\$\\.(.*)\" will have been replaced with an \"(.*)\"$")
  public void madeContents(String part, String member, String kind) {
    JsonObject contents =
        (JsonObject) Suite.json(received(part == null ? "message" : part.strip()).contents());
    assertThat(contents.member(member).orElseThrow().toString())
        .matches(GeneratorSteps.pattern(kind));
  }

  @Then("^the first message in the pact file will contain the \"(.*)\" document$")
  public void writtenPayload(String cell) throws IOException {
    contains(message().body().bytes(), cell);
  }

  @Then("the first message in the pact file content type will be {string}")
  public void writtenType(String type) throws IOException {
    assertThat(message().contentType()).hasValue(type);
  }

  @Then(
      "^the first message in the pact file will contain the (?:request )?message metadata \"([^\"]*)\" == \"(.*)\"$")
  public void writtenMetadata(String name, String value) throws IOException {
    assertThat(message().metadata()).containsEntry(name, Suite.value(value));
  }

  private static List<ProviderState> states() throws IOException {
    return written().interactions().getFirst().header().states();
  }

  @Then(
      "^the (?:interaction in the Pact file|first message in the pact file) will contain (\\d+) provider states?$")
  public void stateCount(int count) throws IOException {
    assertThat(states()).hasSize(count);
  }

  @Then("^the (?:interaction|first message) in the Pact file will contain provider state \"(.*)\"$")
  public void state(String name) throws IOException {
    assertThat(states()).extracting(ProviderState::name).contains(name);
  }

  @Then(
      "^the provider state \"(.*)\" (?:in the Pact file|for the message) will contain the following parameters:$")
  public void stateParameters(String name, DataTable table) throws IOException {
    JsonValue parameters = Suite.json("JSON:" + table.asMaps().getFirst().get("parameters"));
    assertThat(states())
        .filteredOn(state -> state.name().equals(name))
        .extracting(state -> new JsonObject(state.parameters()))
        .containsExactly((JsonObject) parameters);
  }

  @Then("^the first interaction in the Pact file will have a type of \"(.*)\"$")
  public void firstType(String type) throws IOException {
    assertThat(first().member("type")).hasValue(new JsonString(type));
  }

  @Then("^there will be an interaction in the Pact file with a type of \"(.*)\"$")
  public void anyType(String type) throws IOException {
    assertThat(interactions())
        .anyMatch(
            it -> ((JsonObject) it).member("type").orElseThrow().equals(new JsonString(type)));
  }

  @Then("^the first interaction in the Pact file will have \"(.*)\" = '(.*)'$")
  public void member(String name, String json) throws IOException {
    assertThat(first().member(name)).hasValue(Suite.json("JSON:" + json));
  }

  @Then(
      "^the first interaction in the pact file will contain the \"(.*)\" document as the request$")
  public void request(String cell) throws IOException {
    contains(message().body().bytes(), cell);
  }

  @Then("^the first interaction in the pact file will contain the \"(.*)\" document as a response$")
  public void response(String cell) throws IOException {
    contains(responses().getFirst().body().bytes(), cell);
  }

  @Then(
      "^the first interaction in the pact file will contain the \"(.*)\" document as the (first|second) response message$")
  public void response(String cell, String position) throws IOException {
    contains(responses().get(position.equals("first") ? 0 : 1).body().bytes(), cell);
  }

  @Then("the first interaction in the pact file request content type will be {string}")
  public void requestType(String type) throws IOException {
    assertThat(message().contentType()).hasValue(type);
  }

  @Then("the first interaction in the pact file response content type will be {string}")
  public void responseType(String type) throws IOException {
    assertThat(responses().getFirst().contentType()).hasValue(type);
  }

  @Then("the first interaction in the pact file will contain {int} response messages")
  public void responseCount(int count) throws IOException {
    assertThat(responses()).hasSize(count);
  }
}

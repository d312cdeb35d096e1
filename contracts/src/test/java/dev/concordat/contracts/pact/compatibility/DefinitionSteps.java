package dev.concordat.contracts.pact.compatibility;

import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction.MessageInteraction;
import dev.concordat.contracts.pact.PactInteraction.SynchronousMessages;
import dev.concordat.contracts.pact.PactMessage;
import dev.concordat.contracts.pact.mock.PactMock;
import dev.concordat.contracts.pact.writing.PactFiles;
import dev.concordat.contracts.pact.writing.PactFiles.OnConflict;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Steps that define interactions in a consumer's test and run it.
public class DefinitionSteps {
  static final Path FILE = Path.of("pact.json");

  private final List<JsonObject> interactions = new ArrayList<>();

  private void define(String type, JsonObject content) {
    JsonObject interaction =
        JsonObject.EMPTY
            .with("type", new JsonString(type))
            .with("description", new JsonString("interaction " + interactions.size()));
    for (var member : content.members().entrySet()) {
      interaction = interaction.with(member.getKey(), member.getValue());
    }
    interactions.add(interaction);
  }

  private void change(String member, JsonValue value) {
    interactions.add(interactions.removeLast().with(member, value));
  }

  private JsonArray list(String member) {
    return interactions.getLast().member(member).orElse(new JsonArray(List.of()))
            instanceof JsonArray array
        ? array
        : new JsonArray(List.of());
  }

  private void append(String member, JsonValue value) {
    var items = new ArrayList<>(list(member).items());
    items.add(value);
    change(member, new JsonArray(items));
  }

  @Given("^an (?:integration|HTTP interaction) is being defined for a consumer test$")
  public void http() {
    JsonObject request =
        JsonObject.EMPTY.with("method", new JsonString("GET")).with("path", new JsonString("/"));
    define(
        "Synchronous/HTTP",
        JsonObject.EMPTY.with("request", request).with("response", JsonObject.EMPTY));
  }

  @Given("^a message (?:integration|interaction) is being defined for a consumer test$")
  public void message() {
    define("Asynchronous/Messages", JsonObject.EMPTY);
  }

  @Given("a synchronous message interaction is being defined for a consumer test")
  public void synchronousMessage() {
    define("Synchronous/Messages", JsonObject.EMPTY.with("request", JsonObject.EMPTY));
  }

  @Given("^a provider state \"([^\"]*)\" (?:for the (?:synchronous )?message )?is specified$")
  public void state(String name) {
    append("providerStates", JsonObject.EMPTY.with("name", new JsonString(name)));
  }

  @Given(
      "^a provider state \"([^\"]*)\" (?:for the (?:synchronous )?message )?is specified with the following data:$")
  public void state(String name, DataTable parameters) {
    append(
        "providerStates",
        JsonObject.EMPTY
            .with("name", new JsonString(name))
            .with("params", Suite.parameters(parameters)));
  }

  @Given(
      "^a key of \"(.*)\" is specified for the (?:HTTP|message|synchronous message) interaction$")
  public void key(String key) {
    change("key", new JsonString(key));
  }

  @Given("^the (?:HTTP|message|synchronous message) interaction is marked as pending$")
  public void pending() {
    change("pending", new JsonBoolean(true));
  }

  @Given("^a comment \"(.*)\" is added to the (?:HTTP|message|synchronous message) interaction$")
  public void comment(String text) {
    change("comments", JsonObject.EMPTY.with("text", JsonArray.of(new JsonString(text))));
  }

  @Given("a message is defined")
  public void anyMessage() {
    change("contents", Suite.body("text").orElseThrow().wrapped());
  }

  @Given("^the message payload contains the \"(.*)\" JSON document$")
  public void payload(String name) {
    change("contents", Suite.body("file: " + name + ".json").orElseThrow().wrapped());
  }

  @Given("the message contains the following metadata:")
  public void metadata(DataTable table) {
    change("metadata", new JsonObject(Suite.metadata(table)));
  }

  @Given("the message is configured with the following:")
  public void configured(DataTable table) {
    configuration(table).members().forEach(this::change);
  }

  private static JsonObject configuration(DataTable table) {
    Map<String, String> row = Suite.filled(table.asMaps().getFirst());
    JsonObject message = JsonObject.EMPTY;
    Optional<Suite.Body> body = Suite.body(row.get("body"));
    if (body.isPresent()) {
      message = message.with("contents", body.get().wrapped());
    }
    if (row.containsKey("metadata")) {
      message = message.with("metadata", Suite.json("JSON:" + row.get("metadata")));
    }
    return message.with("generators", Suite.json(row.get("generators")));
  }

  @Given("^the message request payload contains the \"(.*)\" JSON document$")
  public void requestPayload(String name) {
    change("request", contents("file: " + name + ".json"));
  }

  private static JsonObject contents(String cell) {
    return JsonObject.EMPTY.with("contents", Suite.body(cell).orElseThrow().wrapped());
  }

  @Given("^the message response payload contains the \"(.*)\" document$")
  public void responsePayload(String cell) {
    append("response", contents(cell));
  }

  @Given("the message request contains the following metadata:")
  public void requestMetadata(DataTable table) {
    change("request", JsonObject.EMPTY.with("metadata", new JsonObject(Suite.metadata(table))));
  }

  @Given("the message request is configured with the following:")
  public void configuredRequest(DataTable table) {
    change("request", configuration(table));
  }

  @Given("the message response is configured with the following:")
  public void configuredResponse(DataTable table) {
    append("response", configuration(table));
  }

  private PactContract pact() {
    return Suite.pact(Scene.current().version(), interactions);
  }

  @When("the Pact file for the test is generated")
  public void generate() throws IOException {
    new PactFiles(Scene.current().file(".")).add(FILE, pact(), OnConflict.REFUSE);
  }

  @When("the message is successfully processed")
  public void process() throws IOException {
    run(Optional.empty());
  }

  @When("^the message is NOT successfully processed with a \"(.*)\" exception$")
  public void refuse(String error) throws IOException {
    run(Optional.of(new IllegalStateException(error)));
  }

  private void run(Optional<IllegalStateException> refusal) throws IOException {
    PactContract pact = pact();
    var mock = new PactMock(pact, Suite.generators(), Optional.empty());
    for (MessageInteraction message : pact.messageInteractions()) {
      mock.deliver(message, received -> take(Map.of("message", List.of(received)), refusal));
    }
    for (var interaction : pact.interactions()) {
      if (interaction instanceof SynchronousMessages call) {
        mock.deliver(
            call,
            (request, answers) -> {
              Map<String, List<PactMessage>> all = new LinkedHashMap<>();
              all.put("request", List.of(request));
              all.put("response", answers);
              take(all, refusal);
            });
      }
    }
    Scene.current().finish(mock.report());
    if (mock.report().isOk()) {
      new PactFiles(Scene.current().file(".")).add(FILE, pact, OnConflict.REFUSE);
    }
  }

  private static void take(
      Map<String, List<PactMessage>> messages, Optional<IllegalStateException> refusal) {
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    Scene.current().receive(messages);
  }
}

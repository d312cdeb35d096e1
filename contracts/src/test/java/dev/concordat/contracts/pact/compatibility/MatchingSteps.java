package dev.concordat.contracts.pact.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.pact.Mismatch;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactJudge;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Steps that compare requests and responses with expected ones.
public class MatchingSteps {
  private static final Pattern ANY_SPACE = Pattern.compile(Pattern.quote("\\s*"));

  private JsonObject expectedRequest = JsonObject.EMPTY;
  private JsonObject expectedResponse = JsonObject.EMPTY;
  private final List<HttpRequestMessage> requests = new ArrayList<>();
  private final List<Integer> statuses = new ArrayList<>();
  private final List<List<Mismatch>> outcomes = new ArrayList<>();

  @Given("an expected request configured with the following:")
  public void anExpectedRequest(DataTable table) {
    expectedRequest = Suite.message(row(table));
  }

  @Given("an expected response configured with the following:")
  public void anExpectedResponse(DataTable table) {
    expectedResponse = Suite.message(row(table));
  }

  @Given("^an expected request with an? \"([^\"]*)\" header of \"([^\"]*)\"$")
  public void anExpectedRequestWithAHeader(String name, String value) {
    expectedRequest =
        JsonObject.EMPTY.with(
            "headers", JsonObject.EMPTY.with(name, JsonArray.of(new JsonString(value))));
  }

  @Given("^a request is received with an? \"([^\"]*)\" header of \"([^\"]*)\"$")
  public void aRequestWithAHeader(String name, String value) {
    requests.add(new HttpRequestMessage("GET", "/", List.of(new Header(name, value)), Bytes.EMPTY));
  }

  @Given("a request is received with the following:")
  public void aRequest(DataTable table) {
    requests.add(request(row(table)));
  }

  @Given("the following requests are received:")
  public void requests(DataTable table) {
    table.asMaps().forEach(row -> requests.add(request(row)));
  }

  @Given("a status {int} response is received")
  public void aResponse(int status) {
    statuses.add(status);
  }

  private static Map<String, String> row(DataTable table) {
    return table.asMaps().getFirst();
  }

  private static HttpRequestMessage request(Map<String, String> row) {
    JsonObject message = Suite.message(row);
    var headers = new ArrayList<Header>();
    ((JsonObject) message.member("headers").orElseThrow())
        .members()
        .forEach(
            (name, values) ->
                ((JsonArray) values)
                    .items()
                    .forEach(
                        value -> {
                          String text = ((JsonString) value).value();
                          if (!text.isEmpty()) {
                            headers.add(new Header(name, text));
                          }
                        }));
    Optional<Suite.Body> body = Suite.body(row.get("body"));
    String query = row.getOrDefault("query", "");
    return new HttpRequestMessage(
        "GET",
        query.isEmpty() ? "/" : "/?" + query,
        headers,
        body.map(present -> Bytes.of(present.bytes())).orElse(Bytes.EMPTY));
  }

  @When("^the requests? (?:is|are) compared to the expected one$")
  public void compareRequests() {
    PactContract pact = Suite.pact(expectedRequest, JsonObject.EMPTY);
    var judge = new PactJudge(pact);
    for (HttpRequestMessage request : requests) {
      outcomes.add(judge.judgeRequest(pact.httpInteractions().getFirst(), request));
    }
  }

  @When("the response is compared to the expected one")
  public void compareResponse() {
    PactContract pact = Suite.pact(JsonObject.EMPTY, expectedResponse);
    for (int status : statuses) {
      outcomes.add(
          new PactJudge(pact)
              .judgeResponse(
                  pact.httpInteractions().getFirst(),
                  new HttpResponseMessage(status, List.of(), Bytes.EMPTY)));
    }
  }

  @Then("^the (?:response )?comparison should be OK$")
  public void isOk() {
    assertThat(outcomes).isNotEmpty().allSatisfy(found -> assertThat(found).isEmpty());
  }

  @Then("^the (?:response )?comparison should NOT be OK$")
  public void isNotOk() {
    assertThat(outcomes).isNotEmpty().allSatisfy(found -> assertThat(found).isNotEmpty());
  }

  @Then("^the mismatches will contain a mismatch with error \"([^\"]*)\" -> \"(.*)\"$")
  public void hasMismatch(String path, String error) {
    assertThat(outcomes.stream().flatMap(List::stream))
        .anySatisfy(
            mismatch -> {
              assertThat(mismatch.path()).isEqualTo(path);
              assertThat(mismatch.message()).containsPattern(pattern(error));
            });
  }

  @Then("^the response mismatches will contain a \"(.*)\" mismatch with error \"(.*)\"$")
  public void hasMismatchOfPart(String part, String error) {
    assertThat(outcomes.stream().flatMap(List::stream))
        .anySatisfy(
            mismatch -> {
              assertThat(mismatch.part().label()).isEqualTo(part);
              assertThat(mismatch.message()).containsPattern(pattern(error));
            });
  }

  /// The suite writes `\s*` where white space may or may not be.
  private static Pattern pattern(String error) {
    String text = error.replace("\\\"", "\"");
    return Pattern.compile(
        Arrays.stream(ANY_SPACE.split(text))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s*")));
  }
}

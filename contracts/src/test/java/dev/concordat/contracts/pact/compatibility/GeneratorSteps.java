package dev.concordat.contracts.pact.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.pact.ExpectedRequest;
import dev.concordat.contracts.pact.ExpectedResponse;
import dev.concordat.contracts.pact.PactGenerators;
import dev.concordat.contracts.pact.PactGenerators.Context;
import dev.concordat.contracts.pact.PactGenerators.Mode;
import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Steps that make values anew.
public class GeneratorSteps {
  private static final long SEED = 20_261_122;
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 22, 15, 30, 0, 0, ZoneOffset.UTC);
  private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  private JsonObject request = JsonObject.EMPTY;
  private JsonObject response = JsonObject.EMPTY;
  private Mode mode = Mode.PROVIDER;
  private Optional<ExpectedRequest> madeRequest = Optional.empty();
  private Optional<ExpectedResponse> madeResponse = Optional.empty();

  @Given("a request configured with the following generators:")
  public void aRequest(DataTable table) {
    request = Suite.message(table.asMaps().getFirst());
  }

  @Given("a response configured with the following generators:")
  public void aResponse(DataTable table) {
    response = Suite.message(table.asMaps().getFirst());
  }

  @Given("the generator test mode is set as {string}")
  public void modeIs(String name) {
    mode = Mode.valueOf(name.toUpperCase(Locale.ROOT));
  }

  @When("the request is prepared for use")
  public void prepareRequest() {
    prepareRequest(new Context(mode, Map.of(), Optional.empty()));
  }

  @When("the request is prepared for use with a {string} context:")
  public void prepareRequestWith(String kind, DataTable table) {
    JsonObject values = (JsonObject) JsonParser.parse(table.cell(0, 0)).value().orElseThrow();
    prepareRequest(
        kind.equals("mockServer")
            ? new Context(mode, Map.of(), values.member("href").map(GeneratorSteps::text))
            : new Context(mode, values.members(), Optional.empty()));
  }

  private void prepareRequest(Context context) {
    ExpectedRequest example = Suite.pact(request, response).httpInteractions().getFirst().request();
    madeRequest = Optional.of(new PactGenerators(SEED, NOW).apply(example, context));
  }

  @When("the response is prepared for use")
  public void prepareResponse() {
    ExpectedResponse example =
        Suite.pact(request, response).httpInteractions().getFirst().response();
    madeResponse =
        Optional.of(
            new PactGenerators(SEED, NOW)
                .apply(example, new Context(mode, Map.of(), Optional.empty())));
  }

  @Then(
      "^the body value for \"\\$\\.([^\"]*)\" will have been replaced with (?:an? )?\"([^\"]*)\"$")
  public void isReplaced(String member, String kind) {
    ExpectedBody body =
        madeRequest
            .map(ExpectedRequest::body)
            .or(() -> madeResponse.map(ExpectedResponse::body))
            .orElseThrow();
    Bytes bytes = ((ExpectedBody.Present) body).bytes();
    JsonObject all = (JsonObject) JsonParser.parse(bytes.toArray()).value().orElseThrow();
    String value = text(all.member(member).orElseThrow());
    assertThat(value).isNotEqualTo("a").matches(pattern(kind));
  }

  static String pattern(String kind) {
    return switch (kind) {
      case "integer" -> "\\d+";
      case "decimal number" -> "\\d+\\.\\d+";
      case "hexadecimal number" -> "[0-9A-F]+";
      case "random string" -> "\\w{6}";
      case "string from the regex" -> "\\d{1,8}";
      case "date" -> "\\d{4}-\\d{2}-\\d{2}";
      case "time" -> "\\d{2}:\\d{2}:\\d{2}";
      case "date-time" -> "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}(Z|[+-]\\d{2}:\\d{2})";
      case "UUID", "lower-case-hyphenated UUID" -> UUID;
      case "simple UUID" -> "[0-9a-f]{32}";
      case "upper-case-hyphenated UUID" -> UUID.replace("a-f", "A-F");
      case "URN UUID" -> "urn:uuid:" + UUID;
      case "boolean" -> "true|false";
      default -> Pattern.quote(kind);
    };
  }

  @Then("the request {string} will be set as {string}")
  public void requestIs(String part, String value) {
    assertThat(requestPart(part)).isEqualTo(value);
  }

  @Then("^the request \"([^\"]*)\" will match \"([^\"]*)\"$")
  public void requestMatches(String part, String pattern) {
    assertThat(requestPart(part)).matches(pattern);
  }

  private String requestPart(String part) {
    ExpectedRequest made = madeRequest.orElseThrow();
    if (part.startsWith("header[")) {
      return named(made.headers(), part);
    }
    return part.startsWith("queryParameter[") ? named(made.query(), part) : made.path();
  }

  @Then("^the response \"([^\"]*)\" will match \"([^\"]*)\"$")
  public void responseMatches(String part, String pattern) {
    assertThat(responsePart(part)).matches(pattern);
  }

  @Then("the response {string} will not be {string}")
  public void responseIsNot(String part, String value) {
    assertThat(responsePart(part)).isNotEqualTo(value);
  }

  private String responsePart(String part) {
    ExpectedResponse made = madeResponse.orElseThrow();
    return part.equals("status") ? Integer.toString(made.status()) : named(made.headers(), part);
  }

  private static String named(Map<String, List<String>> values, String part) {
    String name = part.substring(part.indexOf('[') + 1, part.indexOf(']'));
    return values.get(name).getFirst();
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }
}

package dev.concordat.contracts.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// Every case of the Pact specification: an expected message, an actual one, and whether they match.
@Tag("conformance")
class PactSpecificationTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("corpora", "corpora")).resolve("pact-specification");

  @TestFactory
  Stream<DynamicTest> judgesEveryCaseAsTheSpecificationSays() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(FOLDER), () -> "no Pact specification cases: " + FOLDER + " is absent");
    List<Path> files;
    try (Stream<Path> all = Files.walk(FOLDER)) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    FOLDER.relativize(file).toString(), file.toUri(), () -> judge(file)));
  }

  private static void judge(Path file) throws IOException {
    // Given
    Path name = FOLDER.relativize(file);
    PactVersion version = PactVersion.of(name.getName(0).toString().substring(1)).orElseThrow();
    JsonObject known =
        (JsonObject) JsonParser.parse(Files.readAllBytes(file)).value().orElseThrow();
    JsonObject actual = (JsonObject) known.member("actual").orElseThrow();
    var sample = new Sample(version, name.getName(1).toString(), expected(known));

    // When
    List<Mismatch> mismatches = sample.judge(actual);

    // Then
    if (matches(known)) {
      assertThat(mismatches).as("%s", known).isEmpty();
    } else {
      assertThat(mismatches).as("%s", known).isNotEmpty();
    }
  }

  private static boolean matches(JsonObject known) {
    return known.member("match").orElseThrow().equals(new JsonBoolean(true));
  }

  private static JsonObject expected(JsonObject known) {
    return (JsonObject) known.member("expected").orElseThrow();
  }

  /// One case as a pact file with one interaction, read through the reader.
  private record Sample(PactVersion version, String kind, JsonObject expected) {
    List<Mismatch> judge(JsonObject actual) {
      PactContract contract = contract();
      var judge = new PactJudge(contract);
      return switch (kind) {
        case "request" ->
            judge.judgeRequest(contract.httpInteractions().getFirst(), request(actual));
        case "response" ->
            judge.judgeResponse(contract.httpInteractions().getFirst(), response(actual));
        default -> judge.judgeMessage(contract.messageInteractions().getFirst(), message(actual));
      };
    }

    private PactContract contract() {
      boolean isMessage = kind.equals("message");
      JsonObject header =
          JsonObject.EMPTY
              .with("description", new JsonString("a case"))
              .with(
                  "type", new JsonString(isMessage ? "Asynchronous/Messages" : "Synchronous/HTTP"));
      JsonObject interaction = header;
      if (isMessage) {
        for (Map.Entry<String, JsonValue> member : expected.members().entrySet()) {
          interaction = interaction.with(member.getKey(), member.getValue());
        }
      } else {
        interaction =
            header
                .with("request", kind.equals("request") ? expected : JsonObject.EMPTY)
                .with("response", kind.equals("response") ? expected : JsonObject.EMPTY);
      }
      JsonObject file =
          JsonObject.EMPTY
              .with("consumer", JsonObject.EMPTY.with("name", new JsonString("c")))
              .with("provider", JsonObject.EMPTY.with("name", new JsonString("p")))
              .with("interactions", JsonArray.of(interaction))
              .with(
                  "metadata",
                  JsonObject.EMPTY.with(
                      "pactSpecification",
                      JsonObject.EMPTY.with("version", new JsonString(version.number()))));
      byte[] text = file.toString().getBytes(StandardCharsets.UTF_8);
      return PactReader.read(new DocumentReader(FOLDER).parse("case.json", text));
    }

    private HttpRequestMessage request(JsonObject actual) {
      String query = actual.member("query").map(Sample::query).orElse("");
      String path = text(actual, "path", "/");
      return new HttpRequestMessage(
          text(actual, "method", "GET"),
          query.isEmpty() ? path : path + "?" + query,
          headers(actual),
          body(actual.member("body").orElse(JsonNull.NULL)));
    }

    private static String text(JsonObject object, String name, String otherwise) {
      return object.member(name).map(value -> ((JsonString) value).value()).orElse(otherwise);
    }

    private static String query(JsonValue query) {
      if (query instanceof JsonString(String text)) {
        return text;
      }
      var pairs = new ArrayList<String>();
      ((JsonObject) query)
          .members()
          .forEach(
              (name, values) ->
                  ((JsonArray) values)
                      .items()
                      .forEach(
                          value ->
                              pairs.add(
                                  encode(name) + "=" + encode(((JsonString) value).value()))));
      return String.join("&", pairs);
    }

    private static String encode(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponseMessage response(JsonObject actual) {
      int status =
          actual
              .member("status")
              .map(value -> Integer.parseInt(((JsonNumber) value).digits()))
              .orElse(200);
      return new HttpResponseMessage(
          status, headers(actual), body(actual.member("body").orElse(JsonNull.NULL)));
    }

    private static List<Header> headers(JsonObject actual) {
      var headers = new ArrayList<Header>();
      if (actual.member("headers").orElse(JsonNull.NULL) instanceof JsonObject all) {
        all.members()
            .forEach(
                (name, value) -> {
                  if (value instanceof JsonArray array) {
                    array
                        .items()
                        .forEach(
                            item -> headers.add(new Header(name, ((JsonString) item).value())));
                  } else {
                    headers.add(new Header(name, ((JsonString) value).value()));
                  }
                });
      }
      return headers;
    }

    private PactMessage message(JsonObject actual) {
      JsonObject metadata =
          (JsonObject)
              actual
                  .member("metaData")
                  .or(() -> actual.member("metadata"))
                  .orElse(JsonObject.EMPTY);
      Map<String, JsonValue> all = metadata.members();
      JsonValue contents = actual.member("contents").orElse(JsonNull.NULL);
      if (contents instanceof JsonObject wrapped && wrapped.member("contentType").isPresent()) {
        all = metadata.with("contentType", wrapped.member("contentType").orElseThrow()).members();
      }
      return new PactMessage(body(contents), all);
    }

    /// The body as the bytes that a server would send.
    private Bytes body(JsonValue stated) {
      JsonValue content = stated;
      if (version == PactVersion.V4 && stated instanceof JsonObject wrapped) {
        content = wrapped.member("content").orElse(JsonNull.NULL);
      }
      return switch (content) {
        case JsonNull ignored -> Bytes.EMPTY;
        case JsonString(String text) -> Bytes.utf8(text);
        case JsonValue other -> Bytes.utf8(other.toString());
      };
    }
  }
}

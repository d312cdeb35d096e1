package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.StandInSettings;
import dev.concordat.standin.server.StandInServer;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `concordat record`, and that what it learned can be lived with: served by a stand-in and held against it.
final class RecordCommandTest {
  private static final StandInSettings SETTINGS = new StandInSettings(1, 3, Optional.of("any"));
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  @TempDir private Path folder;
  private CommandTester concordat;

  @BeforeEach
  void commands() {
    concordat = new CommandTester(folder.resolve("home"), folder);
  }

  @Test
  void learnsAContractStubsValuesAndAFlow() throws Exception {
    // Given
    try (BookServer provider = BookServer.open()) {
      RunningRecord record = record("--to", provider.url(), "--name", "books", "--har");
      use(record.address());
      // When
      int exitCode = record.stop();
      // Then
      assertThat(exitCode).isZero();
      assertThat(record.out()).contains("GET /books/{bookId}", "written to recorded");
      assertThat(files())
          .contains(
              "openapi.yaml",
              "recording.json",
              "recorded.har",
              "values.yaml",
              "mappings/getBook.json",
              "flows/createBook.flow.yaml");
      assertThat(read("flows/createBook.flow.yaml"))
          .contains("call: books.getBook", "bookId: $created.body.id");
    }
  }

  @Test
  void whatIsLearnedHoldsNoSecret() throws Exception {
    // Given
    try (BookServer provider = BookServer.open()) {
      RunningRecord record = record("--to", provider.url(), "--har");
      use(record.address());
      // When
      record.stop();
      // Then
      for (String file : files()) {
        assertThat(read(file)).as(file).doesNotContain(BookServer.TOKEN);
      }
    }
  }

  @Test
  void recordingAgainMergesInsteadOfDuplicating() throws Exception {
    // Given
    try (BookServer provider = BookServer.open()) {
      RunningRecord first = record("--to", provider.url());
      use(first.address());
      first.stop();
      List<String> before = files();
      RunningRecord second = record("--to", provider.url());
      use(second.address());
      // When
      second.stop();
      // Then
      assertThat(files()).isEqualTo(before);
      assertThat(read("openapi.yaml")).contains("samples: 54");
    }
  }

  @Test
  void theStandInOfALearnedContractKeepsIt() throws Exception {
    // Given
    try (BookServer provider = BookServer.open()) {
      RunningRecord record = record("--to", provider.url());
      use(record.address());
      record.stop();
    }
    Path contract = folder.resolve("recorded/openapi.yaml");
    var learned = (OpenApiContract) new ContractReader(folder).read(contract);
    try (EventLoops loops = EventLoops.open(1);
        StandInServer server =
            StandInServer.open(List.of(new StandIn(learned, SETTINGS)), 0, loops)) {
      // When
      var result =
          concordat.run(
              "conform",
              contract.toString(),
              "--url",
              server.url(),
              "--max-requests",
              "150",
              "--no-fuzz",
              "--bearer",
              "any");
      // Then
      assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }
  }

  @Test
  void theStubsThatWereRecordedTellTheTruthAboutTheProviderAndTheContract() throws Exception {
    // Given
    try (BookServer provider = BookServer.open()) {
      RunningRecord record = record("--to", provider.url());
      use(record.address());
      record.stop();

      // When
      var result =
          concordat.run(
              "drift",
              "recorded/mappings",
              "--against",
              "recorded/openapi.yaml",
              "--against",
              provider.url());

      // Then
      assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
      assertThat(result.out()).contains("no mock lies");
    }
  }

  @Test
  void aWrittenContractIsExtendedAndWhatIsNotSoIsTold() throws Exception {
    // Given
    Files.writeString(
        folder.resolve("books.yaml"),
        """
        openapi: 3.0.3
        info: {title: Books, version: "1"}
        paths:
          /books/{id}:
            get:
              operationId: readBook
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses:
                "200":
                  description: the book
                  content:
                    application/json:
                      schema: {type: object, properties: {pages: {type: string}, title: {type: string}}}
        """);
    try (BookServer provider = BookServer.open()) {
      RunningRecord record = record("--to", provider.url(), "--extend", "books.yaml");
      use(record.address());
      // When
      int exitCode = record.stop();
      // Then
      assertThat(exitCode).isEqualTo(1);
      assertThat(record.out())
          .contains(
              "added: GET /books/{id} 404",
              "added: DELETE /books/{id}",
              "added: GET /books/{id} 200/price")
          .contains("not as written: GET /books/{id} /pages: not a string (books.yaml:13)");
      assertThat(read("openapi.yaml"))
          .contains("operationId: readBook", "pages:\n                    type: string");
    }
  }

  @Test
  void aContractThatWasNotRecordedIsNeverOverwritten() throws IOException {
    // Given
    Files.createDirectories(folder.resolve("recorded"));
    Files.writeString(folder.resolve("recorded/openapi.yaml"), "openapi: 3.1.0\n");
    // When
    var result = concordat.run("record", "--to", "http://localhost:1");
    // Then
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("is there and was not recorded");
  }

  @Test
  void learnsFromAnArchive() throws Exception {
    // Given
    try (BookServer provider = BookServer.open()) {
      RunningRecord record = record("--to", provider.url(), "--har");
      use(record.address());
      record.stop();
    }
    // When
    var result = concordat.run("record", "--from", "recorded/recorded.har", "--out", "again");
    // Then
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("POST /books", "DELETE /books/{bookId}");
  }

  private RunningRecord record(String... arguments) {
    String[] all = Stream.concat(Stream.of("record"), Stream.of(arguments)).toArray(String[]::new);
    return RunningRecord.start(folder.resolve("home"), folder, all);
  }

  /// 27 requests.
  private static void use(URI address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      send(client, address, "POST", "/login", "{\"user\":\"ada\",\"password\":\"swordfish-77\"}");
      for (int at = 0; at < 5; at++) {
        String book = send(client, address, "POST", "/books", "{\"title\":\"Book " + at + "\"}");
        var found = ID.matcher(book);
        String id = found.find() ? found.group() : "";
        send(client, address, "GET", "/books/" + id, "");
        send(client, address, "GET", "/books", "");
        send(client, address, "DELETE", "/books/" + id, "");
        send(client, address, "GET", "/books/" + id, "");
      }
      send(client, address, "POST", "/books", "{}");
    }
  }

  private static String send(
      HttpClient client, URI address, String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Authorization", "Bearer " + BookServer.TOKEN)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return client.send(request.build(), BodyHandlers.ofString()).body();
  }

  private List<String> files() throws IOException {
    Path recorded = folder.resolve("recorded");
    try (Stream<Path> files = Files.walk(recorded)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> recorded.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve("recorded").resolve(file));
  }
}

package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.cli.verification.Verifications;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.model.json.JsonString;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.StandInSettings;
import dev.concordat.standin.Verification;
import dev.concordat.standin.recorded.RecordedStandIn;
import dev.concordat.standin.server.StandInServer;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `concordat drift` found out is what stand-ins say of a recording.
final class StubVerificationTest {
  private static final String CONTRACT =
      """
      openapi: 3.1.0
      info: {title: Motto, version: "1"}
      paths:
        /motto:
          get:
            responses:
              "200":
                description: one
                content: {application/json: {schema: {type: object, required: [text], properties: {text: {type: string}}}}}
      """;

  @TempDir private Path folder;

  /// Holds a recording of an answer with this status against a provider that answers 200.
  private Verification after(int status) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("motto.yaml"), CONTRACT);
    var contract = (OpenApiContract) new ContractReader(folder).read(folder.resolve("motto.yaml"));
    try (EventLoops loops = EventLoops.portable(1);
        HttpClient client = HttpClient.newHttpClient();
        StandInServer provider =
            StandInServer.open(List.of(new StandIn(contract, StandInSettings.DEFAULT)), 0, loops)) {
      String body =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(provider.url() + "/motto")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      Files.writeString(
          folder.resolve("motto.har"),
          """
          {"log": {"version": "1.2", "entries": [{
            "request": {"method": "GET", "url": "https://shop.example/motto", "headers": []},
            "response": {"status": %d, "headers": [{"name": "Content-Type", "value": "application/json"}],
              "content": {"mimeType": "application/json", "text": %s}}}]}}
          """
              .formatted(status, new JsonString(body)));
      var _ =
          new CommandTester(folder.resolve("home"), folder)
              .run("drift", "motto.har", "--against", provider.url());
    }
    var recording = (StubContract) new ContractReader(folder).read(folder.resolve("motto.har"));
    var known = new Verifications(folder.resolve("home")).known(List.of());
    return new RecordedStandIn(recording, known).verification();
  }

  @Test
  void aRecordingThatIsStillTrueIsVerified() throws Exception {
    // When
    Verification verification = after(200);

    // Then
    assertThat(verification).isInstanceOf(Verification.Held.class);
    assertThat(verification.sentence()).endsWith("1 of 1 operations");
  }

  @Test
  void aRecordingThatLiesIsBroken() throws Exception {
    // When
    Verification verification = after(404);

    // Then
    assertThat(verification).isInstanceOf(Verification.Broken.class);
    assertThat(
            new CommandTester(folder.resolve("home"), folder)
                .run("standin", "motto.har", "--require-verified")
                .err())
        .contains("motto.har was broken by http://");
  }
}

package dev.concordat.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.part.Distribution;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.running.EnvironmentStarter;
import dev.concordat.environment.running.StartOptions;
import dev.concordat.environment.setup.Launch;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.ReadyCheck;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.place.Place;
import dev.concordat.model.run.Progress;
import dev.concordat.standin.Verification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Systems that are not here and speak in messages: their AsyncAPI contract speaks for them at the environment's broker.
@Tag("slow")
final class RememberingStandInsTest {
  private static final Place PLACE = Place.of("concordat.yaml");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ANSWERS = "print.done";
  private static final Pattern ON_DEMAND =
      Pattern.compile(
          "printer sends the messages of printer.yaml on demand: (http://127.0.0.1:[0-9]+)");

  @TempDir private Path folder;
  private final List<String> said = new CopyOnWriteArrayList<>();

  @BeforeEach
  void aContract() throws IOException {
    Files.writeString(
        folder.resolve("printer.yaml"),
        """
        asyncapi: 3.0.0
        info: {title: Printer, version: 1.0.0}
        channels:
          print:
            address: print.asked
            messages:
              print: {payload: {type: object, required: [page], properties: {page: {type: string}}}}
          printed:
            address: print.done
            messages:
              printed: {payload: {type: object, required: [page], properties: {page: {type: string}}}}
        operations:
          takePrint:
            action: receive
            channel: {$ref: '#/channels/print'}
            reply: {channel: {$ref: '#/channels/printed'}}
          tellPrinted: {action: send, channel: {$ref: '#/channels/printed'}}
        """);
  }

  @Test
  void aSystemThatOnlySpeaksInMessagesIsAnsweredForAtTheBroker() throws Exception {
    // Given
    PartSpec kafka = new PartSpec("kafka", "kafka", "", "", List.of(), List.of(), PLACE);

    try (Environment environment = start(kafka)) {
      // When
      environment
          .messages("kafka")
          .send("print.asked", null, Bytes.utf8("{\"page\":\"p-7\"}"), List.of());

      // Then
      assertThat(environment.systems().getFirst().note())
          .isEqualTo("no-such-tool is not on the PATH; printer.yaml speaks for it");
      assertThat(delivered(environment, "p-7")).isPresent();

      // When
      HttpResponse<String> sent = onDemand();

      // Then
      assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
      assertThat(delivered(environment, "p-8")).isPresent();
    }
  }

  @Test
  void withoutABrokerNobodyCanSpeakForIt() {
    // When
    EnvironmentFailure failure =
        catchThrowableOfType(EnvironmentFailure.class, () -> start().close());

    // Then
    assertThat(failure.troubles().getFirst().message())
        .isEqualTo(
            "cannot be started (no-such-tool is not on the PATH), and no OpenAPI contract can"
                + " speak for it");
  }

  private Environment start(PartSpec... parts) throws EnvironmentFailure, InterruptedException {
    var system =
        new SystemSpec(
            "printer",
            folder,
            Owner.unowned("nobody says"),
            new Launch(List.of("no-such-tool"), Optional.empty(), Optional.of("no-such-tool")),
            new ReadyCheck.Port(),
            List.of(folder.resolve("printer.yaml")),
            List.of(),
            List.of(),
            List.of(),
            Map.of("PORT", "{port}"),
            PLACE);
    var setup = new Setup(folder, List.of(system), List.of(parts), List.of(), List.of(), List.of());
    Path distribution =
        Path.of(System.getProperty("concordat.root", "..")).resolve("environment/parts/target");
    var starter =
        new EnvironmentStarter(
            Home.at(folder.resolve("home")),
            new Distribution(
                Path.of(System.getProperty("concordat.parts", distribution.toString()))),
            this::note);
    var standIns = new RememberingStandIns(1, Verification.NONE);
    return starter.start(setup, new StartOptions(1).withOpener(standIns));
  }

  private void note(Progress progress) {
    if (progress instanceof Progress.Said(String text)) {
      said.add(text);
    }
  }

  private HttpResponse<String> onDemand() throws IOException, InterruptedException {
    Matcher address = ON_DEMAND.matcher(String.join("\n", said));
    assertThat(address.find()).as(said.toString()).isTrue();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address.group(1) + "/.concordat/send"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"operation\":\"tellPrinted\",\"with\":{\"page\":\"p-8\"}}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  /// The first message on the topic that holds the text, once it was seen.
  private static Optional<String> delivered(Environment environment, String text)
      throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      int mark = environment.observations().mark();
      Optional<String> found =
          environment.observations().all().stream()
              .filter(it -> it instanceof MessageDelivery)
              .map(it -> (MessageDelivery) it)
              .filter(it -> it.address().equals(ANSWERS))
              .map(it -> it.value().map(Bytes::utf8).orElse(""))
              .filter(it -> it.contains(text))
              .findFirst();
      long left = until - System.nanoTime();
      if (found.isPresent() || left <= 0) {
        return found;
      }
      environment.observations().awaitMore(mark, Duration.ofNanos(left));
    }
  }
}

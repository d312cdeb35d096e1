package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.kafka.KafkaObserver;
import dev.concordat.wire.kafka.KafkaSender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// `concordat standin asyncapi.yaml` with a broker of its own.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StandinMessagesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern BROKER = Pattern.compile("Kafka at {4}(127\\.0\\.0\\.1:[0-9]+)");

  private static final String CONTRACT =
      """
      asyncapi: 3.0.0
      info: {title: Orders, version: 1.2.0}
      channels:
        confirmed:
          address: orders.confirmed
          bindings: {kafka: {partitions: 2}}
          messages:
            confirmed:
              payload:
                type: object
                required: [orderId]
                properties: {orderId: {type: string, minLength: 3}}
              examples: [{name: tea, payload: {orderId: o-1}}]
        cancel:
          address: orders.cancel
          messages:
            cancel:
              correlationId: {location: '$message.header#/askId'}
              payload:
                type: object
                required: [orderId]
                properties: {orderId: {type: string, minLength: 3}}
        cancelled:
          address: orders.cancelled
          messages:
            cancelled:
              correlationId: {location: '$message.header#/askId'}
              payload:
                type: object
                required: [orderId]
                properties: {orderId: {type: string, minLength: 3}}
      operations:
        confirm: {action: send, channel: {$ref: '#/channels/confirmed'}}
        takeCancel:
          action: receive
          channel: {$ref: '#/channels/cancel'}
          reply: {channel: {$ref: '#/channels/cancelled'}}
      """;

  private final List<MessageDelivery> seen = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final EventLoops loops = EventLoops.open(1);
  private RunningStandins running;
  private KafkaObserver observer;
  private KafkaSender sender;
  private String address;
  private String bootstrap;
  private CommandTester concordat;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("orders.yaml"), CONTRACT);
    concordat = new CommandTester(folder.resolve("home"), folder);
    running = RunningStandins.start(folder.resolve("home"), folder, "standin", "orders.yaml");
    address = running.addresses().getFirst();
    Matcher broker = BROKER.matcher(running.out());
    assertThat(broker.find()).isTrue();
    bootstrap = broker.group(1);
    sender = KafkaSender.open(bootstrap);
    observer =
        KafkaObserver.open(
            "events",
            bootstrap,
            Set.of(),
            Wiring.of(loops, exchange -> seen.add((MessageDelivery) exchange)));
  }

  @AfterAll
  void stop() throws Exception {
    sender.close();
    observer.close();
    assertThat(running.stop()).isZero();
    loops.close();
    client.close();
  }

  private HttpResponse<String> ask(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address + "/.concordat" + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private List<MessageDelivery> on(String topic) throws InterruptedException {
    assertThat(observer.caughtUp(PATIENCE)).isTrue();
    return seen.stream().filter(delivery -> delivery.address().equals(topic)).toList();
  }

  @Test
  void sendsOnDemandWhatTheContractHas() throws Exception {
    // When
    var answer = ask("POST", "/send", "{\"operation\": \"confirm\"}", "Prefer", "example=\"tea\"");

    // Then
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Preference-Applied")).contains("example=\"tea\"");
    assertThat(on("orders.confirmed"))
        .anySatisfy(
            delivery -> {
              assertThat(delivery.value().orElseThrow().utf8()).isEqualTo("{\"orderId\":\"o-1\"}");
              assertThat(delivery.headers())
                  .extracting(Header::name)
                  .containsExactly("Concordat-Stand-In");
            });
  }

  @Test
  void tellsTheSentenceThatForbidsWhatWasAskedFor() throws Exception {
    // When
    var answer =
        ask("POST", "/send", "{\"operation\": \"confirm\", \"payload\": {\"orderId\": \"o\"}}");

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("orders.yaml:12");
  }

  @Test
  void judgesWhatItTakesAndAnswersWhatKeepsTheContract() throws Exception {
    // Given
    sender.send(
        "orders.cancel",
        null,
        Bytes.utf8("{\"orderId\":\"o-77\"}"),
        List.of(new Header("askId", "a-9")));
    sender.send(
        "orders.cancel", null, Bytes.utf8("{\"orderId\":7}"), List.of(new Header("askId", "a-10")));

    // When
    var kept = ask("GET", "/messages?topic=orders.cancel&what=kept", "");
    var broken = ask("GET", "/messages?topic=orders.cancel&what=broken", "");

    // Then
    assertThat(kept.body()).contains("\"o-77\"").doesNotContain("a-10");
    assertThat(broken.body()).contains("\"sentence\": \"orders.yaml:22\"", "a-10");
    assertThat(running.err())
        .contains("Orders: refused a message on orders.cancel (partition 0, offset ");
    assertThat(on("orders.cancelled"))
        .singleElement()
        .satisfies(
            reply -> {
              assertThat(reply.value().orElseThrow().utf8()).isEqualTo("{\"orderId\":\"o-77\"}");
              assertThat(reply.headers()).contains(new Header("askId", "a-9"));
            });
  }

  @Test
  void saysThatThereIsNoBroker() {
    // When
    var result = concordat.run("standin", "orders.yaml", "--kafka", "127.0.0.1:1");

    // Then
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("nobody listens at 127.0.0.1:1");
  }
}

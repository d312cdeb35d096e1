package dev.concordat.contracts.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.avro.AvroBinary;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.json.JsonString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Correlation ids, replies, parameters of addresses and Avro payloads of messages.
class AsyncApiJudgingTest {
  private static final String STOCK =
      """
      asyncapi: 3.0.0
      info: {title: Stock, version: 1.0.0}
      channels:
        requests:
          address: stock.{region}
          parameters: {region: {enum: [eu, us], location: $message.payload#/region}}
          messages:
            reserve:
              contentType: avro/binary
              correlationId: {location: $message.header#/id}
              payload:
                schemaFormat: application/vnd.apache.avro;version=1.12.0
                schema:
                  type: record
                  name: Reserve
                  fields:
                    - {name: region, type: string}
                    - {name: qty, type: int}
                    - {name: state, type: {type: enum, name: S, symbols: [A, B]}}
              bindings: {kafka: {key: {type: record, name: Key, fields: [{name: n, type: long}]}}}
        answers:
          address: answers
          messages: {reserved: {correlationId: {location: $message.payload#/ref}, payload: {type: object}}}
      operations:
        reserve:
          action: receive
          channel: {$ref: '#/channels/requests'}
          reply: {address: {location: $message.header#/replyTo}, messages: []}
      """;

  private final AsyncApiContract contract = contract();
  private final MessageJudge judge = new MessageJudge(contract);

  private static AsyncApiContract contract() {
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new AsyncApiReader(documents)
        .read(documents.parse("asyncapi.yaml", STOCK.getBytes(StandardCharsets.UTF_8)));
  }

  private AvroSchema schema() {
    return contract.channels().getFirst().messages().getFirst().content().orElseThrow()
            instanceof MessageContent.OfAvro(AvroSchema schema)
        ? schema
        : unexpected();
  }

  private static AvroSchema unexpected() {
    throw new AssertionError("the payload is not Avro");
  }

  private byte[] reserve(String region) {
    return AvroBinary.encode(
            schema(),
            JsonParser.parse("{\"region\": \"" + region + "\", \"qty\": 2, \"state\": \"A\"}")
                .value()
                .orElseThrow())
        .bytes()
        .orElseThrow()
        .toArray();
  }

  private static MessageDelivery delivery(
      String topic, byte[] key, byte[] value, Header... headers) {
    return new MessageDelivery(
        "x1",
        "events",
        topic,
        0,
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        Optional.of(Bytes.of(key)),
        Optional.of(Bytes.of(value)),
        List.of(headers));
  }

  private List<String> judged(MessageDelivery delivery) {
    return judge.judge(delivery).stream()
        .map(breach -> breach.kind() + " " + breach.pointer() + " " + breach.sentence().line())
        .toList();
  }

  private static final byte[] KEY = {2};
  private static final Header ID = new Header("id", "7");

  @Test
  void anAvroMessageThatKeepsTheContractHasNoBreach() {
    byte[] value = reserve("eu");
    byte[] inRegistry =
        ByteBuffer.allocate(5 + value.length).put((byte) 0).putInt(3).put(value).array();

    assertThat(judged(delivery("stock.eu", KEY, value, ID))).isEmpty();
    assertThat(judged(delivery("stock.eu", KEY, inRegistry, ID))).isEmpty();
  }

  @Test
  void bytesThatBreakTheSchemaAreToldAtTheField() {
    // Given
    byte[] value = reserve("eu");
    value[value.length - 1] = 8;

    // Then
    assertThat(judged(delivery("stock.eu", new byte[] {(byte) 0x80}, value, ID)))
        .containsExactly("MALFORMED_BODY key/n 20", "MALFORMED_BODY /state 19");
  }

  @Test
  void aMessageWithoutItsCorrelationIdIsABreach() {
    assertThat(judged(delivery("stock.eu", KEY, reserve("eu"))))
        .containsExactly("MISSING_HEADER header:id 10");
    assertThat(judged(delivery("answers", KEY, "{}".getBytes(StandardCharsets.UTF_8))))
        .containsExactly("MISSING_FIELD /ref 23");
  }

  @Test
  void parametersOfTheAddressAreJudged() {
    assertThat(judged(delivery("stock.asia", KEY, reserve("asia"), ID)))
        .containsExactly("VALUE_NOT_ALLOWED address:region 6");
    assertThat(judged(delivery("stock.us", KEY, reserve("eu"), ID)))
        .containsExactly("VALUE_NOT_ALLOWED address:region 6");
  }

  @Test
  void correlationAndReplyAddressAreReadFromMessages() {
    // Given
    MessageDelivery request =
        delivery("stock.eu", KEY, reserve("eu"), ID, new Header("replyTo", "answers.7"));
    MessageDelivery answer =
        delivery("answers", KEY, "{\"ref\": \"7\"}".getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(judge.correlationIdOf(request)).contains(new JsonString("7"));
    assertThat(judge.correlationIdOf(answer)).contains(new JsonString("7"));
    assertThat(judge.payloadOf(request).orElseThrow())
        .hasToString("{\"region\":\"eu\",\"qty\":2,\"state\":\"A\"}");
    Reply reply = contract.operation("reserve").orElseThrow().reply().orElseThrow();
    assertThat(reply.addressFor(request, Optional.empty())).contains("answers.7");
  }
}

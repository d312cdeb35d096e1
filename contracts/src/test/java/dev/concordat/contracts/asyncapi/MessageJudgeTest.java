package dev.concordat.contracts.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageJudgeTest {
  private static final String EVENTS =
      """
      asyncapi: 3.0.0
      info: {title: Order events, version: 1.0.0, contact: {name: team-checkout}}
      defaultContentType: application/json
      channels:
        orders:
          address: orders.{region}
          parameters: {region: {enum: [eu]}}
          messages:
            placed: {$ref: '#/components/messages/Placed'}
            cancelled:
              payload:
                type: object
                required: [type, reason]
                properties: {type: {const: cancelled}, reason: {type: string}}
      operations:
        sendPlaced:
          action: send
          channel: {$ref: '#/channels/orders'}
          messages: [{$ref: '#/channels/orders/messages/placed'}]
        takeAll:
          action: receive
          channel: {$ref: '#/channels/orders'}
      components:
        messageTraits:
          traced:
            headers: {type: object, required: [traceparent], properties: {attempt: {type: integer}}}
        messages:
          Placed:
            name: OrderPlaced
            traits: [{$ref: '#/components/messageTraits/traced'}]
            payload:
              type: object
              required: [type, total]
              properties: {type: {const: placed}, total: {type: number}}
            bindings: {kafka: {key: {type: string, format: uuid}}}
            examples:
              - {name: tea, payload: {type: placed, total: 20.20}}
      """;
  private static final String KEY = "11111111-1111-4111-8111-000000000001";

  private final AsyncApiContract contract = contract(EVENTS);
  private final MessageJudge judge = new MessageJudge(contract);

  private static AsyncApiContract contract(String yaml) {
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new AsyncApiReader(documents)
        .read(documents.parse("asyncapi.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> judged(String topic, String key, String value, Header... headers) {
    var delivery =
        new MessageDelivery(
            "x1",
            "events",
            topic,
            0,
            0,
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            Optional.of(Bytes.utf8(key)),
            Optional.of(Bytes.utf8(value)),
            List.of(headers));
    return judge.judge(delivery).stream()
        .map(breach -> breach.operationId() + " " + breach.kind() + " " + breach.pointer())
        .toList();
  }

  @Test
  void readsChannelsMessagesAndOperations() {
    assertThat(contract.problems()).isEmpty();
    assertThat(contract.operations())
        .extracting(
            operation ->
                operation.id() + " " + operation.action() + " " + operation.messages().size())
        .containsExactly("sendPlaced SEND 1", "takeAll RECEIVE 2");
    assertThat(contract.channels().getFirst().messages())
        .extracting(MessageSpec::name)
        .containsExactly("OrderPlaced", "cancelled");
    assertThat(contract.channels().getFirst().messages().getFirst().examples())
        .extracting(example -> example.name() + " " + example.value())
        .containsExactly("tea {\"type\":\"placed\",\"total\":20.20}");
  }

  @Test
  void aMessageThatKeepsTheContractHasNoBreach() {
    assertThat(
            judged(
                "orders.eu",
                KEY,
                "{\"type\":\"placed\",\"total\":1}",
                new Header("traceparent", "00"),
                new Header("attempt", "2")))
        .isEmpty();
  }

  @Test
  void judgesPayloadHeadersAndKey() {
    assertThat(
            judged(
                "orders.eu",
                "42",
                "{\"type\":\"placed\",\"total\":\"1\"}",
                new Header("attempt", "two")))
        .containsExactlyInAnyOrder(
            "OrderPlaced MISSING_HEADER header:traceparent",
            "OrderPlaced WRONG_HEADER header:attempt",
            "OrderPlaced VALUE_NOT_ALLOWED key",
            "OrderPlaced WRONG_TYPE /total");
  }

  @Test
  void ofSeveralMessagesTheOneThatFitsBestIsMeant() {
    assertThat(judged("orders.eu", KEY, "{\"type\":\"cancelled\"}"))
        .containsExactly("cancelled MISSING_FIELD /reason");
  }

  @Test
  void aPayloadThatIsNotJsonIsMalformed() {
    assertThat(judged("orders.eu", KEY, "\u0000\u0001avro", new Header("traceparent", "00")))
        .singleElement()
        .satisfies(text -> assertThat(text).contains("MALFORMED_BODY"));
  }

  @Test
  void saysNothingOfTopicsItDoesNotKnow() {
    assertThat(judge.knows("payments")).isFalse();
    assertThat(judged("payments", KEY, "{}")).isEmpty();
  }

  @Test
  void readsTheSecondVersionWhoseWordsAreSeenFromTheOtherSide() {
    // When
    AsyncApiContract old =
        contract(
            """
            asyncapi: 2.6.0
            info: {title: Old, version: '1'}
            channels:
              orders.placed:
                subscribe:
                  operationId: placed
                  message:
                    oneOf:
                      - {name: A, payload: {type: object}}
                      - {name: B, payload: {type: string}}
            """);

    // Then
    assertThat(old.problems()).isEmpty();
    assertThat(old.operations())
        .singleElement()
        .satisfies(
            operation -> {
              assertThat(operation.id()).isEqualTo("placed");
              assertThat(operation.action()).isEqualTo(ChannelOperation.Action.SEND);
              assertThat(operation.messages())
                  .extracting(MessageSpec::name)
                  .containsExactly("A", "B");
            });
  }
}

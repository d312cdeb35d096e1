package dev.concordat.standin.message;

import static dev.concordat.standin.message.MessageTexts.contract;
import static dev.concordat.standin.message.MessageTexts.made;
import static dev.concordat.standin.message.MessageTexts.order;
import static dev.concordat.standin.message.MessageTexts.standIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.standin.message.Received.Verdict;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MessageKindsTest {
  @Nested
  class OlderDocuments {
    private static final String TWO =
        """
        asyncapi: 2.6.0
        info: {title: Lights, version: 1.0.0}
        channels:
          lights.measured:
            publish:
              operationId: takeMeasurement
              message: {payload: {type: object, required: [lumens], properties: {lumens: {type: integer}}}}
          lights.switch:
            subscribe:
              operationId: sendSwitch
              message: {payload: {type: object, required: [on], properties: {on: {type: boolean}}}}
        """;

    @Test
    void sendsWhatOthersSubscribeToAndTakesWhatTheyPublish() {
      // Given
      MessageStandIn standIn = standIn(TWO);

      // When
      Draft draft = made(standIn.produce(order("sendSwitch")));

      // Then
      assertThat(draft.topic()).isEqualTo("lights.switch");
      assertThat(standIn.hears("lights.measured")).isTrue();
      assertThat(standIn.hears("lights.switch")).isFalse();
    }
  }

  @Nested
  class Avro {
    private static final String AVRO =
        """
        asyncapi: 3.0.0
        info: {title: Ledger, version: 1.0.0}
        channels:
          booked:
            address: ledger.booked
            messages:
              booked:
                contentType: avro/binary
                payload:
                  schemaFormat: application/vnd.apache.avro;version=1.9.0
                  schema:
                    type: record
                    name: Booked
                    fields:
                      - {name: id, type: {type: string, logicalType: uuid}}
                      - {name: amount, type: {type: bytes, logicalType: decimal, precision: 9, scale: 2}}
                      - {name: at, type: {type: long, logicalType: timestamp-millis}}
                      - {name: side, type: {type: enum, name: Side, symbols: [DEBIT, CREDIT]}}
                      - {name: note, type: ['null', string], default: null}
        operations:
          book: {action: send, channel: {$ref: '#/channels/booked'}}
        """;

    @Test
    void writesBinaryDataThatTheSchemaReads() {
      // Given
      MessageStandIn sender = standIn(AVRO);
      MessageStandIn taker = new MessageStandIn(contract(AVRO), new MessageSettings(1, true));

      // When
      Draft draft = made(sender.produce(order("book")));

      // Then
      var delivery =
          new MessageDelivery(
              "x1",
              "events",
              draft.topic(),
              0,
              0,
              Instant.EPOCH,
              Instant.EPOCH,
              Optional.empty(),
              draft.key(),
              draft.value(),
              draft.headers());
      Received received = taker.receive(delivery);
      assertThat(received.verdict()).isEqualTo(Verdict.KEPT);
      assertThat(received.payload().orElseThrow().toString()).contains("\"note\":\"note-");
    }
  }
}

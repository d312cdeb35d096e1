package dev.concordat.compare.asyncapi;

import static dev.concordat.compare.asyncapi.AsyncApiDiffTest.SHOP;
import static dev.concordat.compare.asyncapi.Compares.diff;
import static dev.concordat.compare.asyncapi.Compares.lines;
import static dev.concordat.compare.asyncapi.Compares.witness;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.format.Policies;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.WitnessMessage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What stands around and inside messages: Avro, replies, transport, channels without operations, what cannot be decided.
class AsyncApiPartsDiffTest {
  @Nested
  class Avro {
    private static final String EVENTS =
        """
        asyncapi: 3.0.0
        info: {title: Events, version: 1.0.0}
        channels:
          events:
            address: events
            messages:
              event:
                contentType: application/vnd.apache.avro
                bindings:
                  kafka: {key: {type: string, minLength: 1}}
                payload:
                  schemaFormat: application/vnd.apache.avro;version=1.12.0
                  schema:
                    type: record
                    name: Event
                    fields:
                      - {name: id, type: string}
                      - {name: at, type: {type: long, logicalType: timestamp-millis}}
        operations:
          sendEvent: {action: send, channel: {$ref: '#/channels/events'}}
        """;

    @Test
    void payloadsAreReadByTheRulesOfAvro() {
      // Given
      String after =
          EVENTS.replace("{name: id, type: string}", "{name: id, type: [string, 'null']}");

      // When
      ContractComparison comparison = diff(EVENTS, after);

      // Then
      assertThat(lines(comparison))
          .containsExactly("breaks message-unreadable send events · message event /id");
      assertThat(comparison.differences().getFirst().aliases())
          .extracting("id")
          .containsExactly("TYPE_MISMATCH");
      assertThat(witness(comparison.differences().getFirst()).message())
          .isInstanceOf(WitnessMessage.Encoded.class);
    }

    @Test
    void aUnitThatChangesIsAnotherMeaning() {
      // Given
      String after = EVENTS.replace("timestamp-millis", "timestamp-micros");

      // When, Then
      assertThat(lines(diff(EVENTS, after)))
          .containsExactly("meaning meaning-changed send events · message event /at");
    }

    @Test
    void keysAreCompared() {
      // Given
      String after = EVENTS.replace("minLength: 1", "minLength: 0");

      // When, Then
      assertThat(lines(diff(EVENTS, after)))
          .contains("breaks message-headers-unreadable send events · message headers event key");
    }
  }

  @Nested
  class Replies {
    private static final String RPC =
        """
        asyncapi: 3.0.0
        info: {title: Prices, version: 1.0.0}
        channels:
          ask:
            address: prices.ask
            messages:
              question: {payload: {type: object, required: [sku], properties: {sku: {type: string}}}}
          answer:
            address: null
            messages:
              price: {payload: {type: object, required: [cents], properties: {cents: {type: integer}}}}
        operations:
          price:
            action: receive
            channel: {$ref: '#/channels/ask'}
            reply:
              address: {location: '$message.header#/replyTo'}
              channel: {$ref: '#/channels/answer'}
        """;

    @Test
    void aReplyMustBeReadByWhoAsked() {
      // Given
      String after = RPC.replace("required: [cents]", "required: []");

      // When
      ContractComparison comparison = diff(RPC, after);

      // Then
      assertThat(lines(comparison))
          .containsExactly(
              "breaks message-unreadable receive prices.ask reply · message price /cents");
    }

    @Test
    void aReplyThatDoesNotComeIsMissed() {
      // Given
      String after = RPC.substring(0, RPC.indexOf("    reply:"));

      // When, Then
      assertThat(lines(diff(RPC, after)))
          .contains("breaks message-gone receive prices.ask reply · operation");
    }

    @Test
    void aReplyThatGoesElsewhereIsNotFound() {
      // Given
      String after = RPC.replace("#/replyTo", "#/answerTo");

      // When, Then
      assertThat(lines(diff(RPC, after)))
          .containsExactly("breaks address-refused receive prices.ask reply · operation");
    }
  }

  @Nested
  class Transport {
    @Test
    void aCredentialThatWasNotNeededShutsPeopleOut() {
      // Given
      String after =
          SHOP.replace("protocol: kafka}", "protocol: kafka, security: [{type: scramSha256}]}");

      // When
      ContractComparison comparison = diff(SHOP, after);

      // Then
      assertThat(lines(comparison))
          .containsExactly("breaks security-added server production · security");
      assertThat(diff(after, SHOP).holds()).isTrue();
    }

    @Test
    void anotherHostIsToldAndBreaksNobody() {
      // Given
      String after = SHOP.replace("kafka.example:9092", "broker.example:9092");

      // When, Then
      assertThat(lines(diff(SHOP, after)))
          .containsExactly("meaning transport-changed server production · document");
    }

    @Test
    void partitionsThatChangeTakeKeysElsewhere() {
      // Given
      String before =
          SHOP.replace(
              "address: orders.commands",
              "address: orders.commands\n    bindings: {kafka: {partitions: 3}}");

      // When
      Difference difference =
          diff(before, before.replace("partitions: 3", "partitions: 6")).differences().getFirst();

      // Then
      assertThat(difference.message())
          .isEqualTo(
              "the kafka settings of the channel differ: 3 partitions become 6, and keys go to"
                  + " other ones");
    }
  }

  @Nested
  class ChannelsWithoutOperations {
    private static final String TOPIC =
        """
        asyncapi: 3.0.0
        info: {title: Topic, version: 1.0.0}
        channels:
          orders:
            address: orders
            messages:
              order: {payload: {type: object, required: [id], properties: {id: {type: string}}}}
        """;

    @Test
    void whoReadsWhoseMessagesIsAPolicy() {
      // Given
      String after = TOPIC.replace("required: [id]", "required: []");

      // When, Then
      assertThat(diff(TOPIC, after).holds()).isTrue();
      assertThat(diff(Compares.POLICIES.withStored(Policies.Stored.FORWARD), TOPIC, after).holds())
          .isFalse();
    }
  }

  @Nested
  class Undecided {
    @Test
    void schemasInOtherLanguagesAreNotCompared() {
      // Given
      String before =
          SHOP.replace(
              "payload: {type: object, required: [id], properties: {id: {type: string}}}",
              "payload: {schemaFormat: 'application/vnd.google.protobuf;version=3', schema:"
                  + " 'message A {}'}");

      // When
      ContractComparison comparison = diff(before, before.replace("message A", "message B"));

      // Then
      assertThat(comparison.holds()).isFalse();
      assertThat(comparison.differences().getFirst().evidence())
          .isInstanceOf(Evidence.Undecided.class);
      assertThat(diff(before, before).differences()).isEmpty();
    }

    @Test
    void aPayloadThatIsNotDescribedMayBeAnything() {
      // Given
      String before =
          SHOP.replace(
              "payload: {type: object, required: [id], properties: {id: {type: string}}}",
              "summary: anything");

      // When, Then
      assertThat(lines(diff(before, SHOP)))
          .containsExactly("unknown message-unreadable receive orders.commands · message cancel");
    }
  }
}

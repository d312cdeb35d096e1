package dev.concordat.standin.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.message.Received.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MessageStandInTest {
  private static final String ORDERS =
      """
      asyncapi: 3.0.0
      info: {title: Orders, version: 1.2.0}
      servers:
        events: {host: 'localhost:9092', protocol: kafka}
        devices: {host: 'localhost:1883', protocol: mqtt}
      channels:
        confirmed:
          address: orders.{region}.confirmed
          servers: [{$ref: '#/servers/events'}]
          parameters:
            region: {enum: [eu, us], location: '$message.payload#/region'}
          messages:
            confirmed:
              name: OrderConfirmed
              correlationId: {location: '$message.header#/correlation'}
              headers:
                type: object
                required: [correlation]
                properties: {correlation: {type: string}, attempt: {type: integer, minimum: 1}}
              bindings: {kafka: {key: {type: string, pattern: '^o-[0-9]{4}$'}}}
              payload:
                type: object
                required: [orderId, total, region]
                properties:
                  orderId: {type: string, minLength: 3}
                  total: {type: string, pattern: '^[0-9]+\\.[0-9]{2}$'}
                  region: {type: string, enum: [us, eu]}
              examples:
                - {name: tea, headers: {correlation: c-1}, payload: {orderId: o-1, total: '20.20', region: eu}}
                - {name: wrong, payload: {orderId: o-2, total: 20.2, region: eu}}
                - {name: milk, payload: {orderId: o-3, total: '1.10', region: us}}
        prices:
          address: prices.ask
          messages:
            ask:
              name: AskPrice
              correlationId: {location: '$message.payload#/askId'}
              payload:
                type: object
                required: [askId, sku, replyTo]
                properties:
                  askId: {type: string}
                  sku: {type: string, minLength: 2}
                  replyTo: {type: string}
        told:
          address: null
          messages:
            told:
              name: PriceTold
              correlationId: {location: '$message.header#/askId'}
              payload:
                type: object
                required: [sku, cents]
                properties: {sku: {type: string, minLength: 2}, cents: {type: integer, minimum: 1, maximum: 999}}
        beeps:
          address: devices/beep
          servers: [{$ref: '#/servers/devices'}]
          messages: {beep: {payload: {type: string}}}
      operations:
        confirm:
          action: send
          channel: {$ref: '#/channels/confirmed'}
        answerPrice:
          action: receive
          channel: {$ref: '#/channels/prices'}
          reply:
            address: {location: '$message.payload#/replyTo'}
            channel: {$ref: '#/channels/told'}
        beep:
          action: send
          channel: {$ref: '#/channels/beeps'}
      """;

  private static AsyncApiContract contract(String yaml) {
    return (AsyncApiContract)
        new ContractReader(Path.of(""))
            .read(TextFile.of(Path.of(""), "asyncapi.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageStandIn standIn(String yaml) {
    return new MessageStandIn(contract(yaml), new MessageSettings(1, false));
  }

  private static Draft made(Production production) {
    assertThat(production).isInstanceOf(Production.Made.class);
    return ((Production.Made) production).draft();
  }

  private static Production.Refused refused(Production production) {
    assertThat(production).isInstanceOf(Production.Refused.class);
    return (Production.Refused) production;
  }

  private static MessageDelivery delivery(String topic, String payload, Header... headers) {
    return new MessageDelivery(
        "x1",
        "events",
        topic,
        0,
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.of(Bytes.utf8(payload)),
        List.of(headers));
  }

  private static Order order(String operation, String... with) {
    Order plain = Order.next(operation);
    JsonObject members = JsonObject.EMPTY;
    for (int i = 0; i < with.length; i += 2) {
      members = members.with(with[i], new JsonString(with[i + 1]));
    }
    return with.length == 0 ? plain : Wishes.with(plain, members);
  }

  private static Order example(String operation, String name) {
    return new Order(
        operation,
        Optional.empty(),
        Optional.of(name),
        false,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  private static Order payload(String operation, JsonValue payload) {
    return new Order(
        operation,
        Optional.empty(),
        Optional.empty(),
        false,
        Map.of(),
        Optional.empty(),
        Optional.of(payload),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  @Nested
  class Sending {
    private final MessageStandIn standIn = standIn(ORDERS);

    @Test
    void beginsWithTheExamplesThatKeepTheContract() {
      // When
      Draft first = made(standIn.produce(order("confirm")));
      Draft second = made(standIn.produce(order("confirm")));

      // Then
      assertThat(first.origin()).isEqualTo("example tea");
      assertThat(first.topic()).isEqualTo("orders.eu.confirmed");
      assertThat(Headers.first(first.headers(), "correlation")).contains("c-1");
      assertThat(second.origin()).isEqualTo("example milk");
      assertThat(second.topic()).isEqualTo("orders.us.confirmed");
    }

    @Test
    void goesOnWithMadeMessagesThatDiffer() {
      // Given
      standIn.produce(order("confirm"));
      standIn.produce(order("confirm"));

      // When
      Draft third = made(standIn.produce(order("confirm")));
      Draft fourth = made(standIn.produce(order("confirm")));

      // Then
      assertThat(third.origin()).isEqualTo("made");
      assertThat(third.value()).isNotEqualTo(fourth.value());
      assertThat(third.correlation()).isPresent().isNotEqualTo(fourth.correlation());
      assertThat(third.key().orElseThrow().utf8()).matches("o-[0-9]{4}");
      String region =
          ((JsonObject) third.payload().orElseThrow()).member("region").orElseThrow().toString();
      assertThat(third.topic()).isEqualTo("orders." + region.replace("\"", "") + ".confirmed");
    }

    @Test
    void givesTheSameBytesForTheSameSeed() {
      // Given
      MessageStandIn other = standIn(ORDERS);
      List<Draft> drafts = new ArrayList<>();
      List<Draft> again = new ArrayList<>();

      // When
      for (int i = 0; i < 5; i++) {
        drafts.add(made(standIn.produce(order("confirm"))));
        again.add(made(other.produce(order("confirm"))));
      }

      // Then
      assertThat(drafts).isEqualTo(again);
    }

    @Test
    void takesTheExampleThatIsNamed() {
      // When
      Draft draft = made(standIn.produce(example("confirm", "milk")));

      // Then
      assertThat(draft.value().orElseThrow().utf8())
          .isEqualTo("{\"orderId\":\"o-3\",\"total\":\"1.10\",\"region\":\"us\"}");
    }

    @Test
    void laysMembersOverTheMessage() {
      // When
      Draft draft = made(standIn.produce(order("confirm", "orderId", "o-77", "region", "us")));

      // Then
      assertThat(draft.value().orElseThrow().utf8()).contains("\"orderId\":\"o-77\"");
      assertThat(draft.topic()).isEqualTo("orders.us.confirmed");
    }

    @Test
    void tellsWhoseEachMessageIs() {
      // When
      Draft draft = made(standIn.produce(order("confirm")));

      // Then
      assertThat(Headers.first(draft.headers(), "Concordat-Stand-In").orElse(""))
          .startsWith("\"Orders\"; version=\"1.2.0\"; meaning=")
          .endsWith("seed=1; verified=?0");
    }

    @Test
    void leavesOutItsOwnHeaderWhereTheContractForbidsOthers() {
      // Given
      MessageStandIn closed =
          standIn(
              ORDERS.replace(
                  "required: [correlation]",
                  "required: [correlation]\n          additionalProperties: false"));

      // When
      Draft draft = made(closed.produce(order("confirm")));

      // Then
      assertThat(draft.headers()).extracting(Header::name).containsExactly("correlation");
    }
  }

  @Nested
  class Refusing {
    private final MessageStandIn standIn = standIn(ORDERS);

    @Test
    void namesTheSentenceThatForbidsAGivenMessage() {
      // When
      Production.Refused refused = refused(standIn.produce(order("confirm", "total", "20")));

      // Then
      assertThat(refused.breaches())
          .singleElement()
          .satisfies(
              breach -> {
                assertThat(breach.pointer()).isEqualTo("/total");
                assertThat(breach.sentence().shortForm()).isEqualTo("asyncapi.yaml:26");
              });
    }

    @Test
    void refusesTheExampleThatBreaksItsContract() {
      assertThat(refused(standIn.produce(example("confirm", "wrong"))).breaches()).isNotEmpty();
    }

    @Test
    void namesTheExamplesThereAre() {
      assertThat(refused(standIn.produce(example("confirm", "tee"))).reason())
          .isEqualTo("confirm has no example 'tee', but [tea, wrong, milk] Did you mean \"tea\"?");
    }

    @Test
    void doesNotSendWhatTheSystemTakes() {
      assertThat(refused(standIn.produce(order("answerPrice"))).reason())
          .isEqualTo("no operation 'answerPrice' sends messages here; those that do are [confirm]");
    }

    @Test
    void namesChannelsOfOtherProtocols() {
      assertThat(standIn.unserved())
          .containsExactly("beep (asyncapi.yaml:69): its channel is on mqtt, not on Kafka");
    }

    @Test
    void refusesAParameterThatTheContractForbids() {
      // Given
      Order asia =
          new Order(
              "confirm",
              Optional.empty(),
              Optional.empty(),
              false,
              Map.of("region", "asia"),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Map.of(),
              Optional.empty());

      // When
      Production.Refused refused = refused(standIn.produce(asia));

      // Then
      assertThat(refused.reason())
          .startsWith("the contract forbids 'asia' for region (asyncapi.yaml:11)");
    }

    @Test
    void refusesAPayloadOfAnotherType() {
      assertThat(refused(standIn.produce(payload("confirm", new JsonString("tea")))).breaches())
          .isNotEmpty();
    }
  }

  @Nested
  class Taking {
    private final MessageStandIn standIn = standIn(ORDERS);

    @Test
    void answersWhereTheRequestSaysWithItsIdAndItsMembers() {
      // When
      Received received =
          standIn.receive(
              delivery(
                  "prices.ask", "{\"askId\":\"a-9\",\"sku\":\"tea\",\"replyTo\":\"web.prices\"}"));

      // Then
      assertThat(received.verdict()).isEqualTo(Verdict.KEPT);
      Draft reply = made(received.reply().orElseThrow());
      assertThat(reply.topic()).isEqualTo("web.prices");
      assertThat(Headers.first(reply.headers(), "askId")).contains("a-9");
      assertThat(reply.value().orElseThrow().utf8())
          .matches("\\{\"sku\":\"tea\",\"cents\":[0-9]+}");
    }

    @Test
    void refusesWhatTheContractForbidsAndDoesNotAnswerIt() {
      // When
      Received received =
          standIn.receive(delivery("prices.ask", "{\"askId\":\"a-9\",\"sku\":\"t\"}"));

      // Then
      assertThat(received.verdict()).isEqualTo(Verdict.BROKEN);
      assertThat(received.breaches())
          .extracting(breach -> breach.pointer() + " " + breach.sentence().shortForm())
          .containsExactlyInAnyOrder("/replyTo asyncapi.yaml:40", "/sku asyncapi.yaml:43");
      assertThat(received.reply()).isEmpty();
    }

    @Test
    void hearsItsOwnTopicsOnly() {
      assertThat(List.of("prices.ask", "orders.eu.confirmed", "devices/beep", "web.prices"))
          .filteredOn(standIn::hears)
          .containsExactly("prices.ask");
    }
  }

  @Nested
  class OtherSide {
    private final MessageStandIn standIn =
        new MessageStandIn(contract(ORDERS), new MessageSettings(1, true));

    @Test
    void asksAndHearsTheAnswersAtATopicOfItsOwn() {
      // When
      Draft ask = made(standIn.produce(order("answerPrice")));

      // Then
      assertThat(ask.topic()).isEqualTo("prices.ask");
      assertThat(ask.value().orElseThrow().utf8())
          .contains("\"replyTo\":\"concordat-replies-answerPrice\"");
      assertThat(standIn.hears("concordat-replies-answerPrice")).isTrue();
      assertThat(standIn.hears("orders.us.confirmed")).isTrue();
    }

    @Test
    void judgesTheAnswers() {
      // When
      Received answer =
          standIn.receive(
              delivery(
                  "concordat-replies-answerPrice",
                  "{\"sku\":\"tea\",\"cents\":0}",
                  new Header("askId", "a-1")));

      // Then
      assertThat(answer.message()).isEqualTo("PriceTold");
      assertThat(answer.verdict()).isEqualTo(Verdict.BROKEN);
      assertThat(answer.correlation()).contains(new JsonString("a-1"));
    }
  }

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

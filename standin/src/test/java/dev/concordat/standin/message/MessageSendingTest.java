package dev.concordat.standin.message;

import static dev.concordat.standin.message.MessageTexts.ORDERS;
import static dev.concordat.standin.message.MessageTexts.example;
import static dev.concordat.standin.message.MessageTexts.made;
import static dev.concordat.standin.message.MessageTexts.order;
import static dev.concordat.standin.message.MessageTexts.payload;
import static dev.concordat.standin.message.MessageTexts.refused;
import static dev.concordat.standin.message.MessageTexts.standIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MessageSendingTest {
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
          .isEqualTo("confirm has no example 'tee', but [tea, wrong, milk]. Did you mean \"tea\"?");
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
}

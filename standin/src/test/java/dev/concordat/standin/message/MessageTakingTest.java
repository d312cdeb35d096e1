package dev.concordat.standin.message;

import static dev.concordat.standin.message.MessageTexts.ORDERS;
import static dev.concordat.standin.message.MessageTexts.contract;
import static dev.concordat.standin.message.MessageTexts.delivery;
import static dev.concordat.standin.message.MessageTexts.made;
import static dev.concordat.standin.message.MessageTexts.order;
import static dev.concordat.standin.message.MessageTexts.standIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.json.JsonString;
import dev.concordat.standin.message.Received.Verdict;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MessageTakingTest {
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
}

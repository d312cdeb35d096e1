package dev.concordat.engine.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.finding.ResilienceRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.place.Place;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageJudgementTest {
  private static final Profile CARELESS =
      new Profile(
          new LinkName("mails", "kafka"),
          "kafka.orders",
          "orders.place",
          List.of(
              measured(Trait.DUPLICATES, "carried out twice: rows of mails-db.mails"),
              measured(Trait.ORDER, "differs: rows of mails-db.mails state")));

  @Test
  void workDoneTwiceForOneIdIsWrongEverywhere() {
    // When
    List<Wrong> wrongs = MessageJudgement.of(CARELESS, Optional.of("/eventId"), List.of());

    // Then
    assertThat(wrongs)
        .extracting(Wrong::rule)
        .containsExactly(ResilienceRules.MESSAGE_PROCESSED_TWICE);
    assertThat(wrongs.getFirst().message())
        .isEqualTo(
            "a message of kafka.orders came twice with one id (/eventId), and what mails does with"
                + " it was carried out twice: rows of mails-db.mails");
  }

  @Test
  void whereAMessageDoesNotSayWhichItIsNobodyIsBlamed() {
    assertThat(MessageJudgement.of(CARELESS, Optional.empty(), List.of())).isEmpty();
  }

  @Test
  void promisesMakeItWrongWithoutAnIdAndOrderToo() {
    // When
    List<Wrong> wrongs =
        MessageJudgement.of(
            CARELESS,
            Optional.empty(),
            List.of(promise("duplicates", "once"), promise("order", "any")));

    // Then
    assertThat(wrongs)
        .extracting(it -> it.rule().id() + " " + it.pointer())
        .containsExactly(
            "resilience/promise-broken /duplicates", "resilience/promise-broken /order");
    assertThat(wrongs.getLast().message())
        .isEqualTo(
            "mails promises order: any for kafka; measured for kafka.orders: differs: rows of"
                + " mails-db.mails state");
  }

  @Test
  void whatIsToldAlreadyIsNoBrokenPromiseBesides() {
    assertThat(
            MessageJudgement.of(
                CARELESS, Optional.of("/eventId"), List.of(promise("duplicates", "once"))))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "|{'eventId': 'a', 'orderId': 'b'}|, /eventId",
        "|{'meta': {'message_id': 7}, 'order': {}}|, /meta/message_id",
        "|{'specversion': '1.0', 'id': 'a'}|, /id",
        "|{'id': 'a', 'orderId': 'b'}|, none",
        "|[1, 2]|, none",
        "plain, none"
      })
  void anIdOfTheMessageIsNotThatOfWhatItIsAbout(String value, String place) {
    assertThat(MessageIdentity.in(message(value.replace('\'', '"'), List.of())).orElse("none"))
        .isEqualTo(place);
  }

  @Test
  void aHeaderMayCarryTheId() {
    assertThat(MessageIdentity.in(message("{}", List.of(new Header("ce_id", "a")))))
        .contains("header ce_id");
  }

  private static MessageDelivery message(String value, List<Header> headers) {
    return new MessageDelivery(
        "1",
        "kafka",
        "orders",
        0,
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        Optional.of(Bytes.utf8("key")),
        Optional.of(Bytes.utf8(value)),
        headers);
  }

  private static Measurement measured(Trait trait, String word) {
    return new Measurement(trait, new Reading.Word(word), "1 message", Sureness.SURE);
  }

  private static Promise promise(String key, String value) {
    return new Promise(key, value, new Sentence(Place.of("concordat.yaml"), key + ": " + value));
  }
}

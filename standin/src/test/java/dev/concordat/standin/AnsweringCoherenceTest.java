package dev.concordat.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.value.Typed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds of every stand-in whose contract has things that are created, read, listed, changed and removed.
class AnsweringCoherenceTest {
  @ParameterizedTest
  @EnumSource
  void whatAMemberRefersToExists(Subject subject) {
    // Given
    var talk = new Talk(subject);
    var first = talk.items(talk.get(subject.collection)).getFirst();

    // When
    var answer =
        talk.get(
            subject.owners
                + "/"
                + Typed.text(first.member(subject.owner).orElseThrow()).orElseThrow());

    // Then
    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void whatAPostedMemberRefersToExists(Subject subject) {
    // Given
    var talk = new Talk(subject);
    talk.created();

    // When
    var answer = talk.get(subject.owners + "/" + subject.ownerId.replace("\"", ""));

    // Then
    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void aPageHoldsAsManyAsAskedFor(Subject subject) {
    // Given
    var talk = new Talk(subject);
    talk.created();

    // When
    var page = talk.get(subject.collection + subject.one);

    // Then
    assertThat(talk.items(page)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void pagesNeitherLoseNorRepeat(Subject subject) {
    // Given
    var talk = new Talk(subject);
    talk.created();

    // When
    var first = talk.items(talk.get(subject.collection + subject.one));
    var second = talk.items(talk.get(subject.collection + subject.next));

    // Then
    List<JsonObject> both = new ArrayList<>(first);
    both.addAll(second);
    assertThat(both).isEqualTo(talk.items(talk.get(subject.collection)).subList(0, 2));
  }

  @ParameterizedTest
  @EnumSource
  void aFilterLeavesWhatMatches(Subject subject) {
    // Given
    var talk = new Talk(subject);
    talk.created();
    var other = talk.post(subject.collection, subject.secondBody());

    // When
    var list = talk.get(subject.collection + subject.filter);

    // Then
    assertThat(ids(talk, list)).contains(talk.member(other, subject.id));
    assertThat(talk.items(list))
        .allMatch(item -> item.member(subject.text).equals(talk.thing(other).member(subject.text)));
  }

  @ParameterizedTest
  @EnumSource
  void aListIsSortedAsAskedFor(Subject subject) {
    // Given
    var talk = new Talk(subject);
    talk.created();
    talk.post(subject.collection, subject.secondBody());

    // When
    var up = talk.items(talk.get(subject.collection + subject.up));
    var down = talk.items(talk.get(subject.collection + subject.down));

    // Then
    assertThat(up).isSortedAccordingTo(Comparator.comparing(item -> number(item, subject)));
    assertThat(down)
        .isSortedAccordingTo(
            Comparator.comparing((JsonObject item) -> number(item, subject)).reversed());
  }

  @ParameterizedTest
  @EnumSource
  void readingChangesNothing(Subject subject) {
    // Given
    var talk = new Talk(subject);
    String path = talk.created();

    // When
    String once = talk.get(path).body().utf8() + talk.get(subject.collection).body().utf8();

    // Then
    assertThat(talk.get(path).body().utf8() + talk.get(subject.collection).body().utf8())
        .isEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedRequestChangesNothing(Subject subject) {
    // Given
    var talk = new Talk(subject);
    String before = talk.get(subject.collection).body().utf8();

    // When
    var answer = talk.post(subject.collection, subject.brokenBody());

    // Then
    assertThat(answer.status()).isEqualTo(subject.refusedBody);
    assertThat(talk.get(subject.collection).body().utf8()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalNamesTheSentenceAndTheNearestValue(Subject subject) {
    // Given
    var talk = new Talk(subject);

    // When
    var answer = talk.post(subject.collection, subject.brokenBody());

    // Then
    assertThat(answer.body().utf8())
        .contains(subject.brokenPlace, "nearest valid value: " + subject.nearest);
    assertThat(answer.header("Concordat-Refusal").orElseThrow()).contains(subject.brokenPlace);
  }

  @ParameterizedTest
  @EnumSource
  void aTagTellsWhetherAThingChanged(Subject subject) {
    // Given
    var talk = new Talk(subject);
    String path = talk.created();
    String tag = talk.get(path).header("ETag").orElseThrow();

    // When
    var same = talk.get(path, new Header("If-None-Match", tag));

    // Then
    assertThat(same.status()).isEqualTo(304);
    talk.patch(path, subject.patch);
    assertThat(talk.get(path, new Header("If-None-Match", tag)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsServedWithoutCredentials(Subject subject) {
    // Given
    var talk = new Talk(subject);

    // When
    var answer = talk.sendAs("GET", subject.collection, List.of(), "");

    // Then
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void aMethodThatIsNotThereIsRefusedWithThoseThatAre(Subject subject) {
    // Given
    var talk = new Talk(subject);

    // When
    var answer = talk.delete(subject.collection);

    // Then
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow").orElseThrow()).isEqualTo("GET, HEAD, OPTIONS, POST");
  }

  @ParameterizedTest
  @EnumSource
  void everyAnswerSaysForWhichContractItSpeaks(Subject subject) {
    // Given
    var talk = new Talk(subject);

    // When
    var answer = talk.get(subject.collection);

    // Then
    assertThat(answer.header("Concordat-Stand-In").orElseThrow())
        .startsWith('"' + subject.contract().title() + "\"; version=\"")
        .endsWith("verified=?0");
  }

  private static List<JsonValue> ids(Talk talk, HttpResponseMessage list) {
    return talk.items(list).stream()
        .flatMap(item -> item.member(talk.idMember()).stream())
        .toList();
  }

  private static BigDecimal number(JsonObject item, Subject subject) {
    return item.member(subject.number).orElse(null) instanceof JsonNumber number
        ? number.decimal()
        : BigDecimal.valueOf(Long.MAX_VALUE);
  }
}

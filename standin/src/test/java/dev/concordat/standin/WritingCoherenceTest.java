package dev.concordat.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.value.Typed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds of every stand-in whose contract has things that are created, read, listed, changed and removed.
class WritingCoherenceTest {
  @ParameterizedTest
  @EnumSource
  void whatWasPostedIsEchoed(Subject subject) {
    // Given
    var talk = new Talk(subject);

    // When
    var answer = talk.post(subject.collection, subject.firstBody());

    // Then
    assertThat(answer.status()).isEqualTo(201);
    assertThat(talk.thing(answer).members()).containsAllEntriesOf(sent(subject).members());
  }

  @ParameterizedTest
  @EnumSource
  void whatWasPostedIsReadAgain(Subject subject) {
    // Given
    var talk = new Talk(subject);
    String path = talk.created();

    // When
    var answer = talk.get(path);

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(talk.thing(answer).members()).containsAllEntriesOf(sent(subject).members());
  }

  @ParameterizedTest
  @EnumSource
  void decimalsKeepTheirDigits(Subject subject) {
    // Given
    var talk = new Talk(subject);
    var creation =
        talk.post(
            subject.collection,
            subject
                .firstBody()
                .replace("\"" + subject.number + "\":2", "\"" + subject.number + "\":2.0"));

    // When
    var answer = talk.get(talk.path(creation));

    // Then
    assertThat(talk.member(answer, subject.number))
        .isEqualTo(talk.member(creation, subject.number));
    assertThat(answer.body().utf8()).containsAnyOf("10.10", "2.0");
  }

  @ParameterizedTest
  @EnumSource
  void theLocationLeadsToWhatWasCreated(Subject subject) {
    // Given
    var talk = new Talk(subject);
    var creation = talk.post(subject.collection, subject.firstBody());

    // When
    String location = creation.header("Location").orElseThrow();

    // Then
    assertThat(location).endsWith(talk.path(creation));
  }

  @ParameterizedTest
  @EnumSource
  void theIdOfThePathIsTheIdOfTheBody(Subject subject) {
    // Given
    var talk = new Talk(subject);
    String path = talk.created();

    // When
    var answer = talk.get(path);

    // Then
    assertThat(path).endsWith("/" + Typed.text(talk.member(answer, subject.id)).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void aListHoldsWhatWasCreated(Subject subject) {
    // Given
    var talk = new Talk(subject);
    var creation = talk.post(subject.collection, subject.firstBody());

    // When
    var list = talk.get(subject.collection);

    // Then
    assertThat(ids(talk, list)).contains(talk.member(creation, subject.id));
  }

  @ParameterizedTest
  @EnumSource
  void whatAListShowsCanBeRead(Subject subject) {
    // Given
    var talk = new Talk(subject);
    var list = talk.get(subject.collection);

    // When
    var first = talk.items(list).getFirst();

    // Then
    var answer =
        talk.get(
            subject.collection
                + "/"
                + Typed.text(first.member(subject.id).orElseThrow()).orElseThrow());
    assertThat(talk.thing(answer)).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void twoThingsHaveTwoIds(Subject subject) {
    // Given
    var talk = new Talk(subject);
    String one = talk.created();

    // When
    String other = talk.created();

    // Then
    assertThat(one).isNotEqualTo(other);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasDeletedIsGone(Subject subject) {
    // Given
    var talk = new Talk(subject);
    String path = talk.created();

    // When
    var answer = talk.delete(path);

    // Then
    assertThat(answer.status()).isEqualTo(204);
    assertThat(talk.get(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasDeletedIsNotListed(Subject subject) {
    // Given
    var talk = new Talk(subject);
    var creation = talk.post(subject.collection, subject.firstBody());
    talk.delete(talk.path(creation));

    // When
    var list = talk.get(subject.collection);

    // Then
    assertThat(ids(talk, list)).doesNotContain(talk.member(creation, subject.id));
  }

  @ParameterizedTest
  @EnumSource
  void whatWasDeletedCannotBeDeletedAgain(Subject subject) {
    // Given
    var talk = new Talk(subject);
    String path = talk.created();
    talk.delete(path);

    // When
    var answer = talk.delete(path);

    // Then
    assertThat(answer.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource
  void anIdIsNotGivenTwice(Subject subject) {
    // Given
    var talk = new Talk(subject);
    String path = talk.created();
    talk.delete(path);

    // When
    String other = talk.created();

    // Then
    assertThat(other).isNotEqualTo(path);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasReplacedIsReadAgain(Subject subject) {
    // Given
    var talk = new Talk(subject);
    String path = talk.created();

    // When
    var answer = talk.put(path, subject.secondBody());

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(talk.thing(talk.get(path))).isEqualTo(talk.thing(answer));
    assertThat(talk.member(answer, subject.number))
        .isNotEqualTo(sent(subject).member(subject.number).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void aReplacedThingKeepsItsIdAndItsAge(Subject subject) {
    // Given
    var talk = new Talk(subject);
    var creation = talk.post(subject.collection, subject.firstBody());

    // When
    var answer = talk.put(talk.path(creation), subject.secondBody());

    // Then
    assertThat(talk.member(answer, subject.id)).isEqualTo(talk.member(creation, subject.id));
    assertThat(talk.member(answer, subject.created))
        .isEqualTo(talk.member(creation, subject.created));
  }

  @ParameterizedTest
  @EnumSource
  void replacingTwiceIsReplacingOnce(Subject subject) {
    // Given
    var talk = new Talk(subject);
    String path = talk.created();
    var once = talk.put(path, subject.secondBody());

    // When
    var twice = talk.put(path, subject.secondBody());

    // Then
    assertThat(talk.thing(twice).without(subject.updated))
        .isEqualTo(talk.thing(once).without(subject.updated));
  }

  @ParameterizedTest
  @EnumSource
  void aPatchChangesWhatItNames(Subject subject) {
    // Given
    var talk = new Talk(subject);
    String path = talk.created();

    // When
    var answer = talk.patch(path, subject.patch);

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(talk.member(talk.get(path), subject.text))
        .isEqualTo(new JsonString(subject.newText));
  }

  @ParameterizedTest
  @EnumSource
  void aPatchLeavesTheRest(Subject subject) {
    // Given
    var talk = new Talk(subject);
    String path = talk.created();

    // When
    talk.patch(path, subject.patch);

    // Then
    assertThat(talk.thing(talk.get(path)).without(subject.text).without(subject.updated).members())
        .containsAllEntriesOf(sent(subject).without(subject.text).members());
  }

  @ParameterizedTest
  @EnumSource
  void aPatchOfWhatWasThereAtTheStartLeavesTheRest(Subject subject) {
    // Given
    var talk = new Talk(subject);
    var first = talk.items(talk.get(subject.collection)).getFirst();
    String path =
        subject.collection + "/" + Typed.text(first.member(subject.id).orElseThrow()).orElseThrow();

    // When
    var answer = talk.patch(path, subject.patch);

    // Then
    assertThat(talk.thing(answer).without(subject.text).without(subject.updated))
        .isEqualTo(first.without(subject.text).without(subject.updated));
  }

  @ParameterizedTest
  @EnumSource
  void aChangeMovesTheTimeOfTheChangeOnly(Subject subject) {
    // Given
    var talk = new Talk(subject);
    var creation = talk.post(subject.collection, subject.firstBody());

    // When
    var answer = talk.patch(talk.path(creation), subject.patch);

    // Then
    assertThat(talk.member(answer, subject.created))
        .isEqualTo(talk.member(creation, subject.created));
    assertThat(talk.member(answer, subject.updated))
        .isNotEqualTo(talk.member(creation, subject.updated));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsMissingCannotBeChanged(Subject subject) {
    // Given
    var talk = new Talk(subject);
    String path = talk.created();
    talk.delete(path);

    // When
    var answer = talk.patch(path, subject.patch);

    // Then
    assertThat(answer.status()).isEqualTo(404);
    assertThat(talk.put(path, subject.secondBody()).status()).isEqualTo(404);
  }

  private static JsonObject sent(Subject subject) {
    return subject.thing(JsonParser.parse(subject.firstBody()).value().orElseThrow());
  }

  private static List<JsonValue> ids(Talk talk, HttpResponseMessage list) {
    return talk.items(list).stream()
        .flatMap(item -> item.member(talk.idMember()).stream())
        .toList();
  }
}

package dev.concordat.standin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeededTest {
  @ParameterizedTest
  @EnumSource
  void theSameCallsGiveTheSameBytes(Subject subject) {
    // Given
    String once = everything(subject, 1);

    // When
    String again = everything(subject, 1);

    // Then
    assertThat(again).isEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource
  void anotherSeedGivesOtherValues(Subject subject) {
    // Given
    String once = everything(subject, 1);

    // When
    String other = everything(subject, 2);

    // Then
    assertThat(other).isNotEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource
  void noAnswerOfAWholeLifeBreaksTheContract(Subject subject) {
    // Given
    long seed = 3;

    // When
    String all = everything(subject, seed);

    // Then
    assertThat(all).doesNotContain("Concordat-Breaks");
  }

  private static String everything(Subject subject, long seed) {
    var talk = new Talk(subject, new StandInSettings(seed, 2));
    talk.get(subject.collection);
    talk.get(subject.owners);
    String path = talk.created();
    talk.get(path);
    talk.patch(path, subject.patch);
    talk.put(path, subject.secondBody());
    talk.post(subject.collection, subject.brokenBody());
    talk.get(subject.collection + subject.one);
    talk.get(subject.collection + subject.next);
    talk.get(subject.collection + subject.filter);
    talk.get(subject.collection + subject.down);
    talk.delete(path);
    talk.get(path);
    talk.get(subject.owners + "/" + subject.ownerId.replace("\"", ""));
    return talk.log();
  }
}

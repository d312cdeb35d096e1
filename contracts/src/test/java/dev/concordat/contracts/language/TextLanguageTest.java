package dev.concordat.contracts.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TextLanguageTest {
  private static final int MANY = 24;

  @Test
  void givesTheShortestTextsFirstAndReadableCharactersBeforeOthers() throws Undecided {
    assertThat(TextLanguage.matching("^(a|bc)*$").examples(0, OptionalLong.empty(), 6))
        .containsExactly("", "a", "aa", "bc", "aaa", "abc");
  }

  @Test
  void givesNoTextBeyondTheBoundsOfLength() throws Undecided {
    assertThat(TextLanguage.matching("^(a|bc)*$").examples(2, OptionalLong.of(2), MANY))
        .containsExactly("aa", "bc");
  }

  @Test
  void givesAllTextsOfAFiniteLanguageAndThenEnds() throws Undecided {
    assertThat(TextLanguage.matching("^[ab]{1,2}$").examples(0, OptionalLong.empty(), MANY))
        .containsExactly("a", "b", "aa", "ab", "ba", "bb");
  }

  @Test
  void findsTheFirstTextOfALongPatternWithoutTheOthers() throws Undecided {
    Iterator<String> texts =
        TextLanguage.matching("^[0-9a-f]{40}(?:[0-9a-f]{24})?$")
            .texts(41, OptionalLong.empty(), MANY);

    assertThat(texts.next()).isEqualTo("a".repeat(64));
  }

  @Test
  void hasNoTextWhereTheShortestIsLongerThanTheLongest() throws Undecided {
    assertThat(TextLanguage.all().texts(3, OptionalLong.of(2), MANY)).isExhausted();
  }

  @Test
  void saysThatTextsAreTooLongToLookForBeforeItLooks() {
    assertThatThrownBy(() -> TextLanguage.all().texts(1_000_000_000, OptionalLong.empty(), MANY))
        .isInstanceOf(Undecided.class)
        .hasMessageContaining("too long to look for");
  }
}

package dev.concordat.contracts.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainTextsTest {
  private static final long SEED = Long.getLong("seed", 20261130);
  private static final int QUESTIONS = Integer.getInteger("questions", 400);
  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          "[a-f0-9]",
          "[^a]",
          ".",
          "\\d",
          "\\w",
          "-",
          "[A-Z_]",
          "\\.",
          "/",
          "\u00eb",
          "[\\s!]",
          "[^\\w]");
  private static final List<String> COUNTS = List.of("", "", "", "+", "*", "?", "{2}", "{1,2}");

  private final Random random = new Random(SEED);

  @Test
  void writesTheTextThatAPatternAsksFor() throws Undecided {
    assertThat(first("^sha256:[a-f0-9]{64}$", 0)).contains("sha256:" + "a".repeat(64));
    assertThat(first("^refs/(heads|tags|pull)/.*$", 0)).contains("refs/pull/");
    assertThat(first("^https://", 12)).contains("https://aaaa");
    assertThat(first("\\d{4}-\\d\\d", 0)).contains("0000-00");
  }

  private static Optional<String> first(String pattern, long min) throws Undecided {
    return PlainTexts.of(List.of(pattern), List.of(), List.of()).first(min, OptionalLong.empty());
  }

  @Test
  void findsThatNoTextMatchesOnePatternAndNotAWiderOne() throws Undecided {
    PlainTexts texts =
        PlainTexts.of(List.of("^[0-9a-f]{40}$"), List.of("^[0-9a-fA-F]+$"), List.of());

    assertThat(texts.first(0, OptionalLong.empty())).isEmpty();
  }

  @Test
  void findsAShortestTextThatAWiderPatternHasAndANarrowerOneHasNot() throws Undecided {
    PlainTexts texts = PlainTexts.of(List.of("^[0-9a-f]+$"), List.of("^[0-9a-f]{1,3}$"), List.of());

    assertThat(texts.first(0, OptionalLong.empty())).contains("aaaa");
  }

  @Test
  void leavesOutTextsThatAreNamed() throws Undecided {
    PlainTexts texts = PlainTexts.of(List.of("^[ab]{2}$"), List.of(), List.of("aa", "ab"));

    assertThat(texts.first(0, OptionalLong.empty())).contains("ba");
    assertThat(texts.contains("ab")).isFalse();
    assertThat(texts.contains("bb")).isTrue();
  }

  @Test
  void leavesToAutomataWhatIsNotPlain() {
    for (String pattern :
        List.of("a^b", "^a|b$", "(?=a)", "(a)\\1", "[a-z]{900}[a-z]{900}[a-z]{900}")) {
      assertThatThrownBy(() -> first(pattern, 0)).as(pattern).isInstanceOf(Undecided.class);
    }
    assertThatThrownBy(() -> first("^\u00eb$", 0)).isInstanceOf(Undecided.class);
    assertThatThrownBy(() -> first("a", 5_000)).isInstanceOf(Undecided.class);
  }

  @Test
  void saysWhatAutomataSayOfAnyPatterns() throws Undecided {
    int answered = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      List<String> matched = patterns(2);
      List<String> unmatched = patterns(2);
      List<String> excluded = random.nextBoolean() ? List.of() : List.of("", "a", "aa", "-0");
      long min = random.nextInt(4);
      OptionalLong max =
          random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(min + random.nextInt(4));
      String asked =
          matched + " not " + unmatched + excluded + " " + min + " " + max + ", seed " + SEED;
      TextLanguage language;
      try {
        language = language(matched, unmatched, excluded);
      } catch (Undecided e) {
        continue;
      }
      PlainTexts texts = PlainTexts.of(matched, unmatched, excluded);
      List<String> examples = language.examples(min, max, 1);
      try {
        assertThat(texts.first(min, max)).as(asked).isEqualTo(examples.stream().findFirst());
        answered++;
      } catch (Undecided e) {
        // The text has characters that cannot be read, or it is too much.
      }
      for (String text : language.not().examples(0, OptionalLong.empty(), 3)) {
        assertThat(texts.contains(text)).as(asked + text).isFalse();
      }
      for (String text : language.examples(0, OptionalLong.empty(), 3)) {
        assertThat(texts.contains(text)).as(asked + text).isTrue();
      }
    }
    assertThat(answered).isGreaterThan(QUESTIONS / 2);
  }

  private static TextLanguage language(
      List<String> matched, List<String> unmatched, List<String> excluded) throws Undecided {
    TextLanguage all = TextLanguage.of(excluded).not();
    for (String each : matched) {
      all = all.and(TextLanguage.matching(each));
    }
    for (String each : unmatched) {
      all = all.and(TextLanguage.matching(each).not());
    }
    return all;
  }

  private List<String> patterns(int most) {
    var patterns = new ArrayList<String>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      String start = random.nextInt(4) > 0 ? "^" : "";
      patterns.add(start + "(" + terms(1) + ")" + (random.nextInt(4) > 0 ? "$" : ""));
    }
    return patterns;
  }

  private String terms(int depth) {
    var text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      if (depth > 0 && random.nextInt(5) == 0) {
        text.append("(?:")
            .append(terms(depth - 1))
            .append('|')
            .append(terms(depth - 1))
            .append(')');
      } else {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      text.append(COUNTS.get(random.nextInt(COUNTS.size())));
    }
    return text.toString();
  }
}

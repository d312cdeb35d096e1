package dev.concordat.contracts.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Terms that contain one another at random, against the plainest way to tell which are equal.
class RandomTermsTest {
  private static final int TERMS = 14;
  private static final int SYSTEMS = 60;

  /// @param kind 0 a sequence, 1 a bag, 2 choices
  /// @param inner the numbers of the terms that it holds
  private record Written(int kind, int word, List<Integer> inner) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void haveOneDigestIfAndOnlyIfTheyAreEqual(long seed) {
    var random = new Random(seed);
    for (int system = 0; system < SYSTEMS; system++) {
      // Given
      List<Written> written = system(random);
      int[] equal = equalTerms(written);
      // When
      List<String> digests =
          IntStream.range(0, TERMS).mapToObj(i -> Meaning.digest(term(written, i))).toList();
      // Then
      for (int a = 0; a < TERMS; a++) {
        for (int b = 0; b < a; b++) {
          assertThat(digests.get(a).equals(digests.get(b)))
              .as("seed %d, system %d, terms %d and %d", seed, system, a, b)
              .isEqualTo(equal[a] == equal[b]);
        }
      }
    }
  }

  private static List<Written> system(Random random) {
    var all = new ArrayList<Written>();
    for (int i = 0; i < TERMS; i++) {
      List<Integer> inner = random.ints(random.nextInt(4), 0, TERMS).boxed().toList();
      all.add(new Written(random.nextInt(3), random.nextInt(8) / 7, inner));
    }
    return all;
  }

  private static Term term(List<Written> all, int number) {
    return new Term.Knot(
        number,
        () -> {
          Written written = all.get(number);
          List<Term> inner = written.inner().stream().map(i -> term(all, i)).toList();
          Term holding =
              switch (written.kind()) {
                case 0 -> new Term.Sequence(inner);
                case 1 -> new Term.Bag(inner);
                default -> new Term.Choices(inner);
              };
          return TermMembers.of("term")
              .put("word", Term.number(written.word()))
              .put("holding", holding)
              .term();
        });
  }

  /// Numbers of classes, refined once for every term there is.
  private static int[] equalTerms(List<Written> all) {
    int[] classes = new int[TERMS];
    for (int round = 0; round < TERMS; round++) {
      var known = new ArrayList<String>();
      int[] next = new int[TERMS];
      for (int i = 0; i < TERMS; i++) {
        Written written = all.get(i);
        List<Integer> inner = new ArrayList<>();
        for (int each : written.inner()) {
          inner.add(classes[each]);
        }
        if (written.kind() == 1) {
          inner.sort(null);
        }
        String shape =
            written.kind()
                + " "
                + written.word()
                + (written.kind() == 2 ? new TreeSet<>(inner).toString() : inner.toString());
        if (!known.contains(shape)) {
          known.add(shape);
        }
        next[i] = known.indexOf(shape);
      }
      classes = next;
    }
    return classes;
  }
}

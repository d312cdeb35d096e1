package dev.concordat.cases.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoveringArrayTest {
  @ParameterizedTest
  @CsvSource({"1, 4, 4", "2, 3, 9", "8, 5, 50", "20, 4, 42", "40, 6, 110", "60, 2, 14"})
  void everyTwoLevelsMeetInFewRows(int count, int levels, int mostRows) {
    // Given
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      axes.add(Axis.of(levels));
    }

    // When
    List<int[]> rows = CoveringArray.of(axes);

    // Then
    assertThat(missing(axes, rows)).isEmpty();
    assertThat(rows).hasSizeLessThanOrEqualTo(mostRows);
  }

  @Test
  void theFirstRowIsThePlainest() {
    // When
    List<int[]> rows = CoveringArray.of(List.of(Axis.of(3), new Axis(2, 0, Set.of(0))));

    // Then
    assertThat(rows.getFirst()).containsOnly(0);
  }

  @Test
  void whatHangsOnAnotherLevelIsNotThere() {
    // Given
    List<Axis> axes = List.of(Axis.of(3), new Axis(2, 0, Set.of(1)), Axis.of(2));

    // When
    List<int[]> rows = CoveringArray.of(axes);

    // Then
    assertThat(rows)
        .allSatisfy(row -> assertThat(row[1] == CoveringArray.NOT_THERE).isEqualTo(row[0] != 1));
    assertThat(missing(axes, rows)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyPairThatCanMeetMeetsInRandomTrees(long seed) {
    // Given
    var random = new Random(seed);
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      boolean hangs = i > 0 && random.nextInt(3) > 0;
      int parent = hangs ? random.nextInt(i) : Axis.NONE;
      Set<Integer> when = hangs ? Set.of(random.nextInt(axes.get(parent).levels())) : Set.of();
      axes.add(new Axis(1 + random.nextInt(4), parent, when));
    }

    // When
    List<int[]> rows = CoveringArray.of(axes);

    // Then
    assertThat(missing(axes, rows)).as("seed %d", seed).isEmpty();
    assertThat(rows).allSatisfy(row -> assertThat(isWhole(axes, row)).isTrue());
  }

  @Test
  void noAxesGiveOneRow() {
    assertThat(CoveringArray.of(List.of())).hasSize(1);
  }

  private static boolean isWhole(List<Axis> axes, int[] row) {
    for (int i = 0; i < row.length; i++) {
      Axis axis = axes.get(i);
      boolean isThere = axis.parent() == Axis.NONE || axis.when().contains(row[axis.parent()]);
      if (isThere ? row[i] < 0 || row[i] >= axis.levels() : row[i] != CoveringArray.NOT_THERE) {
        return false;
      }
    }
    return true;
  }

  /// The pairs that could meet, found by going up both chains of parents, and do not.
  private static Set<String> missing(List<Axis> axes, List<int[]> rows) {
    Set<String> missing = new HashSet<>();
    for (int a = 0; a < axes.size(); a++) {
      for (int b = 0; b < a; b++) {
        for (int x = 0; x < axes.get(a).levels(); x++) {
          for (int y = 0; y < axes.get(b).levels(); y++) {
            if (canMeet(axes, a, x, b, y) && !meets(rows, a, x, b, y)) {
              missing.add(a + "=" + x + " with " + b + "=" + y);
            }
          }
        }
      }
    }
    return missing;
  }

  private static boolean meets(List<int[]> rows, int a, int x, int b, int y) {
    return rows.stream().anyMatch(row -> row[a] == x && row[b] == y);
  }

  private static boolean canMeet(List<Axis> axes, int a, int x, int b, int y) {
    int[] needed = new int[axes.size()];
    Arrays.fill(needed, -1);
    return needs(axes, needed, a, x) && needs(axes, needed, b, y);
  }

  private static boolean needs(List<Axis> axes, int[] needed, int axis, int level) {
    if (needed[axis] >= 0) {
      return needed[axis] == level;
    }
    needed[axis] = level;
    Axis it = axes.get(axis);
    return it.parent() == Axis.NONE
        || needs(axes, needed, it.parent(), it.when().iterator().next());
  }
}

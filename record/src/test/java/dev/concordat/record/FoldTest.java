package dev.concordat.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.tree.YamlText;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.record.learning.Learning;
import dev.concordat.record.memory.RecordingMemory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Learning is a fold whose order and grouping do not matter. A failure names its seed.
final class FoldTest {
  private static final int CALLS = 80;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOrderOfSamplesDoesNotMatter(long seed) {
    // Given
    List<HttpExchange> exchanges = new RandomTraffic(seed).make(CALLS).exchanges();
    List<HttpExchange> shuffled = new ArrayList<>(exchanges);
    Collections.shuffle(shuffled, new Random(seed));
    // When
    String text = text(withoutEdges(Traffic.learned(shuffled)));
    // Then
    assertThat(text).isEqualTo(text(withoutEdges(Traffic.learned(exchanges))));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void theGroupingOfSamplesDoesNotMatter(long seed) {
    // Given
    List<HttpExchange> exchanges = new RandomTraffic(seed).make(CALLS).exchanges();
    Random random = new Random(seed);
    int first = 1 + random.nextInt(CALLS / 2);
    int second = first + random.nextInt(CALLS / 2);
    Learning one = Traffic.learned(exchanges.subList(0, first));
    Learning two = Traffic.learned(exchanges.subList(first, second));
    Learning three = Traffic.learned(exchanges.subList(second, CALLS));
    // When
    Learning grouped = three.merge(one).merge(two);
    // Then
    assertThat(grouped.merge(Learning.EMPTY)).isEqualTo(grouped);
    assertThat(one.merge(two.merge(three))).isEqualTo(one.merge(two).merge(three));
    assertThat(text(withoutEdges(grouped)))
        .isEqualTo(text(withoutEdges(Traffic.learned(exchanges))));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32})
  void everySampleKeepsTheLearnedContract(long seed) {
    // Given
    Traffic traffic = new RandomTraffic(seed).make(CALLS);
    // When
    List<String> breaches = Traffic.breaches(traffic.document(), traffic.exchanges());
    // Then
    assertThat(breaches).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44})
  void whatIsReadFromTheMemoryIsWhatWasWritten(long seed) {
    // Given
    Learning learning = new RandomTraffic(seed).make(CALLS).learned();
    // When
    var read =
        RecordingMemory.read(RecordingMemory.write(learning).getBytes(StandardCharsets.UTF_8));
    // Then
    assertThat(read).contains(learning);
  }

  private static String text(Learning learning) {
    return YamlText.of(Traffic.document(learning));
  }

  /// Which answer a value came from depends on what was answered before: that alone follows the order.
  private static Learning withoutEdges(Learning learning) {
    return new Learning(
        learning.operations(), Learning.EMPTY.edges(), learning.unlearned(), learning.crowded());
  }
}

package dev.concordat.engine.fidelity;

import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Which value each field of few values has in which request, so that no two fields change alike.
final class Schedule {
  private static final int SHORT = 4;
  private static final int LONG = 6;

  private Schedule() {}

  /// One entry for each request.
  static List<Map<String, JsonValue>> of(Map<String, Vocabulary> fields) {
    long pairs = fields.values().stream().filter(Vocabulary::isPair).count();
    int length = pairs <= patterns(SHORT).size() ? SHORT : LONG;
    List<Integer> patterns = patterns(length);
    int least = pairs == 0 ? 0 : length;
    int rounds = fields.values().stream().mapToInt(Vocabulary::rounds).reduce(least, Math::max);
    List<Map<String, JsonValue>> schedule = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Map<String, JsonValue> values = new LinkedHashMap<>();
      int pair = 0;
      int other = 0;
      for (Map.Entry<String, Vocabulary> field : fields.entrySet()) {
        List<JsonValue> words = field.getValue().first();
        if (!field.getValue().isPair()) {
          values.put(field.getKey(), words.get((round + other++) % words.size()));
        } else if (pair < patterns.size()) {
          values.put(field.getKey(), words.get(patterns.get(pair++) >> (round % length) & 1));
        }
      }
      schedule.add(values);
    }
    return schedule;
  }

  /// Sequences of zeros and ones, as many of each, that begin with a zero: no two of them are alike or each other's opposite.
  private static List<Integer> patterns(int length) {
    return IntStream.range(0, 1 << length)
        .filter(it -> Integer.bitCount(it) == length / 2 && (it & 1) == 0)
        .boxed()
        .toList();
  }
}

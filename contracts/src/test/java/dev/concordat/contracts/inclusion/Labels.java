package dev.concordat.contracts.inclusion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The pairs of the corpora whose label we do not share, each with our answer and the reason.
final class Labels {
  private final Map<String, String> disputed = new LinkedHashMap<>();
  private final Set<String> met = new LinkedHashSet<>();

  private Labels() {}

  static Labels read() {
    try (InputStream file = Labels.class.getResourceAsStream("/inclusion/labels.txt")) {
      var labels = new Labels();
      String text =
          new String(
              Optional.ofNullable(file).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
      text.lines().filter(line -> !line.startsWith("#")).forEach(labels::add);
      return labels;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    List<String> cells = List.of(line.split(" \\| ", 3));
    if (cells.size() < 3 || cells.get(2).isBlank()) {
      throw new IllegalArgumentException("a row is `pair | answer | why`: " + line);
    }
    disputed.put(cells.get(0), cells.get(1));
  }

  /// Whether the table gives this answer to the pair, against its label.
  boolean dispute(String pair, String answer) {
    boolean isDisputed = answer.equals(disputed.get(pair));
    if (isDisputed) {
      met.add(pair);
    }
    return isDisputed;
  }

  int disputes() {
    return met.size();
  }

  /// The rows about such pairs that were of no use.
  List<String> unmet(String start) {
    return disputed.keySet().stream()
        .filter(pair -> pair.startsWith(start) && !met.contains(pair))
        .toList();
  }
}

package dev.concordat.contracts.inclusion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pairs of the corpora whose label we do not share, each with our answer and the reason.
final class Labels {
  private final Map<String, String> reasons = new HashMap<>();

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
    reasons.put(cells.get(0) + " | " + cells.get(1), cells.get(2));
  }

  /// Why this answer is right, against the label of the pair.
  Optional<String> reason(String pair, String answer) {
    return Optional.ofNullable(reasons.get(pair + " | " + answer));
  }
}

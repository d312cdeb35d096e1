package dev.concordat.compare.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.metamorphic.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every edit of which the truth is known, at every place of one description: what breaks is found, with a message that
/// shows it, and nothing else is called a break.
class MutationTest {
  private static final long SEED = 11;

  @TempDir Path folder;

  @Test
  void findsWhatBreaksAndNothingElse() throws IOException {
    // Given
    Path library =
        Path.of(System.getProperty("concordat.root", ".."))
            .resolve("compare/src/test/resources/descriptions/library.yaml");
    var pairs = new Pairs(Workshop.value(library).orElseThrow());
    var workshop = new Workshop(folder);
    var complaints = new ArrayList<String>();

    // When
    List<Pair> all = pairs.every(new Random(SEED)).toList();
    for (Pair pair : all) {
      Asked.complaint(pair, workshop).ifPresent(complaints::add);
    }

    // Then
    assertThat(all).hasSizeGreaterThan(500);
    assertThat(complaints).isEmpty();
  }
}

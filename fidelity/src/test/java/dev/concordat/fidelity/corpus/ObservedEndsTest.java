package dev.concordat.fidelity.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.fidelity.change.Change;
import dev.concordat.fidelity.recording.Hop;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The whole corpus on the wire: what real links see at both ends of a real gateway tells what it did.
final class ObservedEndsTest {
  @Test
  void whatEveryGatewayDoesIsSeenFromBothEnds() throws IOException, InterruptedException {
    List<Passage> passages = CorpusTest.passages();
    try (var ends = new Ends(passages.getFirst())) {
      for (Passage passage : passages) {
        // When
        Ends.Views views = ends.send(passage);

        // Then
        Hop hop = Hop.of(views.near(), views.far());
        List<Change> damage =
            Stream.concat(hop.request().stream(), hop.response().stream())
                .filter(change -> !change.isHarmless())
                .toList();
        assertThat(damage)
            .as("%s: %s", passage.name(), hop)
            .extracting(Change::alteration)
            .isEqualTo(passage.expected().map(List::<Alteration>of).orElse(List.of()));
        assertThat(damage).allSatisfy(change -> assertThat(change.at()).isEqualTo(passage.at()));
      }
    }
  }
}

package dev.concordat.fidelity.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.fidelity.change.Change;
import dev.concordat.fidelity.http.HttpComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every corruption is told, as what it is and where it is, and nothing else; nothing is told of what keeps the meaning.
final class CorpusTest {
  static List<Passage> passages() {
    return Stream.of(
            ValuePassages.NUMBERS,
            ValuePassages.TIMES,
            ValuePassages.TEXTS,
            ValuePassages.HARMLESS,
            ShapePassages.SHAPES,
            ShapePassages.HARMLESS,
            HttpPassages.REQUESTS,
            HttpPassages.RESPONSES,
            HttpPassages.HARMLESS)
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("passages")
  void whatTheGatewayDidIsToldAndNothingElse(Passage passage) {
    // When
    var changes = new ArrayList<Change>();
    changes.addAll(
        HttpComparison.requests(passage.request(), passage.there().apply(passage.request())));
    changes.addAll(
        HttpComparison.responses(passage.response(), passage.back().apply(passage.response())));

    // Then
    List<Change> damage = changes.stream().filter(change -> !change.isHarmless()).toList();
    assertThat(damage)
        .as("%s: %s", passage.name(), changes)
        .extracting(Change::alteration)
        .isEqualTo(passage.expected().map(List::of).orElse(List.of()));
    assertThat(damage).allSatisfy(change -> assertThat(change.at()).isEqualTo(passage.at()));
  }

  @Test
  void thereAreEnoughOfBothKinds() {
    long harmful = passages().stream().filter(passage -> passage.expected().isPresent()).count();
    assertThat(harmful).isGreaterThanOrEqualTo(60);
    assertThat(passages().size() - harmful).isGreaterThanOrEqualTo(10);
  }

  @Test
  void everyKindOfDamageToOneMessageHasAPassage() {
    assertThat(passages().stream().flatMap(passage -> passage.expected().stream()).distinct())
        .containsAll(
            Stream.of(Alteration.values())
                .filter(what -> what.rule().isPresent())
                .filter(
                    what -> what != Alteration.MESSAGE_LOST && what != Alteration.MESSAGE_REPEATED)
                .toList());
  }
}

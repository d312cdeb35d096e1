package dev.concordat.compare.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Policies POLICIES = Policies.defaults(LocalDate.of(2026, 1, 1));

  private static Contract avro(String fields) {
    String text =
        "{\"type\": \"record\", \"name\": \"Order\", \"fields\": [{\"name\": \"id\", \"type\":"
            + " \"string\"}"
            + fields
            + "]}";
    return new ContractReader(Path.of("."))
        .read(
            new DocumentReader(Path.of("."))
                .parse("order.avsc", text.getBytes(StandardCharsets.UTF_8)));
  }

  /// A field that comes with a default, goes, and comes back without one: each step reads the one before but the last.
  private static History history() {
    return new History(
        List.of(
            avro(""),
            avro(", {\"name\": \"qty\", \"type\": \"int\", \"default\": 1}"),
            avro(", {\"name\": \"qty\", \"type\": \"int\"}")));
  }

  private static List<String> shown(List<VersionPair> pairs) {
    return pairs.stream()
        .map(pair -> pair.older() + " to " + pair.newer() + (pair.holds() ? " holds" : " breaks"))
        .toList();
  }

  @Test
  void theNewestIsHeldAgainstItsPredecessor() {
    // Given, When
    List<VersionPair> pairs = history().newest(CompatibilityLevel.BACKWARD, POLICIES);

    // Then
    assertThat(shown(pairs)).containsExactly("1 to 2 holds");
  }

  @Test
  void theNewestIsHeldAgainstAllThatWereKept() {
    // Given, When
    List<VersionPair> pairs = history().newest(CompatibilityLevel.BACKWARD_TRANSITIVE, POLICIES);

    // Then
    assertThat(shown(pairs)).containsExactly("1 to 2 holds", "0 to 2 breaks");
  }

  @Test
  void theWholeHistoryIsHeldAgainstItself() {
    // Given, When, Then
    assertThat(shown(history().all(CompatibilityLevel.BACKWARD_TRANSITIVE, POLICIES)))
        .containsExactly("0 to 1 holds", "1 to 2 holds", "0 to 2 breaks");
    assertThat(shown(history().all(CompatibilityLevel.FORWARD, POLICIES)))
        .containsExactly("0 to 1 holds", "1 to 2 holds");
    assertThat(shown(history().all(CompatibilityLevel.FULL_TRANSITIVE, POLICIES)))
        .containsExactly("0 to 1 holds", "1 to 2 holds", "0 to 2 breaks");
  }

  @Test
  void aFirstVersionHasNothingToBeHeldAgainst() {
    // Given
    var history = new History(List.of(avro("")));

    // When, Then
    assertThat(history.newest(CompatibilityLevel.FULL, POLICIES)).isEmpty();
  }

  @Test
  void versionsOfDifferentKindsDoNotHold() {
    // Given
    Contract schema =
        new ContractReader(Path.of("."))
            .read(
                new DocumentReader(Path.of("."))
                    .parse(
                        "order.json",
                        "{\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}}"
                            .getBytes(StandardCharsets.UTF_8)));
    var history = new History(List.of(avro(""), schema));

    // When
    List<VersionPair> pairs = history.newest(CompatibilityLevel.BACKWARD, POLICIES);

    // Then
    assertThat(shown(pairs)).containsExactly("0 to 1 breaks");
    assertThat(pairs.getFirst().comparison()).isEmpty();
  }

  @Test
  void levelsHaveTheNamesOfRegistries() {
    assertThat(CompatibilityLevel.named("full-transitive"))
        .contains(CompatibilityLevel.FULL_TRANSITIVE);
    assertThat(CompatibilityLevel.named("none")).isEmpty();
  }
}

package dev.concordat.compare.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Pairs of schemas made from a seed (`-Dseed=…`, `-Dpairs=…`): what is said of them must hold.
class MadePairsTest {
  private static final long SEED = Long.getLong("seed", 20_261_128L);
  private static final int PAIRS = Integer.getInteger("pairs", 60);

  private final MadeSchemas made = new MadeSchemas(new Random(SEED));
  private final List<String> wrong = new ArrayList<>();

  @Test
  void everyWitnessIsTakenBySendersAndRefusedByReceiversForAThirdValidatorToo() {
    // Given
    int broken = 0;

    // When
    for (int i = 0; i < PAIRS; i++) {
      JsonObject before = made.schema();
      JsonObject after = before;
      for (int edits = 1 + i % 3; edits > 0; edits--) {
        after = made.edited(after);
      }
      for (Way way : List.of(Way.NEW_READS_OLD, Way.OLD_READS_NEW)) {
        broken += check(before, after, way);
      }
    }

    // Then
    assertThat(wrong).as("seed " + SEED).isEmpty();
    assertThat(broken).isGreaterThan(PAIRS / 2);
  }

  @Test
  void otherWordsForTheSameAreNoDifference() {
    // When
    for (int i = 0; i < PAIRS; i++) {
      JsonObject before = made.schema();
      JsonObject after = made.reworded(before);
      for (Way way : Way.values()) {
        List<String> differences = Given.differences(way, before.toString(), after.toString());
        if (!differences.isEmpty()) {
          wrong.add("%s %s -> %s: %s".formatted(way, before, after, differences));
        }
      }
    }

    // Then
    assertThat(wrong).as("seed " + SEED).isEmpty();
  }

  /// Where the sender has no value nothing can be shown, and that is said; everything else is decided.
  private static boolean isNothingToSend(Edit edit) {
    return edit.keyword().equals(Edit.NOTHING);
  }

  private int check(JsonObject before, JsonObject after, Way way) {
    Schema one = Given.schema(Dialect.OPENAPI_3_1, "before.json", before.toString());
    Schema other = Given.schema(Dialect.OPENAPI_3_1, "after.json", after.toString());
    SchemaComparison comparison = Given.comparison();
    List<SchemaDifference> differences = comparison.compare(one, other, way);
    Verdict whole =
        comparison.verdict(way.sender(one, other), way.receiver(one, other), way.direction());
    long breaks =
        differences.stream().filter(each -> each.verdict() instanceof Verdict.Breaks).count();
    String about = "%s %s -> %s: ".formatted(way, before, after);
    if (whole instanceof Verdict.Unknown(String reason, var ignored)) {
      wrong.add(about + "unknown " + reason);
    } else if (breaks > 0 != whole instanceof Verdict.Breaks) {
      wrong.add(about + whole + " but " + differences.stream().map(Given::line).toList());
    }
    var sender = new ThirdVoter(way.sender(before, after));
    var receiver = new ThirdVoter(way.receiver(before, after));
    for (SchemaDifference difference : differences) {
      if (difference.verdict() instanceof Verdict.Breaks breaking) {
        if (!sender.accepts(breaking.witness()) || receiver.accepts(breaking.witness())) {
          wrong.add(about + "the third validator does not agree to " + breaking.witness());
        }
        if (breaking.voters().size() < 2) {
          wrong.add(about + "only " + breaking.voters());
        }
      } else if (difference.verdict() instanceof Verdict.Unknown(String reason, var ignored)
          && difference.edits().stream().noneMatch(MadePairsTest::isNothingToSend)) {
        wrong.add(about + Given.line(difference) + reason);
      }
    }
    return (int) breaks;
  }
}

package dev.concordat.contracts.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaMaker;
import dev.concordat.contracts.schema.ValueMaker;
import dev.concordat.contracts.schema.Voters;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Generated pairs of schemas: what is proved holds for all values that can be found, what is broken is broken for three
/// validators.
@Tag("soak")
class SoundnessTest {
  private static final long SEED = Long.getLong("seed", 20_261_123);
  private static final int PAIRS = Integer.getInteger("pairs", 2_000);
  private static final int VALUES = 200;
  private static final List<Dialect> DIALECTS =
      List.of(Dialect.DRAFT_7, Dialect.DRAFT_2019_09, Dialect.DRAFT_2020_12, Dialect.OPENAPI_3_1);

  /// Parts of a schema without which it allows more, whatever stands beside them.
  private static final Set<String> RESTRICTIONS =
      Set.of(
          "type",
          "enum",
          "const",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties",
          "required",
          "not",
          "dependentRequired");

  private final List<String> wrong = new ArrayList<>();
  private final List<String> undecided = new ArrayList<>();
  private int proved;
  private int broken;
  private int unlike;

  @Test
  void noAnswerIsWrong() {
    System.out.println("soundness seed " + SEED + ", again with -Dseed=" + SEED);
    for (int round = 0; round < PAIRS; round++) {
      var random = new Random(SEED + round);
      Dialect dialect = DIALECTS.get(round % DIALECTS.size());
      JsonObject a = new SchemaMaker(random, dialect).make();
      JsonObject b =
          random.nextBoolean() ? new SchemaMaker(random, dialect).make() : less(a, random);
      judge(dialect, a, b, random);
      judge(dialect, b, a, random);
    }

    System.out.printf(
        "soundness: %d proved, %d broken, %d undecided; %d witnesses that a peer reads otherwise%n",
        proved, broken, undecided.size(), unlike);
    assertThat(wrong).isEmpty();
  }

  private void judge(Dialect dialect, JsonObject a, JsonObject b, Random random) {
    Schema sender = Given.withFormatsAsNotes(dialect, a.toString());
    Schema receiver = Given.withFormatsAsNotes(dialect, b.toString());
    switch (new Inclusions(Effort.defaults())
        .check(sender, Reading.LITERAL, receiver, Direction.NONE)) {
      case Inclusion.Proved() -> {
        proved++;
        sample(sender, receiver, a, b, random);
      }
      case Inclusion.Breaks(JsonValue witness) -> {
        broken++;
        vote(dialect, a, witness, true);
        vote(dialect, b, witness, false);
      }
      case Inclusion.Unknown(String reason, List<String> ignored) -> undecided.add(reason);
    }
  }

  private void sample(Schema sender, Schema receiver, JsonObject a, JsonObject b, Random random) {
    var maker = new ValueMaker(random);
    for (int i = 0; i < VALUES; i++) {
      JsonObject root = i % 2 == 0 ? a : b;
      JsonValue value = maker.near(root, root, 0);
      if (sender.accepts(value) && !receiver.accepts(value)) {
        wrong.add("proved " + a + " in " + b + " but " + value);
        return;
      }
    }
  }

  private void vote(Dialect dialect, JsonObject schema, JsonValue witness, boolean isValid) {
    Voters.Votes votes = new Voters(dialect, schema.toString(), Map.of()).ask(witness);
    if (votes.ours() != isValid || votes.networknt().orElse(isValid) != isValid) {
      wrong.add((isValid ? "refused by " : "accepted by ") + schema + ": " + witness + votes);
    } else if (votes.harrel().orElse(isValid) != isValid) {
      // It compares 1.5 and 1.50 by their digits: see KnownDisagreement.
      unlike++;
    }
  }

  /// The schema without one of its restrictions.
  static JsonObject less(JsonObject schema, Random random) {
    List<String> names = schema.members().keySet().stream().filter(RESTRICTIONS::contains).toList();
    return names.isEmpty() ? schema : schema.without(names.get(random.nextInt(names.size())));
  }
}

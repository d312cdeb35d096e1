package dev.concordat.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Ours against networknt and dev.harrel on generated schemas and values of all dialects. A disagreement is shrunk; it must
/// then be one of {@link KnownDisagreement}, each of which says who is right.
@Tag("soak")
class DifferentialTest {
  private static final long SEED = Long.getLong("seed", 20_261_122);
  private static final int PAIRS = Integer.getInteger("pairs", 100_000);
  private static final int VALUES = 10;
  private static final int MAX_SHOWN = 40;
  private static final List<Dialect> DIALECTS =
      List.of(
          Dialect.DRAFT_4,
          Dialect.DRAFT_6,
          Dialect.DRAFT_7,
          Dialect.DRAFT_2019_09,
          Dialect.DRAFT_2020_12,
          Dialect.OPENAPI_3_0,
          Dialect.OPENAPI_3_1);

  private final Map<String, Integer> known = new TreeMap<>();
  private final List<String> unknown = new ArrayList<>();
  private int pairs;
  private int valid;
  private int silent;

  @Test
  void agreesWithTheOthersOnGeneratedPairs() {
    System.out.println("differential seed " + SEED + ", again with -Dseed=" + SEED);
    for (int round = 0; pairs < PAIRS && unknown.size() < MAX_SHOWN; round++) {
      compare(DIALECTS.get(round % DIALECTS.size()), new Random(SEED + round));
    }

    System.out.printf(
        "differential: %,d pairs, %,d valid, %,d votes missing, known disagreements %s%n",
        pairs, valid, silent, known);
    assertThat(unknown).isEmpty();
  }

  private void compare(Dialect dialect, Random random) {
    JsonObject schema = new SchemaMaker(random, dialect).make();
    var voters = new Voters(dialect, schema.toString(), Map.of());
    var maker = new ValueMaker(random);
    for (int i = 0; i < VALUES; i++) {
      JsonValue value = maker.near(schema, schema, 0);
      Voters.Votes votes = voters.ask(value);
      pairs++;
      valid += votes.ours() ? 1 : 0;
      silent += (votes.networknt().isEmpty() ? 1 : 0) + (votes.harrel().isEmpty() ? 1 : 0);
      if (!votes.agree()) {
        judge(dialect, schema, value, votes);
      }
    }
  }

  private void judge(Dialect dialect, JsonObject schema, JsonValue value, Voters.Votes votes) {
    for (String peer : List.of("networknt", "dev.harrel")) {
      if (votes.of(peer) != votes.ours()) {
        Shrinking.Pair least =
            Shrinking.smallest(
                new Shrinking.Pair(schema, value),
                (lessSchema, lessValue) ->
                    differs(dialect, peer, votes.ours(), lessSchema, lessValue));
        note(dialect, peer, votes.ours(), least);
      }
    }
  }

  private static boolean differs(
      Dialect dialect, String peer, boolean ours, JsonValue schema, JsonValue value) {
    if (!areSchemas(schema)) {
      return false;
    }
    var loaded = new Voters(dialect, schema.toString(), Map.of());
    Voters.Votes votes = loaded.ask(value);
    return votes.ours() == ours && votes.of(peer) != ours && loaded.problems().isEmpty();
  }

  /// Shrinking must not leave something else where a definition stood: a peer then fails, which says nothing.
  private static boolean areSchemas(JsonValue schema) {
    return !(schema instanceof JsonObject object)
        || Stream.of("$defs", "definitions")
            .flatMap(home -> object.member(home).stream())
            .allMatch(
                home ->
                    home instanceof JsonObject(Map<String, JsonValue> named)
                        && named.values().stream()
                            .allMatch(
                                each -> each instanceof JsonObject || each instanceof JsonBoolean));
  }

  private void note(Dialect dialect, String peer, boolean ours, Shrinking.Pair least) {
    for (KnownDisagreement each : KnownDisagreement.values()) {
      if (each.peer().equals(peer) && each.covers(dialect, ours, least)) {
        known.merge(peer + " " + each, 1, Integer::sum);
        return;
      }
    }
    unknown.add(
        dialect
            + ": ours says "
            + (ours ? "valid" : "invalid")
            + ", "
            + peer
            + " not: "
            + least.schema()
            + " with "
            + least.value());
  }
}

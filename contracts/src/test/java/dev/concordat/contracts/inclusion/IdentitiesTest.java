package dev.concordat.contracts.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.SchemaMaker;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What holds of all schemas must be proved of generated ones.
@Tag("soak")
class IdentitiesTest {
  private static final long SEED = Long.getLong("seed", 20_261_124);
  private static final int CASES = Integer.getInteger("cases", 2_000);

  /// Generated schemas have patterns with look-ahead, which no automaton knows.
  private static final double MOST_UNKNOWN = 0.01;

  private static final List<Dialect> DIALECTS =
      List.of(Dialect.DRAFT_7, Dialect.DRAFT_2020_12, Dialect.OPENAPI_3_1);

  private record Pair(JsonObject sender, JsonObject receiver) {}

  @Test
  void everySchemaIsInItsCopy() {
    proves("copy", a -> true, (a, random) -> new Pair(a, a));
  }

  @Test
  void everySchemaIsInAnAlternativeOfIt() {
    proves(
        "anyOf",
        a -> true,
        (a, random) -> new Pair(resource("a", a), joined("anyOf", a, other(random))));
  }

  @Test
  void aSchemaAndAnotherAreInIt() {
    proves("allOf", a -> true, (a, random) -> new Pair(joined("allOf", a, other(random)), a));
  }

  @Test
  void everySchemaIsInItselfWithoutARestriction() {
    // Where it refers to itself, and under a `not`, what is less at the top is more further in.
    proves(
        "less",
        a -> !a.toString().contains("\"#\""),
        (a, random) -> new Pair(a, SoundnessTest.less(a, random)));
  }

  @Test
  void aReferenceToASchemaIsTheSchema() {
    proves("reference to", a -> true, (a, random) -> new Pair(a, reference(a)));
    proves("reference from", a -> true, (a, random) -> new Pair(reference(a), a));
  }

  @Test
  void aSchemaInAnAllOfOfItsOwnIsTheSchema() {
    for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
      proves(keyword + " around", a -> true, (a, random) -> new Pair(a, joined(keyword, a)));
      proves(keyword + " inside", a -> true, (a, random) -> new Pair(joined(keyword, a), a));
    }
  }

  private static void proves(
      String name, Predicate<JsonObject> isMeant, BiFunction<JsonObject, Random, Pair> pairs) {
    System.out.println(name + " seed " + SEED + ", again with -Dseed=" + SEED);
    var broken = new ArrayList<String>();
    int unknown = 0;
    int asked = 0;
    for (int round = 0; asked < CASES; round++) {
      var random = new Random(SEED + round);
      Dialect dialect = DIALECTS.get(round % DIALECTS.size());
      JsonObject a = new SchemaMaker(random, dialect).make();
      if (!isMeant.test(a)) {
        continue;
      }
      asked++;
      Pair pair = pairs.apply(a, random);
      Inclusion answer =
          new Inclusions(Effort.defaults())
              .check(
                  Given.schema(dialect, pair.sender.toString()),
                  Reading.LITERAL,
                  Given.schema(dialect, pair.receiver.toString()),
                  Direction.NONE);
      if (answer instanceof Inclusion.Breaks) {
        broken.add(Given.answer(answer) + ": " + pair.sender + " in " + pair.receiver);
      }
      unknown += answer instanceof Inclusion.Unknown ? 1 : 0;
    }
    System.out.printf("%s: %d asked, %d undecided%n", name, asked, unknown);
    assertThat(broken).as(name).isEmpty();
    assertThat(unknown).as(name).isLessThanOrEqualTo((int) (MOST_UNKNOWN * asked));
  }

  private static JsonObject other(Random random) {
    return new SchemaMaker(random, Dialect.DRAFT_7).make();
  }

  /// With a name of its own, so that its references mean the same wherever it stands.
  private static JsonObject resource(String name, JsonObject schema) {
    return schema.with("$id", new JsonString("https://example.com/" + name));
  }

  private static JsonObject joined(String keyword, JsonObject... schemas) {
    var parts = new ArrayList<JsonValue>();
    for (int i = 0; i < schemas.length; i++) {
      parts.add(resource("part" + i, schemas[i]));
    }
    return JsonObject.EMPTY.with(keyword, new JsonArray(parts));
  }

  private static JsonObject reference(JsonObject schema) {
    return JsonObject.EMPTY
        .with("$ref", new JsonString("#/definitions/whole"))
        .with("definitions", JsonObject.EMPTY.with("whole", resource("whole", schema)));
  }
}

package dev.concordat.engine.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.flowmap.ValueHop;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What two small services make of members that are left out, of null, and of lists of none and of one.
class AbsenceFidelityTest {
  private static final UnaryOperator<JsonObject> HONEST = UnaryOperator.identity();

  @TempDir Path folder;

  @Test
  void namesWhoFillsInAValueThatNobodySent() throws Exception {
    // Given
    UnaryOperator<JsonObject> fillsIn = body -> orElse(body, "nickname", new JsonString("none"));

    // When
    Followed followed = follow(fillsIn, HONEST);

    // Then
    assertThat(told(followed))
        .containsExactly("orders INVENTED payments.create request /nickname \"none\"");
    assertThat(followed.damages().getFirst().sent()).isEqualTo("nothing");
  }

  @Test
  void aDefaultThatTheContractStatesIsNoDamage() throws Exception {
    // Given
    UnaryOperator<JsonObject> fillsIn = body -> orElse(body, "currency", new JsonString("EUR"));

    // When
    Followed followed = follow(fillsIn, HONEST);

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.map().hops())
        .filteredOn(hop -> hop.to().text().equals("payments.create request /currency"))
        .flatExtracting(ValueHop::notes)
        .contains("something for what was left out");
  }

  @Test
  void anotherDefaultThanTheContractStatesIsOne() throws Exception {
    // Given
    UnaryOperator<JsonObject> fillsIn = body -> orElse(body, "currency", new JsonString("USD"));

    // When
    Followed followed = follow(fillsIn, HONEST);

    // Then
    assertThat(told(followed))
        .containsExactly("orders INVENTED payments.create request /currency \"USD\"");
  }

  @Test
  void whatIsMadeAnewEachTimeIsNoDefault() throws Exception {
    // Given
    UnaryOperator<JsonObject> computes =
        body -> orElse(body, "nickname", new JsonString(UUID.randomUUID().toString()));

    // When
    Followed followed = follow(computes, HONEST);

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.notes()).noneMatch(note -> note.startsWith("flaky"));
  }

  @Test
  void aDefaultThatASystemOnlyAnswersWithMisleadsNobody() throws Exception {
    // Given
    UnaryOperator<JsonObject> answers = body -> orElse(body, "nickname", new JsonString("none"));

    // When
    Followed followed = follow(HONEST, answers);

    // Then
    assertThat(told(followed)).isEmpty();
  }

  @Test
  void nullForAbsentAndAbsentForNullAreNoDamage() throws Exception {
    // Given
    UnaryOperator<JsonObject> nulls = body -> orElse(body, "nickname", JsonNull.NULL);
    UnaryOperator<JsonObject> leavesOut =
        body ->
            body.member("discount").filter(JsonNull.NULL::equals).isPresent()
                ? body.without("discount")
                : body;

    // When
    Followed followed = follow(nulls, leavesOut);

    // Then
    assertThat(followed.damages()).isEmpty();
  }

  @Test
  void namesWhoMakesZeroOfNull() throws Exception {
    // Given
    UnaryOperator<JsonObject> zeroes =
        body ->
            body.member("discount").filter(JsonNull.NULL::equals).isPresent()
                ? body.with("discount", new JsonNumber("0"))
                : body;

    // When
    Followed followed = follow(HONEST, zeroes);

    // Then
    assertThat(told(followed))
        .containsExactly("payments INVENTED payments.create answer /discount 0");
  }

  @Test
  void namesWhoMakesNullOfAnEmptyText() throws Exception {
    // Given
    UnaryOperator<JsonObject> nulls =
        body -> changed(body, "nickname", new JsonString(""), JsonNull.NULL);

    // When
    Followed followed = follow(nulls, HONEST);

    // Then
    assertThat(told(followed))
        .containsExactly("orders ABSENCE_CHANGED payments.create request /nickname nothing");
  }

  @Test
  void namesWhoMakesNullOfAnEmptyList() throws Exception {
    // Given
    UnaryOperator<JsonObject> nulls =
        body -> changed(body, "tags", new JsonArray(List.of()), JsonNull.NULL);

    // When
    Followed followed = follow(nulls, HONEST);

    // Then
    assertThat(told(followed))
        .containsExactly("orders ABSENCE_CHANGED payments.create request /tags nothing");
  }

  @Test
  void namesWhoLeavesOutAnEmptyList() throws Exception {
    // Given
    UnaryOperator<JsonObject> leavesOut =
        body ->
            body.member("tags").filter(new JsonArray(List.of())::equals).isPresent()
                ? body.without("tags")
                : body;

    // When
    Followed followed = follow(leavesOut, HONEST);

    // Then
    assertThat(told(followed))
        .containsExactly("orders ABSENCE_CHANGED payments.create request /tags nothing");
  }

  private Followed follow(UnaryOperator<JsonObject> asOrders, UnaryOperator<JsonObject> asPayments)
      throws Exception {
    return SmallWorld.follow(
        folder,
        """
        {"account":4000123,"note":"by the door","nickname":"Mia","discount":1.25,
         "currency":"CHFCHF","tags":["fragile","cold"]}
        """,
        asOrders,
        asPayments,
        List.of());
  }

  private static List<String> told(Followed followed) {
    return followed.damages().stream()
        .map(it -> it.system() + " " + it.alteration() + " " + it.to().text() + " " + it.received())
        .toList();
  }

  private static JsonObject orElse(JsonObject body, String name, JsonValue value) {
    return body.has(name) ? body : body.with(name, value);
  }

  private static JsonObject changed(
      JsonObject body, String name, JsonValue before, JsonValue after) {
    return body.member(name).filter(before::equals).isPresent() ? body.with(name, after) : body;
  }
}

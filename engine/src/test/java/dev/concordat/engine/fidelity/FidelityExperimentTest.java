package dev.concordat.engine.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.flowmap.ValueHop;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Values followed through two small services that speak HTTP over real links.
class FidelityExperimentTest {
  private static final UnaryOperator<JsonObject> HONEST = UnaryOperator.identity();

  @TempDir Path folder;

  @Test
  void namesTheSecondHopThatRoundsANumber() throws Exception {
    // Given
    UnaryOperator<JsonObject> throughDouble =
        body -> changed(body, "account", FidelityExperimentTest::asDouble);

    // When
    Followed followed = follow(HONEST, throughDouble, List.of());

    // Then
    assertThat(followed.damages()).hasSize(1);
    Damage damage = followed.damages().getFirst();
    assertThat(damage.system()).isEqualTo("payments");
    assertThat(damage.alteration()).isEqualTo(Alteration.ROUNDED);
    assertThat(damage.from().text()).isEqualTo("payments.create request /account");
    assertThat(damage.to().text()).isEqualTo("payments.create answer /account");
    assertThat(damage.sent()).isEqualTo("9007199254740993");
    assertThat(damage.received()).isEqualTo("9007199254740992");
  }

  @Test
  void namesTheFirstHopWhereWhatItBreaksGoesOnAndComesBack() throws Exception {
    // Given
    UnaryOperator<JsonObject> trims =
        body ->
            changed(
                body,
                "note",
                it -> it instanceof JsonString(String text) ? new JsonString(text.strip()) : it);

    // When
    Followed followed = follow(trims, HONEST, List.of());

    // Then
    assertThat(followed.damages())
        .extracting(it -> it.system() + " " + it.alteration() + " " + it.to().text())
        .containsExactly("orders TRIMMED payments.create request /note");
  }

  @Test
  void findsNothingWhereAllIsKeptAndDrawsTheWay() throws Exception {
    // When
    Followed followed = follow(HONEST, HONEST, List.of());

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.map().hops())
        .filteredOn(hop -> hop.from().at().equals("/account"))
        .extracting(hop -> hop.from().text() + " → " + hop.to().text() + " by " + hop.system())
        .containsExactly(
            "orders.create request /account → payments.create request /account by orders",
            "payments.create answer /account → orders.create answer /account by orders",
            "payments.create request /account → payments.create answer /account by payments");
    assertThat(followed.map().hops()).extracting(ValueHop::state).containsOnly(ValueHop.State.KEPT);
  }

  @Test
  void whatIsWrittenOtherwiseAndMeansTheSameIsNoDamage() throws Exception {
    // Given
    UnaryOperator<JsonObject> otherwise =
        body ->
            changed(
                body,
                "at",
                it ->
                    it instanceof JsonString(String text)
                        ? new JsonString(OffsetDateTime.parse(text).toInstant().toString())
                        : it);

    // When
    Followed followed = follow(HONEST, otherwise, List.of());

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.map().hops())
        .filteredOn(hop -> hop.to().text().equals("payments.create answer /at"))
        .flatExtracting(ValueHop::notes)
        .contains(Alteration.INSTANT_REWRITTEN.words());
  }

  @Test
  void aNumberWithoutTheZerosAtItsEndIsTheSameNumber() throws Exception {
    // Given
    UnaryOperator<JsonObject> withoutZeros =
        body -> changed(body, "amount", FidelityExperimentTest::withoutZeros);

    // When
    Followed followed = follow(HONEST, withoutZeros, List.of());

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.map().hops())
        .filteredOn(hop -> hop.to().text().equals("payments.create answer /amount"))
        .flatExtracting(ValueHop::notes)
        .contains(Alteration.RESCALED.words());
  }

  @Test
  void valuesThatAreMadeAnewAreNoWays() throws Exception {
    // Given
    UnaryOperator<JsonObject> masks =
        body -> changed(body, "note", it -> new JsonString("***" + it.toString().length()));

    // When
    Followed followed = follow(masks, HONEST, List.of());

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.map().hops()).extracting(hop -> hop.from().at()).doesNotContain("/note");
  }

  @Test
  void whatATeamHasAcceptedIsNoDamage() throws Exception {
    // Given
    UnaryOperator<JsonObject> throughDouble =
        body -> changed(body, "account", FidelityExperimentTest::asDouble);
    var acceptance =
        new Acceptance("payments.create /account", "rounded", "team-payments", "ids are short");

    // When
    Followed followed = follow(HONEST, throughDouble, List.of(acceptance));

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.map().hops())
        .filteredOn(hop -> hop.to().text().equals("payments.create answer /account"))
        .extracting(ValueHop::state)
        .containsExactly(ValueHop.State.ACCEPTED);
  }

  private Followed follow(
      UnaryOperator<JsonObject> asOrders,
      UnaryOperator<JsonObject> asPayments,
      List<Acceptance> accepted)
      throws Exception {
    return SmallWorld.follow(
        folder,
        """
        {"account":4000123,"amount":12.50,"note":"by the door","kind":"A",
         "at":"2027-03-28T09:30:00+02:00"}
        """,
        asOrders,
        asPayments,
        accepted);
  }

  private static JsonObject changed(JsonObject body, String name, UnaryOperator<JsonValue> change) {
    return body.member(name).map(value -> body.with(name, change.apply(value))).orElse(body);
  }

  private static JsonValue asDouble(JsonValue value) {
    return value instanceof JsonNumber number
        ? JsonNumber.of(BigDecimal.valueOf((long) number.decimal().doubleValue()))
        : value;
  }

  private static JsonValue withoutZeros(JsonValue value) {
    return value instanceof JsonNumber number
        ? JsonNumber.of(number.decimal().stripTrailingZeros())
        : value;
  }
}

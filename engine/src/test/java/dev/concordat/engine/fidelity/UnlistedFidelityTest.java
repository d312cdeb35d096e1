package dev.concordat.engine.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What two small services make of members that no contract names.
class UnlistedFidelityTest {
  private static final UnaryOperator<JsonObject> HONEST = UnaryOperator.identity();
  private static final Set<String> NAMED = Set.of("account", "note");

  @TempDir Path folder;

  @Test
  void whoPassesMessagesOnAsAWholeShowsItInTheMap() throws Exception {
    // When
    Followed followed = follow(HONEST);

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.map().hops())
        .extracting(hop -> hop.from().text() + " → " + hop.to().text())
        .contains(
            "orders.create request /unlistedText → payments.create request /unlistedText",
            "orders.create request /unlistedNumber → payments.create request /unlistedNumber");
  }

  @Test
  void namesWhoRoundsANumberThatItDoesNotKnow() throws Exception {
    // Given
    UnaryOperator<JsonObject> rounds =
        body ->
            changed(
                body,
                value ->
                    value instanceof JsonNumber number
                        ? JsonNumber.of(BigDecimal.valueOf((long) number.decimal().doubleValue()))
                        : value);

    // When
    Followed followed = follow(rounds);

    // Then
    assertThat(told(followed))
        .containsExactly("orders ROUNDED payments.create request /unlistedNumber");
  }

  @Test
  void namesWhoTrimsATextThatItDoesNotKnow() throws Exception {
    // Given
    UnaryOperator<JsonObject> trims =
        body ->
            changed(
                body,
                value ->
                    value instanceof JsonString(String text)
                        ? new JsonString(text.strip())
                        : value);

    // When
    Followed followed = follow(trims);

    // Then
    assertThat(told(followed))
        .containsExactly("orders TRIMMED payments.create request /unlistedText");
  }

  @Test
  void whoDropsThemIsNotToBlame() throws Exception {
    // Given
    UnaryOperator<JsonObject> drops =
        body -> {
          Map<String, JsonValue> named = new LinkedHashMap<>(body.members());
          named.keySet().retainAll(NAMED);
          return new JsonObject(named);
        };

    // When
    Followed followed = follow(drops);

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.notes())
        .contains("orders.create: members that the contract does not name go nowhere");
  }

  /// Members that nobody named, changed.
  private static JsonObject changed(JsonObject body, UnaryOperator<JsonValue> change) {
    Map<String, JsonValue> all = new LinkedHashMap<>(body.members());
    all.replaceAll((name, value) -> NAMED.contains(name) ? value : change.apply(value));
    return new JsonObject(all);
  }

  private Followed follow(UnaryOperator<JsonObject> asOrders) throws Exception {
    return SmallWorld.follow(
        folder, "{\"account\":4000123,\"note\":\"by the door\"}", asOrders, HONEST, List.of());
  }

  private static List<String> told(Followed followed) {
    return followed.damages().stream()
        .map(it -> it.system() + " " + it.alteration() + " " + it.to().text())
        .toList();
  }
}

package dev.concordat.engine.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What two small services make of lists of objects with one item and with none.
class ListFidelityTest {
  private static final UnaryOperator<JsonObject> HONEST = UnaryOperator.identity();

  @TempDir Path folder;

  @Test
  void listsThatStayListsAreRight() throws Exception {
    assertThat(follow(HONEST, HONEST).damages()).isEmpty();
  }

  @Test
  void namesWhoMakesAnObjectOfAListOfOne() throws Exception {
    // Given
    UnaryOperator<JsonObject> unwraps =
        body ->
            lines(body) instanceof JsonArray(var items) && items.size() == 1
                ? body.with("lines", items.getFirst())
                : body;

    // When
    Followed followed = follow(unwraps, HONEST);

    // Then
    assertThat(told(followed)).containsExactly("orders UNWRAPPED payments.create request /lines");
  }

  @Test
  void namesWhoMakesNullOfAListOfNone() throws Exception {
    // Given
    UnaryOperator<JsonObject> nulls =
        body ->
            lines(body) instanceof JsonArray(var items) && items.isEmpty()
                ? body.with("lines", JsonNull.NULL)
                : body;

    // When
    Followed followed = follow(HONEST, nulls);

    // Then
    assertThat(told(followed))
        .containsExactly("payments ABSENCE_CHANGED payments.create answer /lines");
  }

  @Test
  void namesWhoLeavesOutAListOfNone() throws Exception {
    // Given
    UnaryOperator<JsonObject> leavesOut =
        body ->
            lines(body) instanceof JsonArray(var items) && items.isEmpty()
                ? body.without("lines")
                : body;

    // When
    Followed followed = follow(leavesOut, HONEST);

    // Then
    assertThat(told(followed))
        .containsExactly("orders ABSENCE_CHANGED payments.create request /lines");
  }

  private static JsonValue lines(JsonObject body) {
    return body.member("lines").orElse(JsonNull.NULL);
  }

  private Followed follow(UnaryOperator<JsonObject> asOrders, UnaryOperator<JsonObject> asPayments)
      throws Exception {
    return SmallWorld.follow(
        folder,
        """
        {"account":4000123,"note":"by the door",
         "lines":[{"sku":"left shoe"},{"sku":"right shoe"}]}
        """,
        asOrders,
        asPayments,
        List.of());
  }

  private static List<String> told(Followed followed) {
    return followed.damages().stream()
        .map(it -> it.system() + " " + it.alteration() + " " + it.to().text())
        .toList();
  }
}

package dev.concordat.engine.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a service that passes on another one's answer makes of its cookies.
class CookieFidelityTest {
  private static final List<String> TWO =
      List.of(
          "session=topsecret; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly",
          "theme=dark; Path=/");

  @TempDir Path folder;

  @Test
  void namesWhoJoinsTwoCookiesAndTellsNotWhatTheyHold() throws Exception {
    // When
    Followed followed = follow(TWO, cookies -> List.of(String.join(", ", cookies)));

    // Then
    assertThat(followed.damages())
        .extracting(it -> it.system() + " " + it.alteration() + " " + it.to().text())
        .containsExactly("orders HEADER_JOINED orders.create answer header:set-cookie");
    Damage damage = followed.damages().getFirst();
    assertThat(damage.from().text()).isEqualTo("payments.create answer header:set-cookie");
    assertThat(damage.sent()).isEqualTo("2 fields: session=… | theme=…");
    assertThat(damage.received()).isEqualTo("1 field: session=…, theme=…");
  }

  @Test
  void twoThatArriveAsTwoAreRight() throws Exception {
    assertThat(follow(TWO, UnaryOperator.identity()).damages()).isEmpty();
  }

  @Test
  void cookiesThatAServiceKeepsForItselfAreNoDamage() throws Exception {
    assertThat(follow(TWO, cookies -> List.of("own=1; Path=/")).damages()).isEmpty();
  }

  @Test
  void oneCookieWithACommaInItsDateIsOne() throws Exception {
    assertThat(follow(TWO.subList(0, 1), UnaryOperator.identity()).damages()).isEmpty();
  }

  private Followed follow(List<String> cookies, UnaryOperator<List<String>> passingOn)
      throws Exception {
    UnaryOperator<JsonObject> honest = UnaryOperator.identity();
    try (var world = new SmallWorld(folder, honest, honest, cookies, passingOn)) {
      return world.follow("{\"account\":4000123,\"note\":\"by the door\"}", List.of());
    }
  }
}

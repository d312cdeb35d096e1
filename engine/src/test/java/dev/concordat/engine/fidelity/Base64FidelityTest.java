package dev.concordat.engine.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.flowmap.ValueHop;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What two small services make of bytes that the contract has as Base64.
class Base64FidelityTest {
  private static final UnaryOperator<JsonObject> HONEST = UnaryOperator.identity();

  @TempDir Path folder;

  @Test
  void bytesThatArriveAsTheyWereSentAreKept() throws Exception {
    // When
    Followed followed = follow(HONEST);

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.map().hops())
        .filteredOn(hop -> hop.to().text().equals("payments.create request /seal"))
        .extracting(ValueHop::state, hop -> hop.probed() >= 3)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(ValueHop.State.KEPT, true));
  }

  @Test
  void namesWhoWritesThemInTheAlphabetOfAddresses() throws Exception {
    // When
    Followed followed = follow(changing("seal", text -> text.replace('+', '-').replace('/', '_')));

    // Then
    assertThat(told(followed))
        .containsExactly("orders VALUE_CHANGED payments.create request /seal");
  }

  @Test
  void namesWhoLeavesOutThePadding() throws Exception {
    // When
    Followed followed = follow(changing("seal", text -> text.replace("=", "")));

    // Then
    assertThat(told(followed))
        .containsExactly("orders VALUE_CHANGED payments.create request /seal");
  }

  @Test
  void namesWhoBreaksThemIntoLines() throws Exception {
    // When
    Followed followed = follow(changing("seal", text -> text.replaceAll("(.{76})", "$1\r\n")));

    // Then
    assertThat(told(followed)).hasSize(1).allMatch(it -> it.startsWith("orders "));
  }

  @Test
  void theAlphabetOfAddressesIsRightWhereTheContractNamesIt() throws Exception {
    // Given
    UnaryOperator<JsonObject> copies =
        body ->
            body.member("token").orElse(JsonNull.NULL) instanceof JsonString(String text)
                ? body.with("link", new JsonString(text.replace('+', '-').replace('/', '_')))
                : body;

    // When
    Followed followed = follow(copies);

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.map().hops())
        .filteredOn(hop -> hop.to().text().equals("payments.create request /link"))
        .flatExtracting(ValueHop::notes)
        .contains("the same bytes, in another alphabet of Base64");
  }

  private static UnaryOperator<JsonObject> changing(String name, UnaryOperator<String> change) {
    return body ->
        body.member(name).orElse(JsonNull.NULL) instanceof JsonString(String text)
            ? body.with(name, new JsonString(change.apply(text)))
            : body;
  }

  private Followed follow(UnaryOperator<JsonObject> asOrders) throws Exception {
    return SmallWorld.follow(
        folder,
        """
        {"account":4000123,"note":"by the door","seal":"c2VhbGVkIQ==","token":"dG9rZW4tMQ=="}
        """,
        asOrders,
        HONEST,
        List.of());
  }

  private static List<String> told(Followed followed) {
    return followed.damages().stream()
        .map(it -> it.system() + " " + it.alteration() + " " + it.to().text())
        .toList();
  }
}

package dev.concordat.engine.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.flowmap.ValueHop;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What two small services make of fields that have few values: enumerations, booleans and small numbers.
class FewValuesFidelityTest {
  private static final UnaryOperator<JsonObject> HONEST = UnaryOperator.identity();

  @TempDir Path folder;

  @Test
  void learnsWhichPlaceChangesWithAField() throws Exception {
    // When
    Followed followed = follow(HONEST, HONEST);

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.map().hops())
        .filteredOn(hop -> hop.to().text().startsWith("payments.create request"))
        .extracting(hop -> hop.from().at() + " → " + hop.to().at())
        .contains(
            "/express → /express",
            "/gift → /gift",
            "/pieces → /pieces",
            "/priority → /priority",
            "/route → /route");
  }

  @Test
  void namesWhoTakesOneValueOfAnEnumerationForAnother() throws Exception {
    // When
    Followed followed = follow(renaming("priority", Map.of("CRITICAL", "URGENT")), HONEST);

    // Then
    assertThat(told(followed))
        .containsExactly(
            "orders VALUE_CHANGED payments.create request /priority \"CRITICAL\" \"URGENT\"");
  }

  @Test
  void namesWhoDropsAValueThatItDoesNotKnow() throws Exception {
    // Given
    UnaryOperator<JsonObject> drops =
        body -> is(body, "priority", "CRITICAL") ? body.without("priority") : body;

    // When
    Followed followed = follow(HONEST, drops);

    // Then
    assertThat(told(followed))
        .containsExactly("payments DROPPED payments.create answer /priority \"CRITICAL\" nothing");
  }

  @Test
  void namesWhoMakesNullOfAValueThatItDoesNotKnow() throws Exception {
    // Given
    UnaryOperator<JsonObject> nulls =
        body -> is(body, "priority", "HIGH") ? body.with("priority", JsonNull.NULL) : body;

    // When
    Followed followed = follow(nulls, HONEST);

    // Then
    assertThat(told(followed))
        .containsExactly("orders NULLED payments.create request /priority \"HIGH\" nothing");
  }

  @Test
  void namesWhoWritesOneValueInSmallLetters() throws Exception {
    // When
    Followed followed = follow(renaming("priority", Map.of("URGENT", "urgent")), HONEST);

    // Then
    assertThat(told(followed))
        .containsExactly(
            "orders CASE_FOLDED payments.create request /priority \"URGENT\" \"urgent\"");
  }

  @Test
  void namesWhoWritesAWordThatTheContractDoesNotHaveForOneThatItHas() throws Exception {
    // When
    Followed followed = follow(renaming("priority", Map.of("CRITICAL", "OTHER")), HONEST);

    // Then
    assertThat(told(followed))
        .containsExactly(
            "orders VALUE_CHANGED payments.create request /priority \"CRITICAL\" \"OTHER\"");
  }

  @Test
  void anotherVocabularyIsATranslation() throws Exception {
    // Given
    UnaryOperator<JsonObject> translates =
        renaming("priority", Map.of("LOW", "1", "NORMAL", "2", "HIGH", "3", "URGENT", "4"));

    // When
    Followed followed = follow(translates, HONEST);

    // Then
    assertThat(followed.damages()).isEmpty();
  }

  @Test
  void oneWordOfItsOwnInAPlaceForAnyTextIsATranslationToo() throws Exception {
    // Given
    UnaryOperator<JsonObject> copies =
        body ->
            body.has("route")
                ? body.with(
                    "way", new JsonString(is(body, "route", "AIR") ? "PLANE" : text(body, "route")))
                : body;

    // When
    Followed followed = follow(copies, HONEST);

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.map().hops())
        .filteredOn(hop -> hop.to().text().equals("payments.create request /way"))
        .extracting(ValueHop::from)
        .extracting(from -> from.at())
        .containsExactly("/route");
  }

  @Test
  void twoValuesThatBecomeOneWordAreNone() throws Exception {
    // Given
    UnaryOperator<JsonObject> copies =
        body ->
            body.has("priority")
                ? body.with(
                    "way",
                    new JsonString(
                        is(body, "priority", "LOW") || is(body, "priority", "HIGH")
                            ? "SOME"
                            : text(body, "priority")))
                : body;

    // When
    Followed followed = follow(copies, HONEST);

    // Then
    assertThat(told(followed))
        .containsExactly("orders VALUE_CHANGED payments.create request /way \"LOW\" \"SOME\"");
  }

  @Test
  void aFlagThatIsComputedFromAnotherOneIsNoWay() throws Exception {
    // Given
    UnaryOperator<JsonObject> computes =
        body ->
            body.with(
                "express",
                new JsonBoolean(
                    body.member("express").equals(body.member("gift")) && body.has("express")));

    // When
    Followed followed = follow(computes, HONEST);

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.map().hops())
        .filteredOn(hop -> hop.to().text().equals("payments.create request /express"))
        .isEmpty();
  }

  @Test
  void namesWhoMakesNoOfAFlagThatWasLeftOut() throws Exception {
    // Given
    UnaryOperator<JsonObject> fillsIn =
        body -> body.has("gift") ? body : body.with("gift", new JsonBoolean(false));

    // When
    Followed followed = follow(fillsIn, HONEST);

    // Then
    assertThat(told(followed))
        .containsExactly("orders INVENTED payments.create request /gift nothing false");
  }

  @Test
  void aNumberThatIsMultipliedIsNoWay() throws Exception {
    // Given
    UnaryOperator<JsonObject> doubles =
        body ->
            body.member("pieces").orElse(JsonNull.NULL) instanceof JsonNumber number
                ? body.with("pieces", JsonNumber.of(2 * number.decimal().longValue()))
                : body;

    // When
    Followed followed = follow(doubles, HONEST);

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.map().hops()).noneMatch(hop -> hop.from().at().equals("/pieces"));
  }

  private static boolean is(JsonObject body, String name, String value) {
    return body.member(name).filter(new JsonString(value)::equals).isPresent();
  }

  private static String text(JsonObject body, String name) {
    return body.member(name)
        .map(it -> it instanceof JsonString(String text) ? text : it.toString())
        .orElse("");
  }

  private static UnaryOperator<JsonObject> renaming(String name, Map<String, String> words) {
    return body ->
        body.member(name).orElse(JsonNull.NULL) instanceof JsonString(String word)
            ? body.with(name, new JsonString(words.getOrDefault(word, word)))
            : body;
  }

  private Followed follow(UnaryOperator<JsonObject> asOrders, UnaryOperator<JsonObject> asPayments)
      throws Exception {
    return SmallWorld.follow(
        folder,
        """
        {"account":4000123,"note":"by the door","express":true,"gift":false,"pieces":2,
         "priority":"NORMAL","route":"SEA"}
        """,
        asOrders,
        asPayments,
        List.of());
  }

  private static List<String> told(Followed followed) {
    return followed.damages().stream()
        .map(
            it ->
                "%s %s %s %s %s"
                    .formatted(
                        it.system(), it.alteration(), it.to().text(), it.sent(), it.received()))
        .toList();
  }
}

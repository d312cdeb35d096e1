package dev.concordat.engine.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What two small services, a row and a message make of a member, and of a cookie, that comes twice.
class DoubledFidelityTest {
  private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();
  private static final UnaryOperator<List<String>> ALL = UnaryOperator.identity();

  /// As nearly every reader of JSON does.
  private static final UnaryOperator<String> LAST = body -> SmallWorld.text(SmallWorld.json(body));

  private static final Pattern NOTE = Pattern.compile("\"note\":(\"(?:[^\"\\\\]|\\\\.)*\")");

  private static final List<Header> SESSION = List.of(new Header("Cookie", "session=abcdefghi"));

  @TempDir Path folder;

  @Test
  void whoTakesTheFirstOfTwoMembersIsNamedWhereAnotherTakesTheLast() throws Exception {
    // When
    Followed followed = follow(AS_IT_IS, ALL, LAST, (body, lines) -> Map.of("note", first(body)));

    // Then
    assertThat(told(followed))
        .containsExactly("payments KEYS_MERGED payments-db.charges row /note");
    Damage damage = followed.damages().getFirst();
    assertThat(damage.from().text()).isEqualTo("payments.create request /note");
    assertThat(damage.sent()).matches("(\"\\w+\"), then \"\\w+\"");
    assertThat(damage.sent()).startsWith(damage.received() + ", then ");
  }

  @Test
  void whoPassesAnotherOneOnThanItTellsIsNamedToo() throws Exception {
    // When: payments tells others of the first one, and answers with the last
    try (var world =
        new SmallWorld(
            folder,
            new SmallWorld.Ways(
                AS_IT_IS,
                ALL,
                LAST,
                List.of(),
                ALL,
                (body, lines) -> Map.of(),
                body -> Optional.of("{\"remark\":\"" + first(body) + "\"}")))) {
      Followed followed = world.follow(order(), SESSION, List.of());

      // Then
      assertThat(told(followed))
          .containsExactly("payments KEYS_MERGED events.charged message /remark");
    }
  }

  @Test
  void whereEverybodyTakesTheSameNothingIsToldWhicheverItIs() throws Exception {
    assertThat(follow(LAST, ALL, LAST, (body, lines) -> Map.of("note", last(body))).damages())
        .isEmpty();
    assertThat(
            follow(
                    DoubledFidelityTest::onlyFirst,
                    ALL,
                    LAST,
                    (body, lines) -> Map.of("note", first(body)))
                .damages())
        .isEmpty();
  }

  @Test
  void whoRefusesThemIsRight() throws Exception {
    // Given
    UnaryOperator<String> strict =
        body -> first(body).equals(last(body)) ? body : SmallWorld.REFUSED;

    // When
    Followed followed = follow(AS_IT_IS, ALL, strict, (body, lines) -> Map.of());

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.notes())
        .contains("orders.create: members that come twice are refused, as they may be");
  }

  @Test
  void whoMakesOneValueOfTwoMembersIsNamed() throws Exception {
    // Given
    UnaryOperator<String> glues =
        body ->
            first(body).equals(last(body))
                ? body
                : SmallWorld.text(
                    SmallWorld.json(body)
                        .with("note", new JsonString(first(body) + "," + last(body))));

    // When
    Followed followed = follow(glues, ALL, AS_IT_IS, (body, lines) -> Map.of());

    // Then
    assertThat(told(followed))
        .containsExactly("orders CHARACTERS_ADDED payments.create request /note");
  }

  @Test
  void whoTakesTheLastOfTwoCookiesIsNamedWhereAnotherTakesTheFirst() throws Exception {
    // When: payments keeps both ways of reading in one row
    Followed followed =
        follow(
            AS_IT_IS,
            ALL,
            LAST,
            (body, lines) ->
                Map.of("session", session(lines).getFirst(), "audit", session(lines).getLast()));

    // Then
    assertThat(told(followed))
        .containsExactly("payments KEYS_MERGED payments-db.charges row /audit");
    assertThat(followed.damages().getFirst().from().text())
        .isEqualTo("payments.create request cookie:session");
  }

  private Followed follow(
      UnaryOperator<String> charging,
      UnaryOperator<List<String>> bringing,
      UnaryOperator<String> answering,
      BiFunction<String, List<String>, Map<String, String>> storing)
      throws Exception {
    try (var world =
        new SmallWorld(
            folder,
            new SmallWorld.Ways(
                charging,
                bringing,
                answering,
                List.of(),
                ALL,
                storing,
                body -> Optional.empty()))) {
      return world.follow(order(), SESSION, List.of());
    }
  }

  private static String order() {
    return "{\"account\":4000123,\"note\":\"by the door\"}";
  }

  private static String first(String body) {
    Matcher note = NOTE.matcher(body);
    return note.find() ? unquoted(note.group(1)) : "";
  }

  private static String last(String body) {
    Matcher note = NOTE.matcher(body);
    String last = "";
    while (note.find()) {
      last = note.group(1);
    }
    return unquoted(last);
  }

  private static String unquoted(String text) {
    return JsonParser.parse(text).value().orElse(null) instanceof JsonString(String value)
        ? value
        : "";
  }

  private static String onlyFirst(String body) {
    JsonObject object = SmallWorld.json(body);
    return SmallWorld.text(object.with("note", new JsonString(first(body))));
  }

  private static List<String> session(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Pattern.compile("; *").splitAsStream(line))
        .filter(it -> it.startsWith("session="))
        .map(it -> it.substring("session=".length()))
        .toList();
  }

  private static List<String> told(Followed followed) {
    return followed.damages().stream()
        .map(it -> it.system() + " " + it.alteration() + " " + it.to().text())
        .toList();
  }
}

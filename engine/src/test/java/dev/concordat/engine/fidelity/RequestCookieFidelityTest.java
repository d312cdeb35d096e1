package dev.concordat.engine.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.exchange.Header;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of cookies that a service passes on to another one, and of a value that the other one stores.
class RequestCookieFidelityTest {
  private static final List<Header> SESSION = List.of(new Header("Cookie", "session=abcdefghi"));

  @TempDir Path folder;

  @Test
  void whoPassesCookiesOnShowsItInTheMap() throws Exception {
    // When
    Followed followed = follow(UnaryOperator.identity(), UnaryOperator.identity());

    // Then
    assertThat(followed.damages()).isEmpty();
    assertThat(followed.map().hops())
        .extracting(hop -> hop.from().text() + " → " + hop.to().text())
        .contains(
            "orders.create request cookie:session → payments.create request cookie:session",
            "payments.create request cookie:session → payments-db.charges row /session",
            "orders.create request cookie:unlistedCookie →"
                + " payments.create request cookie:unlistedCookie");
  }

  @Test
  void namesWhoCutsAValueAtItsSecondEqualsSign() throws Exception {
    // When
    Followed followed =
        follow(each(pair -> pair.replaceFirst("(=[^=]*)=.*", "$1")), stored -> stored);

    // Then
    assertThat(told(followed))
        .contains("orders VALUE_CHANGED payments.create request cookie:session")
        .allMatch(it -> it.startsWith("orders "));
    assertThat(followed.damages().getFirst().more()).contains(Alteration.TEXT_CUT);
  }

  @Test
  void namesWhoStoresAValueWithoutThePaddingOfBase64() throws Exception {
    assertThat(told(follow(UnaryOperator.identity(), stored -> stored.replaceFirst("=+$", ""))))
        .hasSize(1)
        .allMatch(
            it -> it.startsWith("payments ") && it.endsWith("payments-db.charges row /session"));
  }

  @Test
  void namesWhoReadsAPlusSignAsABlank() throws Exception {
    assertThat(told(follow(UnaryOperator.identity(), stored -> stored.replace('+', ' '))))
        .hasSize(1)
        .allMatch(
            it -> it.startsWith("payments ") && it.endsWith("payments-db.charges row /session"));
  }

  @Test
  void quotesAroundAValueMayBeDelimitersToWhoReadsItAndNotToWhoPassesItOn() throws Exception {
    UnaryOperator<String> unquotes = stored -> stored.replace("\"", "");
    assertThat(told(follow(UnaryOperator.identity(), unquotes))).isEmpty();
    assertThat(told(follow(each(pair -> pair.replace("\"", "")), stored -> stored)))
        .anyMatch(it -> it.equals("orders CHARACTERS_LOST payments.create request cookie:session"))
        .allMatch(it -> it.startsWith("orders "));
  }

  @Test
  void escapesThatAreAddedToACookieKeepItsMeaning() throws Exception {
    assertThat(
            told(
                follow(
                    each(pair -> pair.replace("+", "%2B").replace("/", "%2F")),
                    stored -> stored.replace("%2B", "+").replace("%2F", "/"))))
        .isEmpty();
  }

  @Test
  void namesWhoPutsACommaBetweenTwoCookies() throws Exception {
    // When
    Followed followed =
        follow(
            lines -> lines.stream().map(line -> line.replace("; ", ", ")).toList(),
            stored -> stored);

    // Then
    assertThat(told(followed))
        .containsExactly("orders HEADER_JOINED payments.create request cookie:session");
  }

  @Test
  void namesWhoPutsACommaBetweenThoseThatNoContractNamesAndTellsNotWhatTheyHold() throws Exception {
    // When
    Followed followed =
        follow(
            lines ->
                lines.stream()
                    .map(line -> line.replaceFirst("; (unlistedBeside)", ", $1"))
                    .toList(),
            stored -> stored);

    // Then
    assertThat(told(followed))
        .containsExactly("orders HEADER_JOINED payments.create request header:cookie");
    assertThat(followed.damages().getFirst().sent())
        .isEqualTo("3 cookies: session=…; unlistedCookie=…; unlistedBeside=…");
  }

  @Test
  void whoDropsCookiesThatNoContractNamesIsNotToBlame() throws Exception {
    UnaryOperator<List<String>> own =
        lines -> lines.stream().map(line -> line.replaceFirst("; unlisted.*", "")).toList();
    assertThat(told(follow(own, stored -> stored))).isEmpty();
    assertThat(told(follow(lines -> List.of(), stored -> stored))).isEmpty();
  }

  /// Each pair of each line, changed.
  private static UnaryOperator<List<String>> each(UnaryOperator<String> change) {
    return lines -> {
      List<String> changed = new ArrayList<>();
      for (String line : lines) {
        changed.add(
            Pattern.compile("; ")
                .splitAsStream(line)
                .map(change)
                .collect(Collectors.joining("; ")));
      }
      return changed;
    };
  }

  private Followed follow(UnaryOperator<List<String>> bringing, UnaryOperator<String> storing)
      throws Exception {
    Function<String, Optional<String>> silent = body -> Optional.empty();
    try (var world =
        new SmallWorld(
            folder,
            new SmallWorld.Ways(
                body -> body,
                bringing,
                body -> body,
                List.of(),
                cookies -> cookies,
                (body, lines) ->
                    session(lines)
                        .map(it -> Map.of("session", storing.apply(it)))
                        .orElseGet(Map::of),
                silent))) {
      return world.follow("{\"account\":4000123,\"note\":\"by the door\"}", SESSION, List.of());
    }
  }

  private static Optional<String> session(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Pattern.compile("; *").splitAsStream(line))
        .filter(it -> it.startsWith("session="))
        .map(it -> it.substring("session=".length()))
        .findFirst();
  }

  private static List<String> told(Followed followed) {
    return followed.damages().stream()
        .map(it -> it.system() + " " + it.alteration() + " " + it.to().text())
        .toList();
  }
}

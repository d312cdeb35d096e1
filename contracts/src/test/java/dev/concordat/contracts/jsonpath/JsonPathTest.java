package dev.concordat.contracts.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.Node;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {
  private static final String SHOP =
      """
      {"store": {
        "book": [
          {"kind": "reference", "author": "Rees", "price": 8.95},
          {"kind": "fiction", "author": "Waugh", "price": 12.99},
          {"kind": "fiction", "author": "Melville", "isbn": "0-553-21311-3", "price": 8.99},
          {"kind": "fiction", "author": "Tolkien", "isbn": "0-395-19395-8", "price": 22.99}],
        "bicycle": {"colour": "red", "price": 399}},
       "n": [0, 1, 2, 3, 4, 5, 6],
       "it's": {"ü": [null, true, 1.0, "1"]}}
      """;

  private static List<String> select(String query) {
    Node root =
        new DocumentReader(Path.of(""))
            .parse("shop.json", SHOP.getBytes(StandardCharsets.UTF_8))
            .root();
    JsonPath path = ((JsonPath.Parsed.Good) JsonPath.parse(query)).path();
    return path.select(root).stream().map(Node::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "$.store.bicycle.colour | \"red\"",
        "$['store']['bicycle'][\"colour\"] | \"red\"",
        "$.store.book[*].author | \"Rees\" \"Waugh\" \"Melville\" \"Tolkien\"",
        "$..author | \"Rees\" \"Waugh\" \"Melville\" \"Tolkien\"",
        "$.store..price | 8.95 12.99 8.99 22.99 399",
        "$..book[2].author | \"Melville\"",
        "$..book[-1].author | \"Tolkien\"",
        "$..book[0,1].author | \"Rees\" \"Waugh\"",
        "$..book[:2].author | \"Rees\" \"Waugh\"",
        "$.n[1:5:2] | 1 3",
        "$.n[5:1:-2] | 5 3",
        "$.n[::-1] | 6 5 4 3 2 1 0",
        "$.n[-2:] | 5 6",
        "$.n[0:7:0] | ``",
        "$..book[?@.isbn].author | \"Melville\" \"Tolkien\"",
        "$..book[?(@.price < 10)].author | \"Rees\" \"Melville\"",
        "$..book[?@.price < 10 && !@.isbn].author | \"Rees\"",
        "$..book[?@.price > $.store.bicycle.price || @.author == 'Rees'].author | \"Rees\"",
        "$..book[?match(@.author, 'M.*e')].author | \"Melville\"",
        "$..book[?search(@.author, 'o')].author | \"Tolkien\"",
        "$..book[?length(@.author) == 4].author | \"Rees\"",
        "$.store[?count(@.*) > 3][0].author | \"Rees\"",
        "$..book[?value(@..isbn) == '0-395-19395-8'].author | \"Tolkien\"",
        "$[\"it's\"]['\\u00fc'][?@ == 1] | 1.0",
        "$[\"it's\"].ü[?@ == null] | null",
        "$..book[?@.none == @.nothing].price | 8.95 12.99 8.99 22.99",
        "$ .store [ 'bicycle' ] .price | 399",
        "$.none[0] | ``"
      })
  void selectsAsTheStandardSays(String query, String expected) {
    // When
    List<String> selected = select(query);

    // Then
    assertThat(String.join(" ", selected)).isEqualTo(expected);
  }

  @Nested
  class Failures {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "store",
          "$.",
          "$..",
          "$.store.",
          "$[",
          "$[]",
          "$[01]",
          "$[-0]",
          "$['a]",
          "$['\\x']",
          "$[?@.a == ]",
          "$[?1]",
          "$[?@.* == 1]",
          "$[?length(@.a)]",
          "$[?match(@.a)]",
          "$[?match(@.a, 'x') == true]",
          "$[?foo(@.a)]",
          "$[9007199254740993]",
          "$.a b",
          "$[1,]",
          "$[?(@.a]",
          "$[?!]",
          "$['\\ud8']",
          " $",
          "$ "
        })
    void whatIsNoQueryIsRefusedWithItsPlace(String query) {
      assertThat(JsonPath.parse(query)).isInstanceOf(JsonPath.Parsed.Bad.class);
    }

    @Test
    void deepNestingIsRefused() {
      assertThat(JsonPath.parse("$[?" + "(".repeat(5_000) + "@.a" + ")".repeat(5_000) + "]"))
          .isInstanceOf(JsonPath.Parsed.Bad.class);
      assertThat(JsonPath.parse("$[?" + "length(".repeat(900) + "@.a" + ")".repeat(900) + "==1]"))
          .isInstanceOf(JsonPath.Parsed.Bad.class);
      assertThat(JsonPath.parse("$[?@" + "[?@".repeat(2_000) + "]".repeat(2_001)))
          .isInstanceOf(JsonPath.Parsed.Bad.class);
    }
  }
}

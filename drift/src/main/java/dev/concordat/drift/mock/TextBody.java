package dev.concordat.drift.mock;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// JSON that a mock keeps as text: its line says all of it at once, so what is meant is shown in its stead.
final class TextBody {
  private static final String ANY = "*";

  private TextBody() {}

  /// As `/orders/0/total: 7`; nothing where the node is no such text, or has nothing of the pointer.
  static Optional<Sentence> sentence(Node node, String pointer) {
    if (!(node instanceof ScalarNode scalar) || !pointer.startsWith("/")) {
      return Optional.empty();
    }
    Optional<JsonValue> body =
        scalar
            .text()
            .filter(
                text -> text.stripLeading().startsWith("{") || text.stripLeading().startsWith("["))
            .flatMap(text -> JsonParser.parse(text).value());
    return body.flatMap(
            value -> Pointers.tokens(pointer).map(tokens -> deepest(new Found("", value), tokens)))
        .filter(found -> !found.path().isEmpty())
        .map(found -> new Sentence(node.place(), found.path() + ": " + found.value()));
  }

  private record Found(String path, JsonValue value) {}

  /// The value at the end of the way, or as far as there is one.
  private static Found deepest(Found from, List<String> tokens) {
    if (tokens.isEmpty()) {
      return from;
    }
    String token = tokens.getFirst();
    Optional<Found> next =
        switch (from.value()) {
          case JsonObject object ->
              object.member(token).map(it -> new Found(from.path() + "/" + token, it));
          case JsonArray(List<JsonValue> items) -> item(from, items, token);
          default -> Optional.empty();
        };
    return next.map(it -> deepest(it, tokens.subList(1, tokens.size()))).orElse(from);
  }

  private static Optional<Found> item(Found from, List<JsonValue> items, String token) {
    int index = token.equals(ANY) ? 0 : token.matches("[0-9]{1,6}") ? Integer.parseInt(token) : -1;
    return index >= 0 && index < items.size()
        ? Optional.of(new Found(from.path() + "/" + index, items.get(index)))
        : Optional.empty();
  }
}

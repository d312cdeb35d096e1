package dev.concordat.drift.mock;

import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the parts of mocks stand in their file.
///
/// @param document the file's tree; absent where it has none
public record SourceText(Optional<Document> document) {
  /// Where formats keep the body as JSON, and then as text.
  private static final List<String> BODIES =
      List.of("/jsonBody", "/body/content", "/body/json", "/body", "/content/text", "/is/body");

  private static final List<String> STATUSES =
      List.of("/status", "/statusCode", "/code", "/is/statusCode");
  private static final List<String> HEADERS =
      List.of("/headers", "/header", "/is/headers", "/responseHeaders");
  private static final List<String> TYPES = List.of("/body/contentType", "/content/mimeType");

  /// How many items of a list are tried when all of them are meant.
  private static final int MAX_ITEMS = 50;

  /// The sentence of an answer that a pointer names: `status`, `header:Location`, `content-type`, `/items/*/sku`.
  public Sentence answer(Mock mock, String pointer) {
    String answer = mock.answer().map(MockAnswer::node).orElse(mock.place().pointer());
    return candidates(pointer).stream()
        .flatMap(candidate -> at(answer + candidate).stream())
        .findFirst()
        .or(() -> at(answer))
        .map(node -> TextBody.sentence(node, pointer).orElseGet(() -> sentence(node)))
        .orElseGet(() -> new Sentence(mock.place(), mock.title()));
  }

  /// The sentence at a place of the file.
  public Sentence at(Place place, String otherwise) {
    return at(place.pointer())
        .map(node -> new Sentence(place, node.sourceLine()))
        .orElseGet(() -> new Sentence(place, otherwise));
  }

  private static Sentence sentence(Node node) {
    return new Sentence(node.place(), node.sourceLine());
  }

  private static List<String> candidates(String pointer) {
    List<String> found = new ArrayList<>();
    if (pointer.equals("status")) {
      return STATUSES;
    }
    if (pointer.equals("content-type")) {
      HEADERS.forEach(holder -> found.add(holder + "/Content-Type"));
      HEADERS.forEach(holder -> found.add(holder + "/content-type"));
      found.addAll(TYPES);
      found.addAll(HEADERS);
      return found;
    }
    if (pointer.startsWith("header:")) {
      String name = Pointers.escape(pointer.substring("header:".length()));
      HEADERS.forEach(holder -> found.add(holder + "/" + name));
      found.addAll(HEADERS);
      return found;
    }
    if (pointer.isEmpty() || pointer.startsWith("/")) {
      for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
        for (String body : BODIES) {
          found.add(body + at);
        }
      }
      found.addAll(BODIES);
    }
    return found;
  }

  /// The node at a pointer in which `*` is the first item that has the rest.
  private Optional<Node> at(String pointer) {
    Optional<Node> root = document.map(Document::root);
    return root.flatMap(node -> at(node, pointer));
  }

  private static Optional<Node> at(Node from, String pointer) {
    int star = pointer.indexOf("/*");
    boolean isWhole =
        star >= 0 && (star + 2 == pointer.length() || pointer.charAt(star + 2) == '/');
    if (!isWhole) {
      return Pointers.follow(from, pointer);
    }
    Optional<Node> list = Pointers.follow(from, pointer.substring(0, star));
    for (int i = 0; list.isPresent() && i < MAX_ITEMS; i++) {
      Optional<Node> item = Pointers.follow(list.get(), "/" + i);
      if (item.isEmpty()) {
        return Optional.empty();
      }
      Optional<Node> found = at(item.get(), pointer.substring(star + 2));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}

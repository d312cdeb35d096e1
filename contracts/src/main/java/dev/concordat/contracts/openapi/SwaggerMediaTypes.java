package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `consumes` and `produces`: an operation's own, else the document's.
final class SwaggerMediaTypes {
  private final Reading reading;
  private final ObjectNode root;

  SwaggerMediaTypes(Reading reading, ObjectNode root) {
    this.reading = reading;
    this.root = root;
  }

  /// The media types under a name; none where nothing is said, or where the operation's own list is empty.
  List<MediaType> of(ObjectNode operation, String name) {
    Optional<Node> written = Reading.member(operation, name).or(() -> Reading.member(root, name));
    var types = new ArrayList<MediaType>();
    for (Node item : items(written)) {
      String text = item instanceof ScalarNode scalar ? scalar.text().orElse("") : "";
      Optional<MediaType> type = MediaType.parse(text);
      type.filter(each -> !types.contains(each)).ifPresent(types::add);
      if (type.isEmpty()) {
        reading.add(
            Problem.warning(
                "contract/bad-media-type",
                item.place(),
                Shown.node(item) + " is not a media type",
                "write type and subtype, such as 'application/json'"));
      }
    }
    return types;
  }

  /// People write a lone media type without its list.
  private static List<Node> items(Optional<Node> written) {
    return written.isPresent() && written.get() instanceof ArrayNode list
        ? list.items()
        : written.filter(ScalarNode.class::isInstance).map(List::of).orElseGet(List::of);
  }

  /// Where a document says no media type, JSON is meant, but another one breaks no promise.
  static List<MediaType> orUnsaid(List<MediaType> types) {
    return types.isEmpty()
        ? List.of(
            MediaType.parse("application/json").orElseThrow(), MediaType.parse("*/*").orElseThrow())
        : types;
  }
}

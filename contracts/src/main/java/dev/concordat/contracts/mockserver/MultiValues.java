package dev.concordat.contracts.mockserver;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads names with their values, in either form: `{"name": ["value"]}` or `[{"name": …, "values": […]}]`.
final class MultiValues {
  /// Says how values of one name are compared, and is no name.
  private static final String STYLE = "keyMatchStyle";

  private final FieldReader fields;
  private final StringReader strings;

  MultiValues(FieldReader fields, StringReader strings) {
    this.fields = fields;
    this.strings = strings;
  }

  /// A name with the nodes of its values.
  record Pair(String name, List<Node> values, Node node) {}

  /// @param member what they are, for messages: `headers`
  List<RequestCondition> read(Node node, RequestPart part, String member) {
    return pairs(fields, node, member).stream().map(pair -> condition(part, pair)).toList();
  }

  static List<Pair> pairs(FieldReader fields, Node node, String member) {
    var pairs = new ArrayList<Pair>();
    if (node instanceof ArrayNode array) {
      for (Node item : array.items()) {
        fields.object(item, "an item of " + member).ifPresent(one -> pairs.add(pair(fields, one)));
      }
    } else {
      fields.object(node, member).stream()
          .flatMap(object -> object.members().stream())
          .filter(one -> !one.name().equals(STYLE))
          .forEach(one -> pairs.add(new Pair(one.name(), all(one.value()), one.value())));
    }
    return pairs;
  }

  private static Pair pair(FieldReader fields, ObjectNode node) {
    List<Node> values =
        node.get("values").or(() -> node.get("value")).map(MultiValues::all).orElse(List.of());
    return new Pair(fields.text(node, "name").orElse(""), values, node);
  }

  private static List<Node> all(Node value) {
    return value instanceof ArrayNode array ? array.items() : List.of(value);
  }

  /// A name with `!` must be absent, or have other values; one with `?` may be absent.
  private RequestCondition condition(RequestPart part, Pair pair) {
    Optional<ValuePattern> values = values(pair.values());
    ValuePattern pattern = values.orElse(new ValuePattern.Presence(true));
    String name = pair.name();
    if (name.startsWith("!")) {
      pattern = new ValuePattern.Not(pattern);
    } else if (name.startsWith("?")) {
      pattern = new ValuePattern.AnyOf(List.of(new ValuePattern.Presence(false), pattern));
    }
    String bare = name.startsWith("!") || name.startsWith("?") ? name.substring(1) : name;
    return new RequestCondition.On(part, bare, pattern, pair.node().place());
  }

  private Optional<ValuePattern> values(List<Node> values) {
    List<ValuePattern> patterns = values.stream().map(strings::read).toList();
    return switch (patterns.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(patterns.getFirst());
      default -> Optional.of(new ValuePattern.Several(false, patterns));
    };
  }
}

package dev.concordat.contracts.jsonpath;

import dev.concordat.contracts.jsonpath.Query.Condition;
import dev.concordat.contracts.jsonpath.Query.Operand;
import dev.concordat.contracts.jsonpath.Query.Segment;
import dev.concordat.contracts.jsonpath.Query.Selector;
import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.PatternEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One run of a query over a tree. Not thread-safe.
final class Evaluation {
  static final int MAX_VISITS = 50_000_000;

  private static final SafePatterns PATTERNS = new SafePatterns();

  private final Node root;
  private int visits;

  Evaluation(Node root) {
    this.root = root;
  }

  List<Node> select(Query query, Node current) {
    List<Node> nodes = List.of(query.isAbsolute() ? root : current);
    for (Segment segment : query.segments()) {
      var next = new ArrayList<Node>();
      for (Node node : nodes) {
        if (segment.descends()) {
          descend(segment, node, next);
        } else {
          choose(segment, node, next);
        }
      }
      nodes = next;
    }
    return nodes;
  }

  private void descend(Segment segment, Node node, List<Node> chosen) {
    choose(segment, node, chosen);
    children(node).forEach(child -> descend(segment, child, chosen));
  }

  private void choose(Segment segment, Node node, List<Node> chosen) {
    for (Selector selector : segment.selectors()) {
      visit();
      switch (selector) {
        case Selector.Name(String name) -> {
          if (node instanceof ObjectNode object) {
            object.get(name).ifPresent(chosen::add);
          }
        }
        case Selector.Wildcard() -> chosen.addAll(children(node));
        case Selector.Index(long index) -> {
          if (node instanceof ArrayNode array) {
            at(array, index).ifPresent(chosen::add);
          }
        }
        case Selector.Slice slice -> {
          if (node instanceof ArrayNode array) {
            slice(array.items(), slice, chosen);
          }
        }
        case Selector.Filter(Condition condition) -> {
          for (Node child : children(node)) {
            if (holds(condition, child)) {
              chosen.add(child);
            }
          }
        }
      }
    }
  }

  private void visit() {
    if (++visits > MAX_VISITS) {
      throw new JsonPath.TooCostly("the query visits more than " + MAX_VISITS + " nodes");
    }
  }

  private static List<Node> children(Node node) {
    return switch (node) {
      case ObjectNode object -> object.members().stream().map(ObjectNode.Member::value).toList();
      case ArrayNode array -> array.items();
      case ScalarNode ignored -> List.of();
    };
  }

  private static Optional<Node> at(ArrayNode array, long index) {
    int size = array.items().size();
    long place = index < 0 ? size + index : index;
    return place >= 0 && place < size
        ? Optional.of(array.items().get((int) place))
        : Optional.empty();
  }

  /// Section 2.3.4.2.2.
  private static void slice(List<Node> items, Selector.Slice slice, List<Node> chosen) {
    long size = items.size();
    long step = slice.step();
    if (step > 0) {
      long from = Math.clamp(normal(slice.start().orElse(0), size), 0, size);
      long to = Math.clamp(normal(slice.end().orElse(size), size), 0, size);
      for (long i = from; i < to; i += step) {
        chosen.add(items.get((int) i));
      }
    } else if (step < 0) {
      long from = Math.clamp(normal(slice.start().orElse(size - 1), size), -1, size - 1);
      long to = Math.clamp(normal(slice.end().orElse(-size - 1), size), -1, size - 1);
      for (long i = from; i > to; i += step) {
        chosen.add(items.get((int) i));
      }
    }
  }

  private static long normal(long index, long size) {
    return index >= 0 ? index : size + index;
  }

  private boolean holds(Condition condition, Node current) {
    visit();
    return switch (condition) {
      case Condition.Or(List<Condition> parts) -> parts.stream().anyMatch(p -> holds(p, current));
      case Condition.And(List<Condition> parts) -> parts.stream().allMatch(p -> holds(p, current));
      case Condition.Not(Condition inner) -> !holds(inner, current);
      case Condition.Exists(Query query) -> !select(query, current).isEmpty();
      case Condition.Compares(Operand left, String operator, Operand right) ->
          Comparing.holds(value(left, current), operator, value(right, current));
      case Condition.Matches(Operand text, Operand pattern, boolean isWhole) ->
          matches(value(text, current), value(pattern, current), isWhole);
    };
  }

  private static boolean matches(
      Optional<JsonValue> text, Optional<JsonValue> pattern, boolean isWhole) {
    if (!(text.orElse(null) instanceof JsonString(String subject))
        || !(pattern.orElse(null) instanceof JsonString(String expression))) {
      return false;
    }
    PatternEngine.Answer answer =
        isWhole ? PATTERNS.match(expression, subject) : PATTERNS.find(expression, subject);
    return answer == PatternEngine.Answer.MATCHES;
  }

  private Optional<JsonValue> value(Operand operand, Node current) {
    return switch (operand) {
      case Operand.Literal(JsonValue value) -> Optional.of(value);
      case Operand.Only(Query query) -> {
        List<Node> nodes = select(query, current);
        yield nodes.size() == 1 ? Optional.of(nodes.getFirst().toJson()) : Optional.empty();
      }
      case Operand.Count(Query query) -> Optional.of(JsonNumber.of(select(query, current).size()));
      case Operand.Length(Operand of) -> value(of, current).flatMap(Evaluation::length);
    };
  }

  private static Optional<JsonValue> length(JsonValue value) {
    return switch (value) {
      case JsonString(String text) ->
          Optional.of(JsonNumber.of(text.codePointCount(0, text.length())));
      case JsonArray array -> Optional.of(JsonNumber.of(array.items().size()));
      case JsonObject object -> Optional.of(JsonNumber.of(object.members().size()));
      default -> Optional.empty();
    };
  }
}

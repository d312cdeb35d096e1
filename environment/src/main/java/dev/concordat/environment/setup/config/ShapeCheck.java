package dev.concordat.environment.setup.config;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.environment.setup.workspace.Nodes;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Compares what somebody wrote with its shape.
final class ShapeCheck {
  private final List<Problem> problems = new ArrayList<>();

  static List<Problem> check(Node node, Shape shape) {
    var check = new ShapeCheck();
    check.value("the file", node, shape);
    return check.problems;
  }

  private void value(String name, Node node, Shape shape) {
    switch (shape) {
      case Shape.OrNothing(Shape inner) -> {
        if (!isNothing(node)) {
          value(name, node, inner);
        }
      }
      case Shape.Either(List<Shape> shapes) ->
          shapes.stream()
              .filter(one -> fits(node, one))
              .findFirst()
              .ifPresentOrElse(one -> value(name, node, one), () -> wrongType(name, node, shape));
      case Shape.Text text -> text(name, node, text);
      case Shape.Texts texts -> {
        if (node instanceof ArrayNode array) {
          array.items().stream()
              .filter(item -> Nodes.text(item).isEmpty())
              .forEach(item -> wrongType("an item of " + name, item, new Shape.Text("", "a text")));
        } else {
          wrongType(name, node, texts);
        }
      }
      case Shape.Named(Shape inner) -> {
        if (node instanceof ObjectNode object) {
          object.members().forEach(member -> value(member.name(), member.value(), inner));
        } else {
          wrongType(name, node, shape);
        }
      }
      case Shape.Keys keys -> keys(name, node, keys);
    }
  }

  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar && scalar.isNull();
  }

  private static boolean fits(Node node, Shape shape) {
    return switch (shape) {
      case Shape.Text ignored -> Nodes.text(node).isPresent();
      case Shape.Texts ignored -> node instanceof ArrayNode;
      case Shape.Keys ignored -> node instanceof ObjectNode;
      case Shape.Named ignored -> node instanceof ObjectNode;
      case Shape.Either(List<Shape> shapes) -> shapes.stream().anyMatch(one -> fits(node, one));
      case Shape.OrNothing(Shape inner) -> isNothing(node) || fits(node, inner);
    };
  }

  private void text(String name, Node node, Shape.Text shape) {
    String text = Nodes.text(node).orElse(null);
    if (text == null) {
      wrongType(name, node, shape);
    } else if (!shape.pattern().isEmpty()
        && !Pattern.compile(shape.pattern()).matcher(text).find()) {
      problems.add(
          Problem.error(
              "config/wrong-value",
              node.place(),
              "`" + name + "` is `" + text + "`",
              "write " + shape.expected()));
    }
  }

  private void keys(String name, Node node, Shape.Keys shape) {
    if (!(node instanceof ObjectNode object)) {
      // An empty section is written by beginners and by tools.
      if (!isNothing(node)) {
        wrongType(name, node, shape);
      }
      return;
    }
    for (ObjectNode.Member member : object.members()) {
      shape
          .key(member.name())
          .ifPresentOrElse(
              key -> value(key.name(), member.value(), key.shape()),
              () -> unknownKey(name, member, shape));
    }
    shape.keys().stream()
        .filter(key -> key.isRequired() && !object.has(key.name()))
        .forEach(
            key ->
                problems.add(
                    Problem.error(
                        "config/missing-key",
                        object.place(),
                        "`" + name + "` lacks `" + key.name() + "`",
                        "add it: " + key.description())));
  }

  private void unknownKey(String name, ObjectNode.Member member, Shape.Keys shape) {
    problems.add(
        Problem.error(
            "config/unknown-key",
            member.place(),
            "unknown key `%s` in %s"
                .formatted(member.name(), name.equals("the file") ? name : "`" + name + "`"),
            DidYouMean.fix(
                shape.names(), member.name(), "known keys: " + String.join(", ", shape.names()))));
  }

  private void wrongType(String name, Node node, Shape shape) {
    problems.add(
        Problem.error(
            "config/wrong-type",
            node.place(),
            "`%s` is %s".formatted(name, actual(node)),
            "write " + expected(shape)));
  }

  private static String actual(Node node) {
    return switch (node) {
      case ArrayNode ignored -> "a list";
      case ObjectNode ignored -> "an object";
      case ScalarNode scalar ->
          scalar.isNull() ? "empty" : "the text `" + Nodes.text(node).orElse("") + "`";
    };
  }

  private static String expected(Shape shape) {
    return switch (shape) {
      case Shape.Text text -> text.expected();
      case Shape.Texts ignored -> "a list of texts";
      case Shape.Keys keys -> "an object with the keys " + String.join(", ", keys.names());
      case Shape.Named ignored -> "an object with a key for each name";
      case Shape.OrNothing(Shape inner) -> expected(inner);
      case Shape.Either(List<Shape> shapes) ->
          shapes.stream().map(ShapeCheck::expected).collect(Collectors.joining(", or "));
    };
  }
}

package dev.concordat.engine.flow;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known while a flow is read: the problems so far, and the names that references may use.
final class Reading {
  private static final Set<String> SLEEPS = Set.of("sleep", "wait", "delay", "pause");

  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  void error(Place place, String rule, String message, String fix) {
    problems.add(Problem.error("flow/" + rule, place, message, fix));
  }

  void addAll(Reading other) {
    problems.addAll(other.problems);
  }

  /// Makes a name known to references; false when it is taken.
  boolean introduce(String name) {
    return names.add(name);
  }

  void checkName(Reference reference, Place place) {
    if (!names.contains(reference.root())) {
      error(
          place,
          "unknown-name",
          reference
              + " refers to nothing before it."
              + DidYouMean.sentence(reference.root(), names),
          "Give the earlier step that id, or refer to given or each.");
    }
  }

  static Sentence sentence(Node node) {
    return new Sentence(node.place(), node.sourceLine());
  }

  /// The node as an object; otherwise a problem.
  Optional<ObjectNode> object(Node node, String what) {
    if (node instanceof ObjectNode object) {
      return Optional.of(object);
    }
    error(
        node.place(), "wrong-form", what + " is written as key: value, not as " + shape(node), "");
    return Optional.empty();
  }

  /// The node as a text; otherwise a problem.
  Optional<String> text(Node node, String what) {
    if (node instanceof ScalarNode scalar && scalar.value() instanceof JsonString(String text)) {
      return Optional.of(text);
    }
    error(node.place(), "wrong-form", what + " is a text, not " + shape(node), "");
    return Optional.empty();
  }

  Optional<Duration> duration(Node node, String what) {
    Optional<Duration> duration = Durations.parse(plain(node));
    if (duration.isEmpty()) {
      error(
          node.place(),
          "wrong-duration",
          what + " " + plain(node) + " is not a duration",
          "Write a number and ms, s or m: 500ms.");
    }
    return duration;
  }

  /// Whether the step is meant to wait a fixed time, which is all there is to say about it.
  boolean isSleep(ObjectNode step) {
    return step.members().stream().map(ObjectNode.Member::name).anyMatch(SLEEPS::contains);
  }

  /// Reports keys that the format does not have, and sleeps.
  void checkKeys(ObjectNode object, List<String> known, String what) {
    for (ObjectNode.Member member : object.members()) {
      String key = member.name();
      if (known.contains(key)) {
        continue;
      }
      if (SLEEPS.contains(key)) {
        error(
            member.place(),
            "fixed-sleep",
            "\""
                + key
                + "\" would make the flow wait a fixed time: too long on a good day, too short on a bad one",
            "Wait for what should happen with within: on a receive, row or call step.");
      } else {
        error(
            member.place(),
            "unknown-key",
            what + " has no key \"" + key + "\"." + DidYouMean.sentence(key, known),
            "Known keys: " + String.join(", ", known) + ".");
      }
    }
  }

  static String plain(Node node) {
    return node instanceof ScalarNode scalar
        ? scalar.value() instanceof JsonString(String text) ? text : scalar.value().toString()
        : shape(node);
  }

  private static String shape(Node node) {
    return switch (node) {
      case ObjectNode ignored -> "an object";
      case ScalarNode scalar -> scalar.value().toString();
      default -> "a list";
    };
  }
}

package dev.concordat.contracts.reading;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.Reference;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One reading of a document: it follows references and collects what is wrong. Not thread-safe.
public final class Reading {
  private final Documents documents;
  private final LinkedHashSet<Problem> problems = new LinkedHashSet<>();
  private final List<Supplier<List<Problem>>> late = new ArrayList<>();

  public Reading(Documents documents) {
    this.documents = documents;
  }

  public Documents documents() {
    return documents;
  }

  public void add(Problem problem) {
    problems.add(problem);
  }

  /// Whether an error was met so far.
  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /// Problems that may still come up while the contract is read: what examples show of schemas.
  public void addLate(Supplier<List<Problem>> found) {
    late.add(found);
  }

  /// Each problem once, in the order in which it was met.
  public List<Problem> problems() {
    var all = new LinkedHashSet<>(problems);
    late.forEach(found -> all.addAll(found.get()));
    return new ArrayList<>(all);
  }

  /// The object that is meant: the node itself, or where its `$ref` leads. What is no object, or a reference that leads
  /// nowhere, is a problem and gives nothing.
  ///
  /// @param noun what is read, for messages: `the parameter`
  public Optional<ObjectNode> object(Node node, String noun) {
    return switch (documents.follow(node)) {
      case Reference.Found(ObjectNode object) -> Optional.of(object);
      case Reference.Found(Node other) -> {
        add(
            Problem.error(
                "contract/not-an-object",
                other.place(),
                noun + " is " + describe(other) + ", not an object",
                "write it as an object"));
        yield Optional.empty();
      }
      case Reference.Broken(Problem problem) -> {
        add(problem);
        yield Optional.empty();
      }
    };
  }

  /// The object that is meant by a member.
  ///
  /// @param noun what is read; messages put the member's name behind it: `the response`
  public Optional<ObjectNode> object(ObjectNode.Member member, String noun) {
    return member.value() instanceof ObjectNode object && !object.has("$ref")
        ? Optional.of(object)
        : object(member.value(), noun + " '" + member.name() + "'");
  }

  /// Whether the node only says where its content stands.
  public static boolean isReference(Node node) {
    return node instanceof ObjectNode object && text(object, "$ref").isPresent();
  }

  /// The member's value; `null` counts as absent.
  public static Optional<Node> member(ObjectNode object, String name) {
    Optional<Node> value = object.get(name);
    return value.isPresent() && value.get() instanceof ScalarNode scalar && scalar.isNull()
        ? Optional.empty()
        : value;
  }

  /// The member's text; a number or boolean counts as it is written (`version: 1.0` in YAML).
  public static Optional<String> text(ObjectNode object, String name) {
    if (!(object.get(name).orElse(null) instanceof ScalarNode scalar) || scalar.isNull()) {
      return Optional.empty();
    }
    return Optional.of(
        scalar.value() instanceof JsonString(String text) ? text : scalar.value().toString());
  }

  public static Optional<Boolean> flag(ObjectNode object, String name) {
    return object.get(name).orElse(null) instanceof ScalarNode scalar
            && scalar.value() instanceof JsonBoolean(boolean value)
        ? Optional.of(value)
        : Optional.empty();
  }

  private static String describe(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.isNull() ? "empty" : scalar.value().toString();
      case ArrayNode ignored -> "a list";
      case ObjectNode ignored -> "an object";
    };
  }
}

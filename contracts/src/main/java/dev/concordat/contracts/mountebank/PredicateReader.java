package dev.concordat.contracts.mountebank;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.DidYouMean;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads which requests a stub answers (mbtest.org, "Predicates").
final class PredicateReader {
  private static final Set<String> PARAMETERS =
      Set.of("caseSensitive", "keyCaseSensitive", "except", "xpath", "jsonpath");

  private static final Set<String> OPERATORS =
      Set.of(
          "equals",
          "deepEquals",
          "contains",
          "startsWith",
          "endsWith",
          "matches",
          "exists",
          "not",
          "or",
          "and",
          "inject");

  private final FieldReader fields;

  PredicateReader(FieldReader fields) {
    this.fields = fields;
  }

  /// The conditions of a list of predicates, which must all hold.
  List<RequestCondition> all(ObjectNode holder, String member) {
    return fields.items(holder, member).stream().flatMap(node -> one(node).stream()).toList();
  }

  private List<RequestCondition> one(Node node) {
    Optional<ObjectNode> predicate = fields.object(node, "a predicate");
    if (predicate.isEmpty()) {
      return List.of();
    }
    Optional<ObjectNode.Member> operator =
        predicate.get().members().stream()
            .filter(member -> OPERATORS.contains(member.name()))
            .findFirst();
    if (operator.isEmpty()) {
      unknown(predicate.get());
      return List.of();
    }
    return read(predicate.get(), operator.get());
  }

  private void unknown(ObjectNode predicate) {
    String written =
        predicate.members().stream()
            .map(ObjectNode.Member::name)
            .filter(name -> !PARAMETERS.contains(name))
            .findFirst()
            .orElse("");
    String guess = DidYouMean.sentence(written, OPERATORS).strip();
    fields.warning(
        "unknown-operator",
        predicate.place(),
        "the predicate has no operator that is known: \"" + written + "\"",
        guess.isEmpty() ? "operators are " + String.join(", ", new TreeSet<>(OPERATORS)) : guess);
  }

  private List<RequestCondition> read(ObjectNode predicate, ObjectNode.Member operator) {
    return switch (operator.name()) {
      case "and" -> all(predicate, "and");
      case "or" -> List.of(new RequestCondition.AnyOf(alternatives(predicate), operator.place()));
      case "not" ->
          List.of(
              new RequestCondition.Not(
                  request(one(operator.value()), operator.value()), operator.place()));
      case "inject" -> List.of(new RequestCondition.Unjudged("a script", operator.place()));
      default ->
          fields
              .object(operator.value(), operator.name())
              .map(
                  operands -> new FieldPredicate(fields, predicate, operator.name()).read(operands))
              .orElse(List.of());
    };
  }

  private List<StubRequest> alternatives(ObjectNode predicate) {
    return fields.items(predicate, "or").stream().map(node -> request(one(node), node)).toList();
  }

  private static StubRequest request(List<RequestCondition> conditions, Node node) {
    return new StubRequest(conditions, Optional.empty(), node.place());
  }
}

package dev.concordat.contracts.graphql;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.NamedNode;
import graphql.language.OperationTypeDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the JSON result of an introspection as a schema.
public final class Introspection {
  private static final List<String> PARTS = List.of("fields", "inputFields", "enumValues", "args");

  private Introspection() {}

  /// Whether a JSON document is such a result, with or without `data` around it.
  public static boolean recognises(Node root) {
    return schema(root).isPresent();
  }

  private static Optional<ObjectNode> schema(Node root) {
    return member(root, "__schema")
        .or(() -> member(root, "data").flatMap(data -> member(data, "__schema")))
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast);
  }

  static Optional<Node> member(Node node, String name) {
    return node instanceof ObjectNode object ? object.get(name) : Optional.empty();
  }

  public static Contract read(Document document) {
    var problems = new ArrayList<>(document.problems());
    Map<String, Place> places = new HashMap<>();
    Map<Place, String> lines = new HashMap<>();
    Optional<ObjectNode> schema = schema(document.root());
    schema
        .flatMap(one -> member(one, "types"))
        .ifPresent(types -> items(types).forEach(type -> note(type, "", places, lines)));
    var sentences = new Sentences.Introspected(document.file(), places, lines);
    graphql.language.Document definitions = graphql.language.Document.newDocument().build();
    try {
      Map<String, Object> result = new HashMap<>();
      result.put("__schema", schema.map(one -> JavaValues.of(one.toJson())).orElse(Map.of()));
      definitions = new IntrospectionResultToSchema().createSchemaDefinition(result);
    } catch (RuntimeException e) {
      // The library checks results by casts and assertions of several kinds.
      return refused(document, problems, String.valueOf(e.getMessage()));
    }
    if (!isWhole(definitions)) {
      return refused(document, problems, "something has no name or no type");
    }
    return GraphQlReader.schema(
        document.file(), new IntrospectedExtras(schema).added(definitions), sentences, problems);
  }

  private static Contract refused(Document document, List<Problem> problems, String why) {
    problems.add(
        Problem.error(
            "graphql/bad-introspection",
            schema(document.root()).<Node>map(one -> one).orElse(document.root()).place(),
            "this is no whole introspection result: " + why,
            "ask the provider again with the whole introspection query"));
    return new GraphQlSchemaContract(
        document.file(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        true,
        graphql.language.Document.newDocument().build(),
        Optional.empty(),
        problems);
  }

  /// The library makes definitions without names and types of results without them.
  private static boolean isWhole(graphql.language.@Nullable Node<?> definition) {
    boolean isNameless =
        switch (definition) {
          case null -> true;
          case OperationTypeDefinition root -> root.getTypeName() == null;
          case NamedNode<?> named -> named.getName() == null;
          default -> false;
        };
    if (definition == null || isNameless) {
      return false;
    }
    for (graphql.language.Node<?> child : definition.getChildren()) {
      if (!isWhole(child)) {
        return false;
      }
    }
    return true;
  }

  static List<Node> items(Node node) {
    return node instanceof ArrayNode array ? array.items() : List.of();
  }

  private static void note(
      Node node, String owner, Map<String, Place> places, Map<Place, String> lines) {
    Optional<String> name =
        member(node, "name")
            .filter(ScalarNode.class::isInstance)
            .flatMap(scalar -> ((ScalarNode) scalar).text());
    if (name.isEmpty()) {
      return;
    }
    String path = owner.isEmpty() ? name.get() : owner + "." + name.get();
    places.put(path, node.place());
    lines.put(node.place(), node.sourceLine());
    for (String part : PARTS) {
      member(node, part)
          .ifPresent(all -> items(all).forEach(one -> note(one, path, places, lines)));
    }
  }
}

package dev.concordat.compare.graphql;

import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// An operation of a consumer, as it is sent: with the fragments that it uses, and nothing else of its file.
///
/// @param document the operation and its fragments
/// @param text the same, printed
record Asked(OperationDefinition operation, Document document, String text) {

  /// The operations of a document, in its order.
  // The library declares definitions without their type argument.
  @SuppressWarnings("rawtypes")
  static List<Asked> of(Document document) {
    Map<String, FragmentDefinition> fragments = new HashMap<>();
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(one -> fragments.putIfAbsent(one.getName(), one));
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .map(
            operation -> {
              List<Definition> parts = new ArrayList<>(List.of(operation));
              used(operation, fragments).forEach(name -> parts.add(fragments.get(name)));
              Document own = Document.newDocument().definitions(parts).build();
              return new Asked(operation, own, AstPrinter.printAst(own).strip());
            })
        .toList();
  }

  private static Set<String> used(
      OperationDefinition operation, Map<String, FragmentDefinition> fragments) {
    Set<String> used = new LinkedHashSet<>();
    Deque<Node<?>> open = new ArrayDeque<>();
    open.push(operation);
    while (!open.isEmpty()) {
      Node<?> node = open.pop();
      if (node instanceof FragmentSpread spread) {
        FragmentDefinition fragment = fragments.get(spread.getName());
        if (fragment != null && used.add(spread.getName())) {
          open.push(fragment);
        }
      }
      node.getChildren().forEach(open::push);
    }
    return used;
  }

  /// `query Cart`, or `query` where it has no name.
  String title() {
    String word = operation.getOperation().name().toLowerCase(Locale.ROOT);
    return operation.getName() == null ? word : word + " " + operation.getName();
  }
}

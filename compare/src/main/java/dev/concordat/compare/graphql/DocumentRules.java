package dev.concordat.compare.graphql;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Whether a document keeps the rules that speak of it alone, whatever the schema (specification, section 5).
final class DocumentRules {
  private final Document document;
  private final Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();
  private final List<Misfit> misfits = new ArrayList<>();

  private DocumentRules(Document document) {
    this.document = document;
  }

  static List<Misfit> of(Document document) {
    var rules = new DocumentRules(document);
    rules.names();
    rules.fragments();
    document.getDefinitionsOfType(OperationDefinition.class).forEach(rules::operation);
    rules.repeated();
    return rules.misfits;
  }

  private void add(Node<?> node, String path, String message) {
    misfits.add(new Misfit(Misfit.Kind.DOCUMENT, node, path, Optional.empty(), message));
  }

  /// Sections 5.2.1.1, 5.2.2.1 and 5.5.1.1.
  private void names() {
    List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
    Set<String> names = new HashSet<>();
    for (OperationDefinition operation : operations) {
      if (operation.getName() == null && operations.size() > 1) {
        add(operation, "", "an operation without a name stands beside others");
      } else if (operation.getName() != null && !names.add(operation.getName())) {
        add(
            operation,
            operation.getName(),
            "two operations are called `" + operation.getName() + "`");
      }
    }
    for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
      if (fragments.putIfAbsent(fragment.getName(), fragment) != null) {
        add(fragment, fragment.getName(), "two fragments are called `" + fragment.getName() + "`");
      }
    }
  }

  /// Sections 5.5.1.4, 5.5.2.1 and 5.5.2.2.
  private void fragments() {
    Map<String, List<FragmentSpread>> spreads = new HashMap<>();
    fragments.forEach((name, fragment) -> spreads.put(name, all(fragment, FragmentSpread.class)));
    Set<String> used = new HashSet<>();
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      all(operation, FragmentSpread.class).forEach(one -> spread(one, used));
    }
    spreads.values().forEach(list -> list.forEach(one -> spread(one, used)));
    for (FragmentDefinition fragment : fragments.values()) {
      if (!used.contains(fragment.getName())) {
        add(fragment, fragment.getName(), "the fragment `" + fragment.getName() + "` is not used");
      }
      if (comesBack(fragment.getName(), spreads)) {
        add(
            fragment,
            fragment.getName(),
            "the fragment `" + fragment.getName() + "` leads to itself");
      }
    }
  }

  private void spread(FragmentSpread spread, Set<String> used) {
    used.add(spread.getName());
    if (!fragments.containsKey(spread.getName())) {
      add(spread, spread.getName(), "the fragment `" + spread.getName() + "` is not defined");
    }
  }

  private static boolean comesBack(String name, Map<String, List<FragmentSpread>> spreads) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      for (FragmentSpread spread : spreads.getOrDefault(open.pop(), List.of())) {
        if (spread.getName().equals(name)) {
          return true;
        }
        if (seen.add(spread.getName())) {
          open.push(spread.getName());
        }
      }
    }
    return false;
  }

  /// Sections 5.8.1 and 5.8.4.
  private void operation(OperationDefinition operation) {
    Set<String> used = new HashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<Node<?>> open = new ArrayDeque<>();
    open.push(operation);
    while (!open.isEmpty()) {
      Node<?> node = open.pop();
      all(node, VariableReference.class).forEach(one -> used.add(one.getName()));
      for (FragmentSpread spread : all(node, FragmentSpread.class)) {
        FragmentDefinition fragment = fragments.get(spread.getName());
        if (fragment != null && seen.add(spread.getName())) {
          open.push(fragment);
        }
      }
    }
    Set<String> declared = new HashSet<>();
    for (VariableDefinition variable : operation.getVariableDefinitions()) {
      String name = "$" + variable.getName();
      if (!declared.add(name)) {
        add(variable, name, "the variable `" + name + "` is declared twice");
      }
      if (!used.contains(variable.getName())) {
        add(variable, name, "the variable `" + name + "` is not used");
      }
    }
  }

  /// Sections 5.4.2 and 5.6.3.
  private void repeated() {
    for (Field field : all(document, Field.class)) {
      twice(field.getArguments(), Argument::getName, "the argument ");
    }
    for (ObjectValue object : all(document, ObjectValue.class)) {
      twice(object.getObjectFields(), ObjectField::getName, "the field ");
    }
  }

  private <T extends NamedNode<?>> void twice(
      List<T> nodes, Function<T, String> name, String word) {
    Set<String> names = new HashSet<>();
    for (T node : nodes) {
      if (!names.add(name.apply(node))) {
        add(node, name.apply(node), word + "`" + name.apply(node) + "` is given twice");
      }
    }
  }

  /// All nodes of a kind below a node, in the order of the text.
  private static <T extends Node<?>> List<T> all(Node<?> root, Class<T> kind) {
    var found = new ArrayList<T>();
    Deque<Node<?>> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Node<?> node = open.pop();
      if (kind.isInstance(node)) {
        found.add(kind.cast(node));
      }
      List<? extends Node<?>> children = children(node);
      for (int i = children.size() - 1; i >= 0; i--) {
        open.push(children.get(i));
      }
    }
    return found;
  }

  private static List<Node<?>> children(Node<?> node) {
    var children = new ArrayList<Node<?>>();
    node.getChildren().forEach(children::add);
    return children;
  }
}

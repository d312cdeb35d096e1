package dev.concordat.compare.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which fields a document asks of an object (GraphQL specification, section 6.3.2); directives that leave fields out are not
/// followed.
final class Collected {
  private final SchemaView schema;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();

  Collected(SchemaView schema, Document document) {
    this.schema = schema;
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(one -> fragments.putIfAbsent(one.getName(), one));
  }

  /// The fields by the names they have in the answer.
  Map<String, List<Field>> of(String type, List<SelectionSet> sets) {
    Map<String, List<Field>> asked = new LinkedHashMap<>();
    Set<String> visited = new HashSet<>();
    sets.forEach(set -> collect(type, set, asked, visited));
    return asked;
  }

  /// What is asked of the value of a field that is asked for in several places.
  static List<SelectionSet> inner(List<Field> fields) {
    return fields.stream()
        .flatMap(one -> Optional.ofNullable(one.getSelectionSet()).stream())
        .toList();
  }

  private void collect(
      String type, SelectionSet set, Map<String, List<Field>> asked, Set<String> visited) {
    for (Selection<?> selection : set.getSelections()) {
      switch (selection) {
        case Field field ->
            asked.computeIfAbsent(field.getResultKey(), key -> new ArrayList<>()).add(field);
        case InlineFragment inline -> {
          if (inline.getTypeCondition() == null
              || isOf(type, inline.getTypeCondition().getName())) {
            collect(type, inline.getSelectionSet(), asked, visited);
          }
        }
        case FragmentSpread spread -> {
          FragmentDefinition fragment = fragments.get(spread.getName());
          if (fragment != null
              && visited.add(spread.getName())
              && isOf(type, fragment.getTypeCondition().getName())) {
            collect(type, fragment.getSelectionSet(), asked, visited);
          }
        }
        default -> throw new IllegalStateException("no such selection: " + selection.getClass());
      }
    }
  }

  private boolean isOf(String type, String condition) {
    return schema.possibleTypes(condition).contains(type);
  }
}

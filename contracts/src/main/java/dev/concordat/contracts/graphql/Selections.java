package dev.concordat.contracts.graphql;

import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which fields a document asks of an object (GraphQL specification, section 6.3.2, CollectFields).
final class Selections {
  private final GraphQLSchema schema;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Map<String, Object> variables;

  Selections(GraphQLSchema schema, Document document, Map<String, Object> variables) {
    this.schema = schema;
    this.variables = variables;
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> fragments.putIfAbsent(fragment.getName(), fragment));
  }

  /// The fields by the names they have in the response.
  Map<String, List<Field>> of(GraphQLObjectType type, List<SelectionSet> sets) {
    Map<String, List<Field>> fields = new LinkedHashMap<>();
    Set<String> visited = new HashSet<>();
    sets.forEach(set -> collect(type, set, fields, visited));
    return fields;
  }

  private void collect(
      GraphQLObjectType type,
      SelectionSet set,
      Map<String, List<Field>> fields,
      Set<String> visited) {
    for (Selection<?> selection : set.getSelections()) {
      switch (selection) {
        case Field field -> {
          if (isIncluded(field.getDirectives())) {
            fields.computeIfAbsent(field.getResultKey(), key -> new ArrayList<>()).add(field);
          }
        }
        case InlineFragment inline -> {
          boolean applies =
              inline.getTypeCondition() == null
                  || applies(type, inline.getTypeCondition().getName());
          if (applies && isIncluded(inline.getDirectives())) {
            collect(type, inline.getSelectionSet(), fields, visited);
          }
        }
        case FragmentSpread spread -> {
          FragmentDefinition fragment = fragments.get(spread.getName());
          if (fragment != null
              && isIncluded(spread.getDirectives())
              && visited.add(spread.getName())
              && applies(type, fragment.getTypeCondition().getName())) {
            collect(type, fragment.getSelectionSet(), fields, visited);
          }
        }
        default -> throw new IllegalStateException("no such selection: " + selection.getClass());
      }
    }
  }

  private boolean applies(GraphQLObjectType type, String condition) {
    GraphQLType wanted = schema.getType(condition);
    return switch (wanted) {
      case GraphQLObjectType object -> object.getName().equals(type.getName());
      case GraphQLInterfaceType one -> schema.isPossibleType(one, type);
      case GraphQLUnionType union -> schema.isPossibleType(union, type);
      case null, default -> false;
    };
  }

  private boolean isIncluded(List<Directive> directives) {
    return directives.stream()
        .allMatch(
            directive ->
                switch (directive.getName()) {
                  case "skip" -> !condition(directive);
                  case "include" -> condition(directive);
                  default -> true;
                });
  }

  private boolean condition(Directive directive) {
    return directive.getArgument("if") != null
        && switch (directive.getArgument("if").getValue()) {
          case BooleanValue value -> value.isValue();
          case VariableReference variable -> Boolean.TRUE.equals(variables.get(variable.getName()));
          case null, default -> false;
        };
  }
}

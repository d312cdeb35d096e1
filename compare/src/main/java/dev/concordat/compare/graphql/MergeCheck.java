package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.Kind;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether fields that have one name in the answer can be answered by one value (specification, section 5.3.2).
final class MergeCheck {
  /// Pairs of fields beyond which nothing more is compared.
  private static final int MAX_PAIRS = 200_000;

  private final SchemaView schema;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Set<At> entered = new HashSet<>();
  private final Set<Pair> merged = new HashSet<>();
  private final Set<Pair> shaped = new HashSet<>();
  private final List<Misfit> misfits = new ArrayList<>();
  private int pairs;

  private MergeCheck(SchemaView schema) {
    this.schema = schema;
  }

  static List<Misfit> of(SchemaView schema, Document document) {
    var check = new MergeCheck(schema);
    List<FragmentDefinition> fragments = document.getDefinitionsOfType(FragmentDefinition.class);
    fragments.forEach(one -> check.fragments.putIfAbsent(one.getName(), one));
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      schema
          .root(operation.getOperation().name().toLowerCase(Locale.ROOT))
          .ifPresent(root -> check.merge(check.fields(root, operation.getSelectionSet())));
    }
    fragments.forEach(
        one -> check.merge(check.fields(one.getTypeCondition().getName(), one.getSelectionSet())));
    return check.misfits;
  }

  /// A field where it stands.
  ///
  /// @param owner the type that it is asked of
  private record At(String owner, Field field, Optional<GraphQlType.Field> definition) {
    // The same place in a document is the same node; equal texts elsewhere are others.
    @Override
    @SuppressWarnings("ReferenceEquality") // one node of the document, wherever it is met
    public boolean equals(Object other) {
      return other instanceof At at && at.field == field && at.owner.equals(owner);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(field);
    }

    Optional<TypeReference> type() {
      return definition.map(one -> TypeReference.of(one.type()));
    }
  }

  private record Pair(At one, At two) {}

  private Map<String, List<At>> fields(String owner, SelectionSet set) {
    Map<String, List<At>> fields = new LinkedHashMap<>();
    collect(owner, set, fields, new HashSet<>());
    return fields;
  }

  private void collect(
      String owner, SelectionSet set, Map<String, List<At>> fields, Set<String> visited) {
    for (Selection<?> selection : set.getSelections()) {
      switch (selection) {
        case Field field ->
            fields
                .computeIfAbsent(field.getResultKey(), key -> new ArrayList<>())
                .add(new At(owner, field, schema.field(owner, field.getName())));
        case InlineFragment inline ->
            collect(
                inline.getTypeCondition() == null ? owner : inline.getTypeCondition().getName(),
                inline.getSelectionSet(),
                fields,
                visited);
        case FragmentSpread spread -> {
          FragmentDefinition fragment = fragments.get(spread.getName());
          if (fragment != null && visited.add(spread.getName())) {
            collect(
                fragment.getTypeCondition().getName(), fragment.getSelectionSet(), fields, visited);
          }
        }
        default -> throw new IllegalStateException("no such selection: " + selection.getClass());
      }
    }
  }

  private Map<String, List<At>> inside(List<At> places) {
    Map<String, List<At>> fields = new LinkedHashMap<>();
    Set<String> visited = new HashSet<>();
    for (At at : places) {
      at.type()
          .ifPresent(
              type -> {
                SelectionSet inner = at.field().getSelectionSet();
                if (inner != null) {
                  collect(type.name(), inner, fields, visited);
                }
              });
    }
    return fields;
  }

  private List<Pair> pairs(Map<String, List<At>> fields, Set<Pair> seen) {
    var found = new ArrayList<Pair>();
    for (List<At> same : fields.values()) {
      for (int i = 0; i < same.size(); i++) {
        for (int j = i + 1; j < same.size() && pairs < MAX_PAIRS; j++) {
          var pair = new Pair(same.get(i), same.get(j));
          pairs++;
          if (seen.add(pair)) {
            found.add(pair);
          }
        }
      }
    }
    return found;
  }

  private void merge(Map<String, List<At>> fields) {
    for (List<At> same : fields.values()) {
      for (At at : same) {
        if (at.field().getSelectionSet() != null && entered.add(at)) {
          merge(inside(List.of(at)));
        }
      }
    }
    for (Pair pair : pairs(fields, merged)) {
      if (!haveSameShape(pair)) {
        add(pair, "have types that no one value has");
        continue;
      }
      if (canBeOfOneObject(pair)) {
        if (!pair.one().field().getName().equals(pair.two().field().getName())) {
          add(pair, "are different fields");
        } else if (!arguments(pair.one()).equals(arguments(pair.two()))) {
          add(pair, "have different arguments");
        } else {
          merge(inside(List.of(pair.one(), pair.two())));
        }
      }
    }
  }

  private boolean canBeOfOneObject(Pair pair) {
    return pair.one().owner().equals(pair.two().owner())
        || !schema.isOfKind(pair.one().owner(), Kind.OBJECT)
        || !schema.isOfKind(pair.two().owner(), Kind.OBJECT);
  }

  private static Map<String, String> arguments(At at) {
    Map<String, String> arguments = new HashMap<>();
    at.field()
        .getArguments()
        .forEach(one -> arguments.put(one.getName(), AstPrinter.printAstCompact(one.getValue())));
    return arguments;
  }

  private boolean haveSameShape(Pair pair) {
    Optional<TypeReference> one = pair.one().type();
    Optional<TypeReference> two = pair.two().type();
    if (one.isEmpty() || two.isEmpty()) {
      return true;
    }
    if (!haveSameWrappers(one.get(), two.get())) {
      return false;
    }
    if (!schema.isComposite(one.get().name()) || !schema.isComposite(two.get().name())) {
      return one.get().name().equals(two.get().name());
    }
    for (Pair inner : pairs(inside(List.of(pair.one(), pair.two())), shaped)) {
      if (!haveSameShape(inner)) {
        return false;
      }
    }
    return true;
  }

  private static boolean haveSameWrappers(TypeReference one, TypeReference two) {
    return switch (one) {
      case TypeReference.NonNull(TypeReference inner) ->
          two instanceof TypeReference.NonNull(TypeReference other)
              && haveSameWrappers(inner, other);
      case TypeReference.ListOf(TypeReference item) ->
          two instanceof TypeReference.ListOf(TypeReference other) && haveSameWrappers(item, other);
      case TypeReference.Named ignored -> two instanceof TypeReference.Named;
    };
  }

  private void add(Pair pair, String what) {
    At two = pair.two();
    misfits.add(
        new Misfit(
            Misfit.Kind.SELECTION,
            two.field(),
            two.owner() + "." + two.field().getName(),
            two.definition().map(SchemaView::sentence),
            "`"
                + pair.one().owner()
                + "."
                + pair.one().field().getName()
                + "` and `"
                + two.owner()
                + "."
                + two.field().getName()
                + "`, both answered as `"
                + two.field().getResultKey()
                + "`, "
                + what));
  }
}

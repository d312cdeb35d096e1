package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.model.finding.Sentence;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where an operation or fragment uses variables, and which fragments it spreads.
final class VariableUses {
  /// More uses than this of one operation, those of its fragments included, are not looked at.
  private static final int MAX_USES = 200_000;

  private final List<Use> uses = new ArrayList<>();
  private final Set<String> spreads = new LinkedHashSet<>();

  /// A variable in a place.
  ///
  /// @param wanted the type of the place
  /// @param hasDefault whether the place has a default value
  /// @param path what of the schema the place is: `Query.order.id`
  record Use(
      VariableReference variable,
      TypeReference wanted,
      boolean hasDefault,
      String path,
      Optional<Sentence> definition) {}

  void add(VariableReference variable, GraphQlType.Field place, String path) {
    uses.add(
        new Use(
            variable,
            TypeReference.of(place.type()),
            place.defaultValue().isPresent(),
            path,
            Optional.of(SchemaView.sentence(place))));
  }

  void add(
      VariableReference variable,
      TypeReference wanted,
      String path,
      Optional<Sentence> definition) {
    uses.add(new Use(variable, wanted, false, path, definition));
  }

  void spread(String fragment) {
    spreads.add(fragment);
  }

  /// Variables that may not stand where they do (section 5.8.5), in this operation and the fragments it spreads.
  List<Misfit> misfits(
      SchemaView schema, OperationDefinition operation, Map<String, VariableUses> ofFragments) {
    Map<String, VariableDefinition> defined = new HashMap<>();
    operation.getVariableDefinitions().forEach(one -> defined.putIfAbsent(one.getName(), one));
    var misfits = new ArrayList<Misfit>();
    for (Use use : all(ofFragments)) {
      VariableDefinition definition = defined.get(use.variable().getName());
      if (definition == null) {
        misfits.add(
            misfit(use, "the variable `$" + use.variable().getName() + "` is not declared"));
        continue;
      }
      TypeReference type = TypeReference.of(definition.getType());
      if (schema.isInput(type.name()) && !isAllowed(use, definition, type)) {
        misfits.add(
            misfit(
                use,
                "`$"
                    + definition.getName()
                    + "` is a `"
                    + type.text()
                    + "`, and `"
                    + use.path()
                    + "` wants `"
                    + use.wanted().text()
                    + "`"));
      }
    }
    return misfits;
  }

  private static Misfit misfit(Use use, String message) {
    return new Misfit(Misfit.Kind.INPUT, use.variable(), use.path(), use.definition(), message);
  }

  private static boolean isAllowed(Use use, VariableDefinition variable, TypeReference type) {
    boolean hasOwnDefault =
        variable.getDefaultValue() != null && !(variable.getDefaultValue() instanceof NullValue);
    if (use.wanted().isNonNull() && !type.isNonNull()) {
      return (hasOwnDefault || use.hasDefault()) && type.fitsInto(use.wanted().nullable());
    }
    return type.fitsInto(use.wanted());
  }

  private List<Use> all(Map<String, VariableUses> ofFragments) {
    var all = new ArrayList<>(uses);
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(spreads);
    while (!open.isEmpty() && all.size() < MAX_USES) {
      String name = open.pop();
      VariableUses fragment = ofFragments.get(name);
      if (seen.add(name) && fragment != null) {
        all.addAll(fragment.uses);
        open.addAll(fragment.spreads);
      }
    }
    return all;
  }
}

package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.Kind;
import dev.concordat.model.finding.Sentence;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Whether a document fits a schema, by the rules of the specification's section 5: written anew, so that it is a second
/// opinion beside the library's, and tells which sentence of the schema each misfit is about. What introspection fields ask
/// for is left to the library.
final class DocumentCheck {
  private static final int MAX_MISFITS = 500;
  private static final int MAX_SHOWN_NAMES = 5;

  private final SchemaView schema;
  private final Document document;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Map<String, VariableUses> usesOfFragments = new LinkedHashMap<>();
  private final List<Misfit> misfits = new ArrayList<>();

  private DocumentCheck(SchemaView schema, Document document) {
    this.schema = schema;
    this.document = document;
  }

  /// All misfits: of types and values in the order of the document, then of fields that cannot be merged, then of the document
  /// alone.
  static List<Misfit> of(SchemaView schema, Document document) {
    var check = new DocumentCheck(schema, document);
    List<FragmentDefinition> fragments = document.getDefinitionsOfType(FragmentDefinition.class);
    fragments.forEach(one -> check.fragments.putIfAbsent(one.getName(), one));
    fragments.forEach(check::fragment);
    document.getDefinitionsOfType(OperationDefinition.class).forEach(check::operation);
    MergeCheck.of(schema, document).forEach(check::add);
    DocumentRules.of(document).forEach(check::add);
    return List.copyOf(check.misfits);
  }

  private void add(
      Misfit.Kind kind, Node<?> node, String path, Optional<Sentence> definition, String message) {
    if (misfits.size() < MAX_MISFITS) {
      misfits.add(new Misfit(kind, node, path, definition, message));
    }
  }

  private void fragment(FragmentDefinition fragment) {
    var uses = new VariableUses();
    usesOfFragments.putIfAbsent(fragment.getName(), uses);
    directives(fragment.getDirectives(), "FRAGMENT_DEFINITION", uses);
    String on = fragment.getTypeCondition().getName();
    if (isCondition(fragment.getTypeCondition())) {
      selections(on, fragment.getSelectionSet(), uses);
    }
  }

  private void operation(OperationDefinition operation) {
    String word = operation.getOperation().name().toLowerCase(Locale.ROOT);
    var uses = new VariableUses();
    directives(operation.getDirectives(), operation.getOperation().name(), uses);
    operation.getVariableDefinitions().forEach(variable -> variable(variable, uses));
    Optional<String> root = schema.root(word);
    if (root.isEmpty()) {
      add(
          Misfit.Kind.SELECTION,
          operation,
          word,
          Optional.empty(),
          "the schema has no " + word + " type");
      return;
    }
    selections(root.get(), operation.getSelectionSet(), uses);
    if (operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION) {
      subscription(root.get(), operation);
    }
    uses.misfits(schema, operation, usesOfFragments).forEach(this::add);
  }

  /// A subscription asks for one field (section 5.2.3.1).
  private void subscription(String root, OperationDefinition operation) {
    var asked = new Collected(schema, document).of(root, List.of(operation.getSelectionSet()));
    boolean isOfSchema =
        asked.values().stream().anyMatch(one -> one.getFirst().getName().startsWith("__"));
    if (asked.size() > 1 || isOfSchema) {
      add(
          Misfit.Kind.DOCUMENT,
          operation,
          root,
          schema.sentence(root),
          "a subscription asks for exactly one field of `" + root + "`");
    }
  }

  private void add(Misfit misfit) {
    if (misfits.size() < MAX_MISFITS) {
      misfits.add(misfit);
    }
  }

  private void variable(VariableDefinition variable, VariableUses uses) {
    TypeReference type = TypeReference.of(variable.getType());
    directives(variable.getDirectives(), "VARIABLE_DEFINITION", uses);
    if (!schema.isInput(type.name())) {
      String what = schema.type(type.name()).isEmpty() ? "is not defined" : "cannot be sent";
      add(
          Misfit.Kind.INPUT,
          variable,
          type.name(),
          schema.sentence(type.name()),
          "the type `" + type.name() + "` of `$" + variable.getName() + "` " + what);
    } else if (variable.getDefaultValue() != null) {
      var values = new LiteralCheck(schema, new VariableUses());
      values.check(type, variable.getDefaultValue(), "$" + variable.getName(), Optional.empty());
      values.misfits().forEach(this::add);
    }
  }

  private boolean isCondition(TypeName condition) {
    String name = condition.getName();
    if (schema.isComposite(name)) {
      return true;
    }
    String what =
        schema.type(name).isEmpty() ? "is not defined" : "has no fields, so no fragment is on it";
    add(
        Misfit.Kind.SELECTION,
        condition,
        name,
        schema.sentence(name),
        "the type `" + name + "` " + what);
    return false;
  }

  private void selections(String type, SelectionSet set, VariableUses uses) {
    for (Selection<?> selection : set.getSelections()) {
      switch (selection) {
        case Field field -> field(type, field, uses);
        case InlineFragment inline -> {
          directives(inline.getDirectives(), "INLINE_FRAGMENT", uses);
          TypeName condition = inline.getTypeCondition();
          if (condition == null) {
            selections(type, inline.getSelectionSet(), uses);
          } else if (isCondition(condition)) {
            spread(type, condition.getName(), inline);
            selections(condition.getName(), inline.getSelectionSet(), uses);
          }
        }
        case FragmentSpread spread -> {
          directives(spread.getDirectives(), "FRAGMENT_SPREAD", uses);
          uses.spread(spread.getName());
          Optional.ofNullable(fragments.get(spread.getName()))
              .map(one -> one.getTypeCondition().getName())
              .filter(schema::isComposite)
              .ifPresent(on -> spread(type, on, spread));
        }
        default -> throw new IllegalStateException("no such selection: " + selection.getClass());
      }
    }
  }

  private void spread(String type, String on, Node<?> node) {
    if (!schema.canBeBoth(type, on)) {
      add(
          Misfit.Kind.SELECTION,
          node,
          on,
          schema.sentence(type),
          "a `" + type + "` is never a `" + on + "`");
    }
  }

  private void field(String type, Field field, VariableUses uses) {
    directives(field.getDirectives(), "FIELD", uses);
    if (field.getName().equals("__schema") || field.getName().equals("__type")) {
      // What introspection answers is the same for every schema; the library checks it.
      return;
    }
    String path = type + "." + field.getName();
    Optional<GraphQlType.Field> definition = schema.field(type, field.getName());
    if (definition.isEmpty()) {
      add(
          Misfit.Kind.SELECTION,
          field,
          path,
          schema.sentence(type),
          "`" + type + "` has no field `" + field.getName() + "`");
      return;
    }
    arguments(field.getArguments(), definition.get().arguments(), path, field, uses);
    TypeReference answer = TypeReference.of(definition.get().type());
    SelectionSet inner = field.getSelectionSet();
    if (schema.isComposite(answer.name()) && inner == null) {
      add(
          Misfit.Kind.SELECTION,
          field,
          path,
          Optional.of(SchemaView.sentence(definition.get())),
          "`" + path + "` is a `" + answer.text() + "`, so fields of it must be named");
    } else if (inner != null && schema.isOfKind(answer.name(), Kind.SCALAR, Kind.ENUM)) {
      add(
          Misfit.Kind.SELECTION,
          field,
          path,
          Optional.of(SchemaView.sentence(definition.get())),
          "`" + path + "` is a `" + answer.text() + "`, which has no fields");
    } else if (inner != null) {
      selections(answer.name(), inner, uses);
    }
  }

  private void directives(List<Directive> applied, String location, VariableUses uses) {
    Map<String, Integer> times = new HashMap<>();
    for (Directive directive : applied) {
      String path = "@" + directive.getName();
      var definition = schema.directive(directive.getName());
      if (definition.isEmpty()) {
        add(
            Misfit.Kind.DIRECTIVE,
            directive,
            path,
            Optional.empty(),
            "the directive `" + path + "` is not defined");
        continue;
      }
      Optional<Sentence> sentence =
          Optional.of(new Sentence(definition.get().place(), definition.get().sentence()));
      if (!definition.get().locations().contains(location)) {
        add(
            Misfit.Kind.DIRECTIVE,
            directive,
            path,
            sentence,
            "the directive `" + path + "` may not stand on " + location);
      }
      if (times.merge(directive.getName(), 1, Integer::sum) == 2
          && !definition.get().isRepeatable()) {
        add(
            Misfit.Kind.DIRECTIVE,
            directive,
            path,
            sentence,
            "the directive `" + path + "` may stand there only once");
      }
      arguments(directive.getArguments(), definition.get().arguments(), path, directive, uses);
    }
  }

  private void arguments(
      List<Argument> given,
      List<GraphQlType.Field> defined,
      String owner,
      Node<?> node,
      VariableUses uses) {
    Misfit.Kind kind = owner.startsWith("@") ? Misfit.Kind.DIRECTIVE : Misfit.Kind.INPUT;
    Map<String, GraphQlType.Field> byName = new LinkedHashMap<>();
    defined.forEach(one -> byName.putIfAbsent(one.name(), one));
    for (Argument argument : given) {
      String path = owner + "." + argument.getName();
      GraphQlType.Field definition = byName.get(argument.getName());
      if (definition == null) {
        String known =
            byName.isEmpty()
                ? ""
                : "; it has "
                    + String.join(", ", byName.keySet().stream().limit(MAX_SHOWN_NAMES).toList());
        add(
            kind,
            argument,
            path,
            Optional.empty(),
            "`" + owner + "` has no argument `" + argument.getName() + "`" + known);
        continue;
      }
      var values = new LiteralCheck(schema, uses);
      values.checkAt(definition, argument.getValue(), path);
      values.misfits().stream()
          .map(it -> new Misfit(kind, it.node(), it.path(), it.definition(), it.message()))
          .forEach(this::add);
    }
    for (GraphQlType.Field definition : byName.values()) {
      boolean isGiven = given.stream().anyMatch(one -> one.getName().equals(definition.name()));
      if (!isGiven && definition.isNonNull() && definition.defaultValue().isEmpty()) {
        add(
            kind,
            node,
            owner + "." + definition.name(),
            Optional.of(SchemaView.sentence(definition)),
            "`" + owner + "` needs the argument `" + definition.name() + "`");
      }
    }
  }
}

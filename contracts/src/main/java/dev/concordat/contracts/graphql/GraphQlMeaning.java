package dev.concordat.contracts.graphql;

import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import graphql.language.AstPrinter;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What schemas and documents mean: neither descriptions, nor the order of definitions, nor layout count.
final class GraphQlMeaning {
  private static final Pattern NAME = Pattern.compile("[_A-Za-z]\\w*");

  private GraphQlMeaning() {}

  static Term of(GraphQlSchemaContract schema) {
    return TermMembers.of("graphql schema")
        .bag("types", schema.types().keySet().stream().map(name -> type(schema, name)).toList())
        .bag(
            "directives",
            schema.directives().values().stream().map(one -> directive(schema, one)).toList())
        .put(
            "roots",
            Term.texts(
                schema.roots().entrySet().stream()
                    .map(root -> root.getKey() + ": " + root.getValue())
                    .toList()))
        .term();
  }

  /// The fields of the root types: `Query.order`.
  static Map<String, Term> parts(GraphQlSchemaContract schema) {
    Map<String, Term> parts = new LinkedHashMap<>();
    schema.roots().values().stream()
        .flatMap(name -> schema.type(name).stream())
        .forEach(
            root ->
                root.fields()
                    .forEach(
                        field ->
                            parts.put(root.name() + "." + field.name(), field(schema, field))));
    return parts;
  }

  private static Term type(GraphQlSchemaContract schema, String name) {
    return new Term.Knot(
        "type " + name,
        () ->
            schema.type(name).map(type -> content(schema, type)).orElseGet(() -> Term.text(name)));
  }

  private static Term content(GraphQlSchemaContract schema, GraphQlType type) {
    return TermMembers.of(type.kind().name())
        .text("name", type.name())
        .bag("fields", fields(schema, type.fields()))
        .choices(
            "values",
            type.values().stream()
                .map(
                    value ->
                        TermMembers.of("value")
                            .text("name", value.name())
                            .flag("deprecated", value.deprecation().isPresent())
                            .term())
                .toList())
        .choices("members", type.members().stream().map(name -> type(schema, name)).toList())
        .choices("interfaces", type.interfaces().stream().map(Term::text).toList())
        .choices(
            "directives", type.directives().stream().map(one -> Term.text(one.name())).toList())
        .term();
  }

  private static Term directive(GraphQlSchemaContract schema, GraphQlDirective directive) {
    return TermMembers.of("field")
        .text("name", directive.name())
        .text("written", "")
        .bag("arguments", fields(schema, directive.arguments()))
        .flag("deprecated", false)
        .term();
  }

  private static List<Term> fields(GraphQlSchemaContract schema, List<GraphQlType.Field> fields) {
    return fields.stream().map(field -> field(schema, field)).toList();
  }

  private static Term field(GraphQlSchemaContract schema, GraphQlType.Field field) {
    Matcher name = NAME.matcher(field.type());
    Optional<Term> type = name.find() ? Optional.of(type(schema, name.group())) : Optional.empty();
    return TermMembers.of("field")
        .text("name", field.name())
        .text("written", field.type())
        .maybe("type", type)
        .bag("arguments", fields(schema, field.arguments()))
        .maybe("default", field.defaultValue().map(Term::text))
        .flag("deprecated", field.deprecation().isPresent())
        .term();
  }

  static Term of(GraphQlDocumentContract document) {
    return TermMembers.of("graphql document")
        .bag(
            "fragments",
            document.document().getDefinitionsOfType(FragmentDefinition.class).stream()
                .map(fragment -> Term.text(AstPrinter.printAstCompact(fragment)))
                .toList())
        .term();
  }

  /// Each operation by its name, those without one by their number.
  static Map<String, Term> parts(GraphQlDocumentContract document) {
    Map<String, Term> parts = new LinkedHashMap<>();
    for (OperationDefinition operation :
        document.document().getDefinitionsOfType(OperationDefinition.class)) {
      String name = operation.getName() == null ? "#" + (parts.size() + 1) : operation.getName();
      parts.put(name, Term.text(AstPrinter.printAstCompact(operation)));
    }
    return parts;
  }
}

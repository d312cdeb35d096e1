package dev.concordat.contracts.graphql;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.graphql.GraphQlDocumentContract.Fragment;
import dev.concordat.contracts.graphql.GraphQlDocumentContract.Operation;
import dev.concordat.contracts.graphql.GraphQlDocumentContract.Variable;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.problem.Problem;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.SDLDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads GraphQL schemas and documents. What is wrong is in the contract's problems; never throws.
public final class GraphQlReader {
  private GraphQlReader() {}

  /// Whether these bytes are the text of a schema or document.
  public static boolean recognises(byte[] bytes) {
    return GraphQlText.recognises(bytes);
  }

  /// A {@link GraphQlSchemaContract} where the text defines types, else a {@link GraphQlDocumentContract}.
  public static Contract read(TextFile file) {
    Optional<Problem> notText = file.notUtf8();
    if (notText.isPresent()) {
      return document(
          file, Document.newDocument().build(), new ArrayList<>(List.of(notText.get())));
    }
    Parsing parsing = Parsing.of(file);
    boolean isSchema =
        parsing.document().getDefinitions().stream().anyMatch(SDLDefinition.class::isInstance);
    return isSchema
        ? schema(file, parsing)
        : document(file, parsing.document(), new ArrayList<>(parsing.problems()));
  }

  private static Contract schema(TextFile file, Parsing parsing) {
    var problems = new ArrayList<>(parsing.problems());
    parsing.document().getDefinitions().stream()
        .filter(definition -> !(definition instanceof SDLDefinition))
        .map(
            definition ->
                Problem.error(
                    "graphql/operation-in-schema",
                    Places.of(file, definition),
                    "an operation stands in a schema; it is not used",
                    "move it to a file of its own"))
        .forEach(problems::add);
    return schema(file.name(), parsing.document(), new Sentences.Written(file), problems);
  }

  static GraphQlSchemaContract schema(
      String file, Document document, Sentences sentences, List<Problem> problems) {
    Document definitions =
        Document.newDocument()
            .definitions(
                document.getDefinitions().stream().filter(SDLDefinition.class::isInstance).toList())
            .build();
    var model = new SchemaModel(sentences);
    Map<String, GraphQlType> types = model.types(definitions);
    var executable = new SchemaBuild(sentences, file, problems).build(definitions);
    return new GraphQlSchemaContract(
        file,
        types,
        model.directives(definitions),
        SchemaModel.roots(definitions, types),
        model.applied(definitions),
        sentences instanceof Sentences.Introspected,
        definitions,
        executable,
        problems);
  }

  private static GraphQlDocumentContract document(
      TextFile file, Document document, List<Problem> problems) {
    if (problems.isEmpty() && document.getDefinitions().isEmpty()) {
      problems.add(
          Problem.error(
              "graphql/empty",
              file.place(1, 1),
              "the file defines nothing",
              "fill it or remove it"));
    }
    return new GraphQlDocumentContract(
        file.name(),
        document.getDefinitionsOfType(OperationDefinition.class).stream()
            .map(operation -> operation(file, operation))
            .toList(),
        document.getDefinitionsOfType(FragmentDefinition.class).stream()
            .map(
                fragment ->
                    new Fragment(
                        fragment.getName(),
                        fragment.getTypeCondition().getName(),
                        Places.of(file, fragment)))
            .toList(),
        document,
        file,
        problems);
  }

  private static Operation operation(TextFile file, OperationDefinition operation) {
    return new Operation(
        Optional.ofNullable(operation.getName()).orElse(""),
        operation.getOperation().name().toLowerCase(Locale.ROOT),
        operation.getVariableDefinitions().stream()
            .map(
                variable ->
                    new Variable(
                        variable.getName(),
                        AstPrinter.printAst(variable.getType()),
                        Optional.ofNullable(variable.getDefaultValue()).map(AstPrinter::printAst),
                        Places.of(file, variable)))
            .toList(),
        Places.of(file, operation));
  }
}

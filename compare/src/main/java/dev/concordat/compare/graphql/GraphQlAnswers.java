package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlDocumentContract;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.model.json.JsonObject;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What may be answered to a request, for whoever compares it with what is needed.
public final class GraphQlAnswers {
  private GraphQlAnswers() {}

  /// The JSON Schema of the body of an answer without errors. Fields that `@skip` or `@include` leave out count as there.
  ///
  /// @param request a document that fits the schema
  /// @param operation the operation's name; empty where the document has only one
  /// @return empty where the document has no such operation, or its answers are too large
  public static Optional<JsonObject> schemaOf(
      GraphQlSchemaContract provider, GraphQlDocumentContract request, String operation) {
    @SuppressWarnings("rawtypes")
    List<Definition> kept = new ArrayList<>();
    for (Definition<?> each : request.document().getDefinitions()) {
      boolean isOther =
          each instanceof OperationDefinition other
              && !operation.isEmpty()
              && !operation.equals(other.getName());
      if (!isOther) {
        kept.add(each);
      }
    }
    Document chosen = Document.newDocument().definitions(kept).build();
    return AnswerSchema.of(new SchemaView(provider), chosen);
  }
}

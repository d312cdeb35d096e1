package dev.concordat.standin.graphql;

import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.List;

/// What kind of operation a document asks for.
final class Operations {
  private Operations() {}

  /// `QUERY`, `MUTATION` or `SUBSCRIPTION`; empty where the document cannot be parsed or has no such operation.
  ///
  /// @param name empty for the only one
  static String kind(String query, String name) {
    try {
      List<OperationDefinition> operations =
          new Parser().parseDocument(query).getDefinitionsOfType(OperationDefinition.class);
      return operations.stream()
          .filter(one -> name.isEmpty() || name.equals(one.getName()))
          .findFirst()
          .map(one -> one.getOperation().name())
          .orElse("");
    } catch (InvalidSyntaxException broken) {
      return "";
    }
  }
}

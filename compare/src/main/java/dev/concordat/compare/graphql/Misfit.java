package dev.concordat.compare.graphql;

import dev.concordat.model.finding.Sentence;
import graphql.language.Node;
import java.util.Optional;

/// Where a document does not fit a schema.
///
/// @param node what of the document does not fit
/// @param path what of the schema it is about: `Order.total`, `Query.order.id`, `@key`
/// @param definition the sentence of the schema that is nearest
/// @param message one sentence
record Misfit(Kind kind, Node<?> node, String path, Optional<Sentence> definition, String message) {

  /// Which part of an operation does not fit.
  enum Kind {
    /// What is asked for: fields, types of fragments, the operation itself.
    SELECTION,
    /// What is sent: arguments, input fields, values, variables.
    INPUT,
    /// A directive of the operation.
    DIRECTIVE,
    /// Something that no schema would allow.
    DOCUMENT
  }
}

package dev.concordat.fuzz;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.ProblemText;

/// A schema in every dialect, asked about its own text.
record SchemaTarget(Workspace workspace) implements Target {
  SchemaTarget() {
    this(Workspace.empty());
  }

  @Override
  public void take(byte[] input) {
    var documents = new Documents(workspace.root());
    Document document = documents.parse("input", input);
    for (Dialect dialect : Dialect.values()) {
      var loader = new SchemaLoader(documents, dialect);
      var schema = loader.load(document.root());
      schema.validate(document.root().toJson());
      loader.problems().forEach(problem -> ProblemText.of(problem, document));
    }
  }
}

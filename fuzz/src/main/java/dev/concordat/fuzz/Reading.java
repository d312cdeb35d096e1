package dev.concordat.fuzz;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ProblemText;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// One reader under test: it reads, shows every problem, and judges messages by what it read.
record Reading(String reader, Words words, Path root, Contract everyBody) {
  Reading(String reader, Words words) {
    this(reader, words, emptyFolder(), contract("every-body.yaml"));
  }

  void take(byte[] input) {
    switch (reader) {
      case "document" -> show(new DocumentReader(root).parse("input", input));
      case "body" -> Messages.judge(everyBody, input);
      case "schema" -> schema(input);
      default -> contract(input);
    }
  }

  private static void show(Document document) {
    document.problems().forEach(problem -> ProblemText.of(problem, document));
    for (Node root : document.documents()) {
      JsonValue value = root.toJson();
      Optional<JsonValue> again = JsonParser.parse(value.toString()).value();
      if (document.problems().isEmpty() && !again.equals(Optional.of(value))) {
        throw new AssertionError("written and read again, it is another value: " + value);
      }
    }
  }

  private void schema(byte[] input) {
    var documents = new Documents(root);
    Document document = documents.parse("input", input);
    for (Dialect dialect : Dialect.values()) {
      var loader = new SchemaLoader(documents, dialect);
      var schema = loader.load(document.root());
      schema.validate(document.root().toJson());
      loader.problems().forEach(problem -> ProblemText.of(problem, document));
    }
  }

  private void contract(byte[] input) {
    Document document = new DocumentReader(root).parse("input", input);
    Contract contract = new ContractReader(root).read(document);
    contract.problems().forEach(problem -> ProblemText.of(problem, document));
    Messages.judge(contract, input);
  }

  /// A contract with a body of every kind, read from the class path.
  private static Contract contract(String name) {
    try (InputStream in = Reading.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      Path root = emptyFolder();
      return new ContractReader(root).read(new DocumentReader(root).parse(name, bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path emptyFolder() {
    try {
      return Files.createTempDirectory("concordat-fuzz");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.concordat.standin.wiremock.match;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `matchesJsonSchema`.
record SchemaCheck(Schema schema) implements ValueCheck {
  static ValueCheck of(JsonValue schema, Optional<String> version, ValueChecks checks) {
    Optional<Dialect> dialect =
        version.map(SchemaCheck::dialect).orElse(Optional.of(Dialect.DRAFT_2020_12));
    if (dialect.isEmpty()) {
      return checks.never("there is no JSON Schema version '" + version.orElse("") + "'");
    }
    JsonValue parsed =
        schema instanceof JsonString(String text)
            ? JsonParser.parse(text).value().orElse(schema)
            : schema;
    var documents = new Documents(Path.of("."));
    Document document =
        documents.parse("schema.json", parsed.toString().getBytes(StandardCharsets.UTF_8));
    SchemaLoader loader = loader(documents, dialect.get());
    Schema loaded = loader.load(document.root());
    loader.compileAll(loaded);
    List<Problem> errors = loader.problems().stream().filter(Problem::isError).toList();
    return errors.isEmpty()
        ? new SchemaCheck(loaded)
        : checks.never("the JSON Schema cannot be used: " + errors.getFirst().message());
  }

  /// In the drafts up to 7 formats are asserted, later they are annotations.
  private static SchemaLoader loader(Documents documents, Dialect dialect) {
    return switch (dialect) {
      case DRAFT_4, DRAFT_6, DRAFT_7 -> new SchemaLoader(documents, dialect);
      default -> SchemaLoader.withFormatsAsAnnotations(documents, dialect);
    };
  }

  private static Optional<Dialect> dialect(String version) {
    return switch (version) {
      case "V4" -> Optional.of(Dialect.DRAFT_4);
      case "V6" -> Optional.of(Dialect.DRAFT_6);
      case "V7" -> Optional.of(Dialect.DRAFT_7);
      case "V201909" -> Optional.of(Dialect.DRAFT_2019_09);
      case "V202012" -> Optional.of(Dialect.DRAFT_2020_12);
      default -> Optional.empty();
    };
  }

  @Override
  public boolean accepts(Subject subject) {
    return subject.isPresent()
        && schema.accepts(subject.json().orElseGet(() -> new JsonString(subject.text())));
  }
}

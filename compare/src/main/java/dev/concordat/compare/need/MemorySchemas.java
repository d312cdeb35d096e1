package dev.concordat.compare.need;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Schemas that stand in no file. The same text is the same schema. Not thread-safe.
public final class MemorySchemas {
  private final Documents documents = new Documents(Path.of(""));
  private final SchemaLoader loader = new SchemaLoader(documents, Dialect.DRAFT_2020_12);
  private final Map<JsonValue, Schema> known = new HashMap<>();

  /// The schema that the value writes down, in the dialect of 2020-12.
  public Schema of(JsonValue written) {
    return known.computeIfAbsent(
        written,
        schema ->
            loader.load(
                documents
                    .parse(
                        "need-" + known.size() + ".json",
                        schema.toString().getBytes(StandardCharsets.UTF_8))
                    .root()));
  }

  /// Whether every sentence of it is understood: its patterns are such as JSON Schema has.
  boolean understands(JsonValue written) {
    int before = loader.problems().size();
    loader.compileAll(of(written));
    return loader.problems().size() == before;
  }
}

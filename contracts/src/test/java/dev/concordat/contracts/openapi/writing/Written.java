package dev.concordat.contracts.openapi.writing;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.OpenApiReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Contracts from text, and what was written of them.
final class Written {
  private Written() {}

  static OpenApiContract contract(String text) {
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new OpenApiReader(documents)
        .read(documents.parse("openapi.yaml", text.getBytes(StandardCharsets.UTF_8)));
  }

  /// The value at a JSON Pointer of what is written of the contract, as read from its text.
  static JsonValue at(String text, String pointer) {
    return in(OpenApiWriter.write(contract(text)).yaml(), pointer);
  }

  static JsonValue in(String written, String pointer) {
    return new Documents(Path.of("").toAbsolutePath())
        .parse("written.yaml", written.getBytes(StandardCharsets.UTF_8))
        .at(pointer)
        .orElseThrow(() -> new AssertionError("nothing at " + pointer + " of\n" + written))
        .toJson();
  }
}

package dev.concordat.conform.service;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.OpenApiReader;
import dev.concordat.contracts.tree.Documents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The contracts of these tests.
final class Contracts {
  private Contracts() {}

  static OpenApiContract workshop() {
    return of("workshop.yaml", FaultTable.text("workshop.yaml"));
  }

  static OpenApiContract of(String file, String yaml) {
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new OpenApiReader(documents)
        .read(documents.parse(file, yaml.getBytes(StandardCharsets.UTF_8)));
  }
}

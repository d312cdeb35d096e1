package dev.concordat.cases;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.OpenApiReader;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.Documents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Contracts of tests: from text, and those of the example shop.
final class Shop {
  private static final Path FOLDER =
      Path.of(System.getProperty("concordat.root", "..")).resolve("examples/shop");

  private Shop() {}

  static OpenApiContract contract(String file) {
    return (OpenApiContract) new ContractReader(FOLDER).read(Path.of(file));
  }

  static OpenApiContract text(String yaml) {
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new OpenApiReader(documents)
        .read(documents.parse("openapi.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }
}

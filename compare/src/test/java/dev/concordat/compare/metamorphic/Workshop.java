package dev.concordat.compare.metamorphic;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.YamlText;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/// Writes descriptions into a folder and compares them.
public final class Workshop {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private final Path folder;

  public Workshop(Path folder) {
    this.folder = folder;
  }

  /// What a file says; empty when it is no object.
  public static Optional<JsonObject> value(Path file) throws IOException {
    JsonValue value = new DocumentReader(file.getParent()).read(file).root().toJson();
    return value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }

  public Contract written(String name, JsonObject description, boolean isYaml) throws IOException {
    Path file = folder.resolve(name + (isYaml ? ".yaml" : ".json"));
    Files.writeString(file, isYaml ? YamlText.of(description) : JsonText.pretty(description));
    return new ContractReader(folder).read(file);
  }

  public static ContractComparison compare(Contract before, Contract after) {
    return new Comparer(Policies.defaults(TODAY)).diff(before, after).orElseThrow();
  }
}

package dev.concordat.cli.provider;

import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files in JSON or YAML that options name.
public final class InputFile {
  private InputFile() {}

  /// The file's value.
  ///
  /// @param option for messages
  /// @throws IllegalArgumentException when there is none that can be read
  public static JsonValue read(String option, Path folder, Path file) {
    try {
      Document document = new DocumentReader(folder).read(file);
      if (document.isBroken()) {
        String reason =
            document.problems().stream().findFirst().map(Problem::message).orElse("it is empty");
        throw new IllegalArgumentException(option + ": '" + file + "': " + reason);
      }
      return document.root().toJson();
    } catch (IOException e) {
      throw new IllegalArgumentException(option + ": '" + file + "' cannot be read", e);
    }
  }

  /// The file of `--values`: by name a value, or a list of them with the most trusted first.
  ///
  /// @throws IllegalArgumentException when it is no such file
  public static Map<String, List<JsonValue>> values(JsonValue file) {
    if (!(file instanceof JsonObject object)) {
      throw new IllegalArgumentException("--values: the file is no object of names and values");
    }
    Map<String, List<JsonValue>> values = new LinkedHashMap<>();
    object
        .members()
        .forEach(
            (name, value) ->
                values.put(
                    name, value instanceof JsonArray array ? array.items() : List.of(value)));
    return values;
  }
}

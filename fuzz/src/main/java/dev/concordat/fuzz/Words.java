package dev.concordat.fuzz;

import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The words of a format: the names, texts and whole documents of its seeds.
///
/// @param names of object members
/// @param texts of string values
/// @param documents the seeds themselves
record Words(List<String> names, List<String> texts, List<JsonValue> documents) {
  static final Words NONE = new Words(List.of("a"), List.of("a"), List.of(JsonObject.EMPTY));

  static Words in(Path seeds) {
    Set<String> names = new TreeSet<>(NONE.names());
    Set<String> texts = new TreeSet<>(NONE.texts());
    var documents = new ArrayList<>(NONE.documents());
    var reader = new DocumentReader(seeds);
    for (byte[] seed : Workspace.filesIn(seeds)) {
      JsonValue value = reader.parse("seed", seed).root().toJson();
      if (value instanceof JsonObject || value instanceof JsonArray) {
        documents.add(value);
        collect(value, names, texts);
      }
    }
    return documents.equals(NONE.documents())
        ? NONE
        : new Words(List.copyOf(names), List.copyOf(texts), List.copyOf(documents));
  }

  private static void collect(JsonValue value, Set<String> names, Set<String> texts) {
    switch (value) {
      case JsonObject object ->
          object
              .members()
              .forEach(
                  (name, member) -> {
                    names.add(name);
                    collect(member, names, texts);
                  });
      case JsonArray array -> array.items().forEach(item -> collect(item, names, texts));
      case JsonString text -> texts.add(text.value());
      default -> {
        // numbers and literals are the assembler's own
      }
    }
  }
}

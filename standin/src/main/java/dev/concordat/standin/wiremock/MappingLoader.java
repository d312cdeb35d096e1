package dev.concordat.standin.wiremock;

import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import dev.concordat.standin.wiremock.store.Mapping;
import dev.concordat.standin.wiremock.store.MappingCompiler;
import dev.concordat.standin.wiremock.store.MappingCompiler.Compiled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Reads files of mappings.
final class MappingLoader {
  private final DocumentReader documents;
  private final MappingCompiler compiler;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Loaded> loaded = new ArrayList<>();

  /// A mapping with what a contract is held against.
  record Loaded(Mapping mapping, StubContract contract, Place place) {}

  MappingLoader(Path root, MappingCompiler compiler) {
    this.documents = new DocumentReader(root);
    this.compiler = compiler;
  }

  /// In the order in which they are added.
  List<Loaded> load(List<Path> files) {
    files.forEach(this::load);
    return List.copyOf(loaded);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  private void load(Path file) {
    String name = documents.nameOf(file);
    try {
      Document document = documents.read(file);
      if (document.isBroken()) {
        problems.addAll(document.problems());
        return;
      }
      if (!(document.root().toJson() instanceof JsonObject object)) {
        refuse(Place.of(name), List.of("the file holds no mapping"));
      } else if (object.member("mappings").orElse(null)
          instanceof JsonArray(List<JsonValue> items)) {
        // As in WireMock, the last of a file is asked first; in what a client imports it is the
        // first.
        for (int i = 0; i < items.size(); i++) {
          Place place =
              document.at("/mappings/" + i).map(node -> node.place()).orElse(Place.of(name));
          add(name, items.get(i), i, place);
        }
      } else {
        add(name, object, 0, document.root().place());
      }
    } catch (IOException e) {
      refuse(Place.of(name), List.of("the file cannot be read: " + e.getMessage()));
    }
  }

  private void add(String file, JsonValue written, int number, Place place) {
    if (!(written instanceof JsonObject object)) {
      refuse(place, List.of("this is no mapping"));
      return;
    }
    // The same file gives the same ids, so that clients can name its stubs.
    UUID id = UUID.nameUUIDFromBytes((file + "#" + number).getBytes(StandardCharsets.UTF_8));
    switch (compiler.compile(file, object, () -> id)) {
      case Compiled.Good(Mapping mapping, StubContract contract) ->
          loaded.add(new Loaded(mapping, contract, place));
      case Compiled.Bad(List<String> complaints) -> refuse(place, complaints);
    }
  }

  private void refuse(Place place, List<String> complaints) {
    for (String complaint : complaints) {
      problems.add(Problem.error("stub/cannot-be-served", place, complaint, ""));
    }
  }
}

package dev.concordat.contracts.graphql;

import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.place.Place;
import graphql.language.Node;
import java.util.Map;
import java.util.Optional;

/// Where the sentences of a schema stand: in its text, or in the result of an introspection.
sealed interface Sentences {
  /// Where a definition stands.
  ///
  /// @param path what it is about: `Order`, `Order.total`
  Place place(Node<?> node, String path);

  String line(Place place);

  /// A schema's text.
  record Written(TextFile file) implements Sentences {
    @Override
    public Place place(Node<?> node, String path) {
      // The description belongs to the definition, but a person looks for its first word.
      return Places.of(file, node);
    }

    @Override
    public String line(Place place) {
      return file.line(place.line()).orElse("").strip();
    }
  }

  /// The result of an introspection; the library knows no places in it.
  record Introspected(String file, Map<String, Place> places, Map<Place, String> lines)
      implements Sentences {
    @Override
    public Place place(Node<?> node, String path) {
      return Optional.ofNullable(places.get(path)).orElseGet(() -> Place.of(file));
    }

    @Override
    public String line(Place place) {
      return lines.getOrDefault(place, "");
    }
  }
}

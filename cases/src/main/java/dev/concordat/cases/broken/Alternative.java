package dev.concordat.cases.broken;

import dev.concordat.cases.value.Facts;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Optional;

/// The `oneOf` or `anyOf` whose alternative a place belongs to. What is wrong in there is one fault: that the value fits none
/// of the alternatives.
///
/// @param pointer where the alternatives stand in the value
/// @param keyword `oneOf` or `anyOf`
public record Alternative(String pointer, String keyword, Sentence sentence) {

  /// The alternatives at a place; nothing where there are none.
  static Optional<Alternative> at(Facts facts, String pointer) {
    for (SchemaView view : facts.views()) {
      for (String keyword : List.of("oneOf", "anyOf")) {
        List<Schema> branches = keyword.equals("oneOf") ? view.oneOf() : view.anyOf();
        if (branches.size() > 1 && view.placeOf(keyword).isPresent()) {
          return Optional.of(
              new Alternative(
                  pointer,
                  keyword,
                  new Sentence(
                      view.placeOf(keyword).get(), view.sentenceOf(keyword).orElse(keyword))));
        }
      }
    }
    return Optional.empty();
  }
}

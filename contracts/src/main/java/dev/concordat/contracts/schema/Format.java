package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonNumber;
import java.util.function.Predicate;

/// A named form of strings or numbers.
///
/// @param phrase what a value of this form is, with an article
record Format(String name, String phrase, Predicate<String> text, Predicate<JsonNumber> number) {
  static Format ofText(String name, String phrase, Predicate<String> text) {
    return new Format(name, phrase, text, number -> true);
  }

  static Format ofNumber(String name, String phrase, Predicate<JsonNumber> number) {
    return new Format(name, phrase, text -> true, number);
  }
}

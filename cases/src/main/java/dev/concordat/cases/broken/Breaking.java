package dev.concordat.cases.broken;

import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// A constraint of a schema, and a value that breaks it.
///
/// @param pointer what is broken within the value: `/lines/0/quantity`
/// @param keyword the constraint's keyword
/// @param what how, for people: `above its maximum (101)`
/// @param expected what the contract wants, in short
/// @param value the whole value; absent when none was found that breaks only this
public record Breaking(
    String pointer,
    String keyword,
    String what,
    String expected,
    Sentence sentence,
    Optional<JsonValue> value) {

  /// The same, told as a breach of another keyword.
  Breaking under(String other) {
    return new Breaking(pointer, other, what, expected, sentence, value);
  }
}

package dev.concordat.contracts.avro;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.finding.Sentence;

/// Where data breaks a schema.
///
/// @param pointer where in the data, unions not counted, every index of a list as `*`
/// @param sentence the field's, or that of the whole schema
public record AvroFault(
    Breach.Kind kind,
    String pointer,
    Sentence sentence,
    String message,
    String expected,
    String actual) {

  /// The same as a breach of a message.
  ///
  /// @param messageName whose schema it is
  public Breach breach(String messageName) {
    return new Breach(
        kind, messageName, pointer, sentence.place(), sentence.text(), message, expected, actual);
  }
}

package dev.concordat.record.learning;

import dev.concordat.record.shape.Texts;

/// What is known of a parameter or header.
///
/// @param messages how many messages had it
/// @param repeated how many had it more than once
/// @param texts all its values
public record Field(long messages, long repeated, Texts texts) {
  Field merge(Field other) {
    return new Field(
        messages + other.messages, repeated + other.repeated, texts.merge(other.texts));
  }
}

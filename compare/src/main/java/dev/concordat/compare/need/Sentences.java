package dev.concordat.compare.need;

import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.Sentence;

/// Finds the sentence of a consumer's contract that a part of a message comes from.
public interface Sentences {
  /// The sentence of a part, or the nearest one around it.
  ///
  /// @param detail a header's or parameter's name; of a body, the JSON Pointer in it; empty for the whole part
  Sentence of(Part part, String detail);
}

package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ObjectNode;

/// The readers of one document's parts.
///
/// @param isTwo whether it is written in AsyncAPI 2, whose traits override
record Parts(
    Reading reading,
    boolean isTwo,
    Contents contents,
    Expressions expressions,
    Bindings bindings,
    Messages messages,
    Securities securities,
    Parameters parameters) {
  Parts(Reading reading, ObjectNode root, boolean isTwo) {
    this(reading, root, isTwo, new Contents(reading), new Expressions(reading));
  }

  private Parts(
      Reading reading, ObjectNode root, boolean isTwo, Contents contents, Expressions expressions) {
    this(reading, root, isTwo, contents, expressions, new Bindings(reading, contents));
  }

  private Parts(
      Reading reading,
      ObjectNode root,
      boolean isTwo,
      Contents contents,
      Expressions expressions,
      Bindings bindings) {
    this(
        reading,
        isTwo,
        contents,
        expressions,
        bindings,
        new Messages(reading, root, isTwo, contents, expressions, bindings),
        new Securities(reading, root),
        new Parameters(reading, contents, expressions));
  }

  /// An operation with its traits.
  Layers layers(ObjectNode object) {
    return Layers.of(object, isTwo, reading);
  }
}

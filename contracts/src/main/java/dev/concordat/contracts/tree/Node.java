package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.Optional;

/// A node of a document, JSON or YAML. Nodes are immutable and may be shared between threads. A node that a YAML alias
/// repeats is one node: its place is where its anchor stands.
public sealed interface Node extends Located permits ScalarNode, ArrayNode, ObjectNode {

  /// Where the node starts, with its pointer. Computed on demand.
  @Override
  Place place();

  /// The JSON Pointer (RFC 6901) of the node in its document; empty for the root.
  String pointer();

  /// The array or object that holds this node; nothing for a root.
  Optional<Node> parent();

  /// The node and all below it as a JSON value, built anew on each call for arrays and objects.
  JsonValue toJson();

  /// The text of the line on which the node starts, without its indentation. Of a line longer than
  /// {@value Source#MAX_SHOWN_CHARACTERS} characters, the part that starts at the node.
  @Override
  String sourceLine();
}

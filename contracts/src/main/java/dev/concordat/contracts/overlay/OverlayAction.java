package dev.concordat.contracts.overlay;

import dev.concordat.contracts.jsonpath.JsonPath;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.place.Place;

/// One change of an overlay (Overlay Specification 1.1, Action Object).
///
/// @param target what is changed
/// @param place the action
public record OverlayAction(JsonPath target, Change change, Place place) {
  /// What is done to the target.
  public sealed interface Change {
    record Remove() implements Change {}

    /// A value is merged into it.
    record Update(Node value) implements Change {}

    /// What stands elsewhere in the document is merged into it.
    record Copy(JsonPath source) implements Change {}
  }

  Term meaning() {
    TermMembers action = TermMembers.of("action").text("target", target.toString());
    return switch (change) {
      case Change.Remove() -> action.flag("remove", true).term();
      case Change.Update(Node value) -> action.put("update", Term.json(value.toJson())).term();
      case Change.Copy(JsonPath source) -> action.text("copy", source.toString()).term();
    };
  }
}

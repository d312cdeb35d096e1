package dev.concordat.contracts.overlay;

import dev.concordat.contracts.jsonpath.JsonPath;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentEdit;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// Applies overlays to documents.
public final class Overlays {
  private final DocumentEdit edit;
  private final List<Problem> problems = new ArrayList<>();
  private boolean isFull;

  private Overlays(Document base) {
    this.edit = DocumentEdit.of(base);
  }

  /// A document with changes.
  ///
  /// @param document what the overlay added has its places in the overlay's file
  /// @param problems the actions that could not be done, or had nothing to do
  public record Applied(Document document, List<Problem> problems) {
    public Applied {
      problems = List.copyOf(problems);
    }
  }

  /// The document with the overlay's changes, one after the other. The document itself stays as it is.
  public static Applied apply(Document base, OverlayContract overlay) {
    return apply(base, overlay.actions());
  }

  static Applied apply(Document base, List<OverlayAction> actions) {
    var overlays = new Overlays(base);
    for (OverlayAction action : actions) {
      if (!overlays.isFull) {
        overlays.apply(action);
      }
    }
    return new Applied(overlays.edit.done(), overlays.problems);
  }

  private void apply(OverlayAction action) {
    try {
      List<Node> targets = action.target().select(edit.root()).stream().distinct().toList();
      if (targets.isEmpty()) {
        problems.add(
            Problem.warning(
                "contract/overlay-matches-nothing",
                action.place(),
                "`" + action.target() + "` selects nothing, so this action does nothing",
                "correct the target, or remove the action"));
        return;
      }
      switch (action.change()) {
        case OverlayAction.Change.Remove() -> edit.remove(targets);
        case OverlayAction.Change.Update(Node value) -> merge(action, targets, value);
        case OverlayAction.Change.Copy(JsonPath source) -> copy(action, targets, source);
      }
    } catch (JsonPath.TooCostly e) {
      problems.add(tooBig(action, String.valueOf(e.getMessage())));
    }
  }

  private void copy(OverlayAction action, List<Node> targets, JsonPath source) {
    List<Node> sources = source.select(edit.root());
    if (sources.size() != 1) {
      problems.add(
          Problem.error(
              "contract/bad-overlay-action",
              action.place(),
              "`" + source + "` selects " + sources.size() + " nodes; one can be copied",
              "let 'copy' select one node"));
      return;
    }
    merge(action, targets, sources.getFirst());
  }

  private void merge(OverlayAction action, List<Node> targets, Node value) {
    boolean isTold = false;
    for (Node target : targets) {
      switch (edit.merge(target, value)) {
        case DONE -> {}
        case INCOMPATIBLE -> {
          // A target that selects a thousand of them is one mistake.
          if (!isTold) {
            problems.add(incompatible(action, target));
          }
          isTold = true;
        }
        case TOO_BIG -> {
          isFull = true;
          problems.add(
              tooBig(
                  action,
                  "the overlay adds more than " + DocumentEdit.MAX_ADDED_NODES + " values"));
          return;
        }
      }
    }
  }

  private static Problem incompatible(OverlayAction action, Node target) {
    return Problem.error(
        "contract/overlay-incompatible",
        action.place(),
        "what `"
            + action.target()
            + "` selects at "
            + target.place().shortForm()
            + " is of another kind than what is merged into it",
        "merge objects into objects and items into lists, or remove the old value first");
  }

  private static Problem tooBig(OverlayAction action, String reason) {
    return Problem.error(
        "contract/overlay-too-big", action.place(), reason, "let the target select less");
  }
}

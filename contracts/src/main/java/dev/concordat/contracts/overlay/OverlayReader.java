package dev.concordat.contracts.overlay;

import dev.concordat.contracts.jsonpath.JsonPath;
import dev.concordat.contracts.overlay.OverlayAction.Change;
import dev.concordat.contracts.reading.Information;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.Reference;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads overlays of OpenAPI documents (Overlay Specification 1.0 and 1.1), and applies those that say what they extend.
public final class OverlayReader {
  private final Reading reading;
  private final Documents documents;

  public OverlayReader(Documents documents) {
    this.documents = documents;
    this.reading = new Reading(documents);
  }

  public static boolean recognises(Node root) {
    return root instanceof ObjectNode object && object.has("overlay") && !object.has("openapi");
  }

  public OverlayContract read(Document document) {
    document.problems().forEach(reading::add);
    ObjectNode root = (ObjectNode) document.root();
    String specification = Reading.text(root, "overlay").orElse("");
    if (!specification.startsWith("1.")) {
      add(
          Problem.warning(
              "contract/unknown-version",
              root.get("overlay").map(Node::place).orElseGet(root::place),
              "Overlay '" + specification + "' is not a version that is known; it is read as 1.1",
              "write 1.0.0 or 1.1.0"));
    }
    Information information = Information.of(root, document.file());
    List<OverlayAction> actions = actions(root);
    Optional<Overlays.Applied> applied = extended(root).map(base -> Overlays.apply(base, actions));
    applied.ifPresent(it -> it.problems().forEach(reading::add));
    return new OverlayContract(
        document.file(),
        information.title(),
        information.version(),
        specification,
        actions,
        applied.map(Overlays.Applied::document),
        reading.problems());
  }

  private void add(Problem problem) {
    reading.add(problem);
  }

  private Optional<Document> extended(ObjectNode root) {
    Optional<Node> node = Reading.member(root, "extends");
    Optional<String> text = Reading.text(root, "extends");
    if (node.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    if (documents.resolve(node.get(), text.get()) instanceof Reference.Broken(Problem problem)) {
      add(problem);
      return Optional.empty();
    }
    var uri = documents.baseOf(node.get()).resolve(text.get()).withoutFragment();
    return documents.find(uri) instanceof Documents.Lookup.Here(Document base)
        ? Optional.of(base)
        : Optional.empty();
  }

  private List<OverlayAction> actions(ObjectNode root) {
    var actions = new ArrayList<OverlayAction>();
    List<Node> items =
        root.get("actions").orElse(null) instanceof ArrayNode list ? list.items() : List.of();
    if (items.isEmpty()) {
      add(bad(root, "the overlay has no actions, so it changes nothing", "list its 'actions'"));
    }
    for (Node item : items) {
      reading.object(item, "the action").flatMap(this::action).ifPresent(actions::add);
    }
    return actions;
  }

  private static Problem bad(Node at, String message, String fix) {
    return Problem.error("contract/bad-overlay-action", at.place(), message, fix);
  }

  private Optional<OverlayAction> action(ObjectNode node) {
    Optional<JsonPath> target = path(node, "target");
    if (!node.has("target")) {
      add(bad(node, "the action has no target", "add a 'target' such as $.paths['/orders']"));
    }
    Optional<Change> change = change(node);
    return target.flatMap(path -> change.map(it -> new OverlayAction(path, it, node.place())));
  }

  private Optional<Change> change(ObjectNode node) {
    if (Reading.flag(node, "remove").orElse(false)) {
      return Optional.of(new Change.Remove());
    }
    if (node.has("update")) {
      return node.get("update").map(Change.Update::new);
    }
    if (node.has("copy")) {
      return path(node, "copy").map(Change.Copy::new);
    }
    add(bad(node, "the action does nothing", "add 'update', 'copy' or 'remove: true'"));
    return Optional.empty();
  }

  private Optional<JsonPath> path(ObjectNode node, String name) {
    Optional<String> text = Reading.text(node, name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (JsonPath.parse(text.get())) {
      case JsonPath.Parsed.Good(JsonPath path) -> Optional.of(path);
      case JsonPath.Parsed.Bad(String reason, int at) -> {
        add(
            Problem.error(
                "contract/bad-json-path",
                node.get(name).orElse(node).place(),
                "`" + text.get() + "` is not a JSONPath: at character " + (at + 1) + ", " + reason,
                "write it as RFC 9535 says, such as $.paths['/orders'].get"));
        yield Optional.empty();
      }
    };
  }
}

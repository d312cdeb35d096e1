package dev.concordat.contracts.reading;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.owner.Owner;
import java.util.List;
import java.util.Optional;

/// What a document says about itself under `info`.
public record Information(String title, String version, Optional<Owner> owner) {
  private static final List<String> OWNER_KEYS = List.of("x-owner", "x-team");

  /// What the document says of itself.
  ///
  /// @param file the name that stands in for an absent title
  public static Information of(ObjectNode root, String file) {
    Optional<ObjectNode> info =
        root.get("info").filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    return new Information(
        info.flatMap(i -> Reading.text(i, "title")).orElse(file),
        info.flatMap(i -> Reading.text(i, "version")).orElse(""),
        info.flatMap(Information::declaredOwner)
            .or(() -> declaredOwner(root))
            .or(() -> info.flatMap(Information::contact)));
  }

  private static Optional<Owner> declaredOwner(ObjectNode holder) {
    return OWNER_KEYS.stream().flatMap(key -> owner(holder, key, key).stream()).findFirst();
  }

  private static Optional<Owner> contact(ObjectNode info) {
    return info.get("contact")
        .filter(ObjectNode.class::isInstance)
        .flatMap(contact -> owner((ObjectNode) contact, "name", "info.contact.name"));
  }

  private static Optional<Owner> owner(ObjectNode holder, String key, String shown) {
    Optional<Node> node = Reading.member(holder, key);
    return Reading.text(holder, key)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .flatMap(text -> node.map(n -> new Owner(text, n.place().shortForm() + " " + shown)));
  }
}

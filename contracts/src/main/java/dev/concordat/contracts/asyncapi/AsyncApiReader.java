package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.reading.Information;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Optional;

/// Reads AsyncAPI 3.x and 2.x documents. A sentence that cannot be read is a problem of the contract; everything else is
/// used.
public final class AsyncApiReader {
  private final Documents documents;

  public AsyncApiReader(Documents documents) {
    this.documents = documents;
  }

  /// Whether the document says that it is one of AsyncAPI's.
  public static boolean recognises(Node root) {
    return root instanceof ObjectNode object && object.has("asyncapi");
  }

  public AsyncApiContract read(Document document) {
    var reading = new Reading(documents);
    document.problems().forEach(reading::add);
    ObjectNode root = (ObjectNode) document.root();
    String specification = Reading.text(root, "asyncapi").orElse("");
    Information information = Information.of(root, document.file());
    if (!specification.startsWith("3.") && !specification.startsWith("2.")) {
      reading.add(
          Problem.warning(
              "contract/unknown-version",
              root.get("asyncapi").map(Node::place).orElseGet(root::place),
              "AsyncAPI '" + specification + "' is not a version that is known; it is read as 3.0",
              "write 3.0.0"));
    }
    boolean isTwo = specification.startsWith("2.");
    var parts = new Parts(reading, root, isTwo);
    Offer offer = isTwo ? new VersionTwo(root, parts).read() : new VersionThree(root, parts).read();
    return new AsyncApiContract(
        document.file(),
        information.title(),
        information.version(),
        specification,
        information.owner(),
        new Servers(root, parts).read(),
        offer.channels(),
        offer.operations(),
        reading.problems());
  }

  /// What a document offers.
  record Offer(List<Channel> channels, List<ChannelOperation> operations) {}

  static List<ObjectNode.Member> members(Optional<Node> node) {
    return node.orElse(null) instanceof ObjectNode object
        ? object.members().stream().filter(member -> !member.name().startsWith("x-")).toList()
        : List.of();
  }
}

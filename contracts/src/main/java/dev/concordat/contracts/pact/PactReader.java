package dev.concordat.contracts.pact;

import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads pact files of versions 1, 1.1, 2, 3 and 4. What is wrong in one interaction never costs another.
public final class PactReader {
  private final Document document;
  private final Problems problems;

  private PactReader(Document document) {
    this.document = document;
    this.problems = new Problems(document.problems());
  }

  /// Whether a document is a pact file.
  public static boolean recognises(Node root) {
    boolean hasContent =
        Fields.first(root, "interactions", "messages")
            .filter(ArrayNode.class::isInstance)
            .isPresent();
    boolean hasSides =
        Fields.object(root, "consumer").isPresent() && Fields.object(root, "provider").isPresent();
    return hasContent && (hasSides || statedVersion(root).isPresent());
  }

  /// The pact in a document.
  public static PactContract read(Document document) {
    return new PactReader(document).read();
  }

  private PactContract read() {
    Node root = document.root();
    PactVersion version = version(root);
    return new PactContract(
        document.file(),
        side(root, "consumer", "pact/no-consumer"),
        side(root, "provider", "pact/no-provider"),
        version,
        interactions(root, version),
        plugins(root),
        Fields.json(root, "metadata"),
        problems.all());
  }

  private String side(Node root, String side, String rule) {
    return Fields.get(root, side)
        .flatMap(node -> Fields.text(node, "name").or(() -> Fields.text(node)))
        .orElseGet(
            () -> {
              problems.warning(
                  rule,
                  root,
                  "the file does not say who the " + side + " is",
                  "write \"" + side + "\": {\"name\": …}");
              return "";
            });
  }

  private PactVersion version(Node root) {
    Optional<Node> stated = statedVersion(root);
    if (stated.isEmpty()) {
      return versionByShape(root);
    }
    String number = Fields.text(stated.get()).orElse("");
    return PactVersion.of(number)
        .orElseGet(
            () -> {
              problems.warning(
                  "pact/unknown-version",
                  stated.get(),
                  "'" + number + "' is no version of the Pact specification",
                  "the versions are 1.0.0, 1.1.0, 2.0.0, 3.0.0 and 4.0");
              return versionByShape(root);
            });
  }

  private static Optional<Node> statedVersion(Node root) {
    Optional<ObjectNode> metadata = Fields.object(root, "metadata");
    return metadata
        .flatMap(all -> Fields.first(all, "pactSpecification", "pact-specification"))
        .flatMap(specification -> Fields.get(specification, "version"))
        .or(() -> metadata.flatMap(all -> Fields.get(all, "pactSpecificationVersion")));
  }

  private static PactVersion versionByShape(Node root) {
    List<Node> interactions = Fields.items(root, "interactions");
    if (interactions.stream().anyMatch(node -> Fields.get(node, "type").isPresent())) {
      return PactVersion.V4;
    }
    boolean isThree =
        Fields.get(root, "messages").isPresent()
            || interactions.stream()
                .anyMatch(node -> Fields.get(node, "providerStates").isPresent());
    return isThree ? PactVersion.V3 : PactVersion.V2;
  }

  private List<PactInteraction> interactions(Node root, PactVersion version) {
    var rules = new RulesReader(new RuleReader(new SafePatterns(), problems), problems);
    var parts = new MessageParts(version, rules, new BodyReader(problems), problems);
    var reader = new InteractionReader(parts, problems);
    var interactions = new ArrayList<PactInteraction>();
    Fields.items(root, "interactions")
        .forEach(node -> reader.interaction(node).ifPresent(interactions::add));
    Fields.items(root, "messages")
        .forEach(node -> reader.message(node).ifPresent(interactions::add));
    if (interactions.isEmpty()) {
      problems.warning("pact/no-interactions", root, "the file has no interactions", "");
    }
    reportDuplicates(interactions, root);
    return interactions;
  }

  private void reportDuplicates(List<PactInteraction> interactions, Node root) {
    Map<String, PactInteraction> seen = new HashMap<>();
    for (PactInteraction interaction : interactions) {
      String identity = interaction.description() + "\0" + interaction.header().states();
      PactInteraction earlier = seen.putIfAbsent(identity, interaction);
      if (earlier != null) {
        problems.warning(
            "pact/duplicate-interaction",
            document.at(interaction.place().pointer()).orElse(root),
            "'"
                + interaction.description()
                + "' stands already at "
                + earlier.place().shortForm()
                + " with the same provider states",
            "give it another description; tools keep only one of them");
      }
    }
  }

  private static List<PactPlugin> plugins(Node root) {
    Node metadata = Fields.get(root, "metadata").orElse(root);
    return Fields.items(metadata, "plugins").stream()
        .map(
            plugin ->
                new PactPlugin(
                    Fields.text(plugin, "name").orElse(""),
                    Fields.text(plugin, "version").orElse(""),
                    Fields.json(plugin, "configuration")))
        .toList();
  }
}

package dev.concordat.contracts.pact;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Reads the generators of one message.
final class GeneratorReader {
  private GeneratorReader() {}

  static List<Generator> read(Node message) {
    var generators = new ArrayList<Generator>();
    Fields.object(message, "generators")
        .ifPresent(all -> all.members().forEach(category -> read(category, generators)));
    return generators;
  }

  private static void read(ObjectNode.Member category, List<Generator> generators) {
    if (!(category.value() instanceof ObjectNode content)) {
      return;
    }
    if (content.has("type")) {
      generators.add(generator(category.name(), "", content));
      return;
    }
    for (ObjectNode.Member member : content.members()) {
      if (member.value() instanceof ObjectNode generator) {
        generators.add(generator(category.name(), member.name(), generator));
      }
    }
  }

  private static Generator generator(String category, String path, ObjectNode node) {
    String type = Fields.text(node, "type").orElse("");
    return new Generator(category, path, type, node.toJson().without("type"));
  }
}

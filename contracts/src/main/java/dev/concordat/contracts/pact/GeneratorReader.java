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
    Fields.object(message, "matchingRules")
        .flatMap(rules -> Fields.object(rules, "body"))
        .ifPresent(rules -> rules.members().forEach(rule -> ofVariants(rule, generators)));
    return generators;
  }

  /// The variants of `arrayContains` have generators of their own, with paths that start at the variant's item.
  private static void ofVariants(ObjectNode.Member rule, List<Generator> generators) {
    for (Node matcher : Fields.items(rule.value(), "matchers")) {
      for (Node variant : Fields.items(matcher, "variants")) {
        String item = rule.name() + "[" + Fields.text(variant, "index").orElse("0") + "]";
        Fields.object(variant, "generators")
            .ifPresent(all -> all.members().forEach(one -> ofVariant(item, one, generators)));
      }
    }
  }

  private static void ofVariant(String item, ObjectNode.Member member, List<Generator> generators) {
    if (member.value() instanceof ObjectNode generator && member.name().startsWith("$")) {
      generators.add(generator("body", item + member.name().substring(1), generator));
    }
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

package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what servers and operations ask for to let somebody in.
final class Securities {
  private static final List<String> SETTINGS = List.of("in", "name", "scheme");
  private static final String UNDER = "/components/securitySchemes/";

  private final Reading reading;
  private final Optional<Node> defined;

  Securities(Reading reading, ObjectNode root) {
    this.reading = reading;
    this.defined =
        root.get("components")
            .filter(ObjectNode.class::isInstance)
            .flatMap(components -> ((ObjectNode) components).get("securitySchemes"));
  }

  List<SecurityUse> read(Layers holder) {
    var uses = new ArrayList<SecurityUse>();
    if (holder.first("security").orElse(null) instanceof ArrayNode list) {
      for (Node item : list.items()) {
        if (item instanceof ObjectNode object) {
          use(object, uses);
        }
      }
    }
    return uses;
  }

  private void use(ObjectNode object, List<SecurityUse> uses) {
    if (Reading.isReference(object) || object.has("type")) {
      reading
          .object(object, "the security scheme")
          .ifPresent(scheme -> uses.add(scheme(nameOf(object), scheme, scopes(scheme, "scopes"))));
      return;
    }
    for (ObjectNode.Member member : object.members()) {
      Optional<Node> node =
          defined
              .filter(ObjectNode.class::isInstance)
              .flatMap(all -> ((ObjectNode) all).get(member.name()));
      if (node.isEmpty()) {
        reading.add(
            Problem.error(
                "contract/unknown-security-scheme",
                member.place(),
                "the security scheme '" + member.name() + "' is not defined",
                DidYouMean.fix(
                    AsyncApiReader.members(defined).stream().map(ObjectNode.Member::name).toList(),
                    member.name(),
                    "define it under components.securitySchemes")));
      } else {
        reading
            .object(node.get(), "the security scheme '" + member.name() + "'")
            .ifPresent(
                scheme -> uses.add(scheme(member.name(), scheme, scopes(object, member.name()))));
      }
    }
  }

  private static SecurityUse scheme(String name, ObjectNode scheme, List<String> scopes) {
    Map<String, String> settings = new HashMap<>();
    for (String word : SETTINGS) {
      Reading.text(scheme, word).ifPresent(text -> settings.put(word, text));
    }
    return new SecurityUse(
        name,
        Reading.text(scheme, "type").orElse(""),
        settings,
        scopes,
        new Sentence(scheme.place(), scheme.sourceLine()));
  }

  private static String nameOf(ObjectNode object) {
    String reference = Reading.text(object, "$ref").orElse("");
    int at = reference.indexOf(UNDER);
    return at < 0 ? "" : reference.substring(at + UNDER.length());
  }

  private static List<String> scopes(ObjectNode holder, String name) {
    return holder.get(name).orElse(null) instanceof ArrayNode list
        ? list.items().stream().map(Parameters::textOf).toList()
        : List.of();
  }
}

package dev.concordat.contracts.avro;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a protocol.
final class ProtocolReading {
  private static final Set<String> PROTOCOL =
      Set.of("protocol", "namespace", "doc", "types", "messages");
  private static final Set<String> MESSAGE =
      Set.of("request", "response", "errors", "one-way", "doc");

  private final Findings findings;

  ProtocolReading(Findings findings) {
    this.findings = findings;
  }

  AvroProtocol read(ObjectNode root) {
    Typos.tell(root, PROTOCOL, findings);
    String name = Reading.text(root, "protocol").orElse("");
    String full = AvroNames.full(name, Reading.text(root, "namespace").orElse(""));
    if (!AvroNames.isFullName(full)) {
      findings.error(
          "avro-bad-name",
          root.get("protocol").orElse(root),
          Shown.text(full) + " is not a name for a protocol",
          "use letters, digits and _, and points only between them");
    }
    String namespace = AvroNames.namespaceOf(full);
    var names = new DefinedNames();
    List<Node> types =
        root.get("types").orElse(null) instanceof ArrayNode list ? list.items() : List.of();
    types.forEach(type -> names.collect(type, namespace));
    var schemas = new SchemaReading(findings, names);
    types.forEach(type -> schemas.type(type, namespace));
    var messages = new ArrayList<AvroProtocol.Message>();
    if (root.get("messages").orElse(null) instanceof ObjectNode all) {
      for (ObjectNode.Member member : all.members()) {
        message(member, schemas, namespace).ifPresent(messages::add);
      }
    }
    return new AvroProtocol(full, schemas.finished(), messages);
  }

  private Optional<AvroProtocol.Message> message(
      ObjectNode.Member member, SchemaReading schemas, String namespace) {
    if (!(member.value() instanceof ObjectNode object)) {
      findings.error(
          "avro-bad-member",
          member.value(),
          "the message \""
              + member.name()
              + "\" is "
              + Shown.node(member.value())
              + ", not an object",
          "write an object with \"request\" and \"response\"");
      return Optional.empty();
    }
    Typos.tell(object, MESSAGE, findings);
    AvroType response =
        object
            .get("response")
            .map(node -> schemas.type(node, namespace))
            .orElseGet(
                () ->
                    new AvroType.Primitive(
                        AvroType.Kind.NULL, Optional.empty(), findings.at(object)));
    boolean isOneWay = Reading.flag(object, "one-way").orElse(false);
    List<AvroType> errors = errors(object, schemas, namespace);
    boolean answers =
        !(response instanceof AvroType.Primitive primitive
                && primitive.kind() == AvroType.Kind.NULL)
            || errors.size() > 1;
    if (isOneWay && answers) {
      findings.error(
          "avro-bad-member",
          object.get("one-way").orElse(object),
          "the message \"" + member.name() + "\" is one-way and has a response",
          "let the response be \"null\" without errors, or remove \"one-way\"");
    }
    return Optional.of(
        new AvroProtocol.Message(
            member.name(),
            schemas.parameters(object, namespace),
            response,
            errors,
            isOneWay,
            findings.at(object)));
  }

  private List<AvroType> errors(ObjectNode message, SchemaReading schemas, String namespace) {
    var errors = new ArrayList<AvroType>();
    errors.add(
        new AvroType.Primitive(AvroType.Kind.STRING, Optional.empty(), findings.at(message)));
    if (message.get("errors").orElse(null) instanceof ArrayNode list) {
      list.items().forEach(item -> errors.add(schemas.type(item, namespace)));
    }
    return errors;
  }
}

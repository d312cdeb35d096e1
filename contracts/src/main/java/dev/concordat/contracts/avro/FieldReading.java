package dev.concordat.contracts.avro;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.DidYouMean;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the fields of a record.
final class FieldReading {
  private static final Set<String> FIELD =
      Set.of("name", "type", "doc", "default", "order", "aliases");
  private static final Set<String> ORDERS = Set.of("ascending", "descending", "ignore");

  private final SchemaReading types;
  private final Findings findings;
  // A default may name a type that is defined later.
  private final List<Default> defaults = new ArrayList<>();

  FieldReading(SchemaReading types, Findings findings) {
    this.types = types;
    this.findings = findings;
  }

  private record Default(AvroType type, Node node) {}

  List<AvroField> fields(ObjectNode holder, String member, String noun, String namespace) {
    Optional<Node> node = Reading.member(holder, member);
    if (node.isEmpty()) {
      findings.error(
          "avro-missing-member",
          holder,
          noun + " has no \"" + member + "\"",
          Typos.fix(holder, member, "write \"" + member + "\": [], if there are none"));
      return List.of();
    }
    if (!(node.get() instanceof ArrayNode list)) {
      findings.error(
          "avro-bad-member",
          node.get(),
          noun + "'s \"" + member + "\" is " + Shown.node(node.get()) + ", not a list",
          "write a list of objects with \"name\" and \"type\"");
      return List.of();
    }
    var fields = new ArrayList<AvroField>();
    var names = new HashSet<String>();
    for (Node item : list.items()) {
      field(item, namespace, names).ifPresent(fields::add);
    }
    return fields;
  }

  private Optional<AvroField> field(Node item, String namespace, Set<String> names) {
    if (!(item instanceof ObjectNode object)) {
      findings.error(
          "avro-bad-member",
          item,
          "the field is " + Shown.node(item) + ", not an object",
          "write an object with \"name\" and \"type\"");
      return Optional.empty();
    }
    Optional<String> name = Reading.text(object, "name");
    if (name.isEmpty()) {
      findings.error(
          "avro-missing-member",
          object,
          "the field has no \"name\"",
          Typos.fix(object, "name", "write \"name\": and what it is called"));
      return Optional.empty();
    }
    Node nameNode = object.get("name").orElse(object);
    if (!AvroNames.isName(name.get())) {
      findings.error(
          "avro-bad-name",
          nameNode,
          Shown.text(name.get()) + " is not a name for a field",
          "use letters, digits and _, and no digit first");
    }
    if (!names.add(name.get())) {
      findings.error(
          "avro-duplicate-name",
          nameNode,
          "the record has a second field \"" + name.get() + "\"",
          "rename one of them");
    }
    Typos.tell(object, FIELD, findings);
    return Optional.of(read(object, name.get(), namespace));
  }

  private AvroField read(ObjectNode object, String name, String namespace) {
    AvroType type = type(object, name, namespace);
    Optional<Node> value = object.get("default");
    value.ifPresent(node -> defaults.add(new Default(type, node)));
    return new AvroField(
        name,
        AvroNames.aliases(object, "", findings),
        type,
        value.map(Node::toJson),
        order(object),
        findings.at(object));
  }

  private AvroType type(ObjectNode object, String name, String namespace) {
    Optional<Node> type = object.get("type");
    if (type.isEmpty()) {
      findings.error(
          "avro-missing-member",
          object,
          "the field \"" + name + "\" has no \"type\"",
          Typos.fix(object, "type", "write \"type\": and what it is"));
      return types.unreadable(object);
    }
    object
        .get("logicalType")
        .ifPresent(
            node ->
                findings.warning(
                    "avro-bad-logical-type",
                    node,
                    "logicalType stands beside the type of \"" + name + "\", where it says nothing",
                    "move it into the type: {\"type\": …, \"logicalType\": …}"));
    return types.type(type.get(), namespace);
  }

  private AvroField.Order order(ObjectNode object) {
    String order = Reading.text(object, "order").orElse("ascending");
    if (!ORDERS.contains(order)) {
      findings.warning(
          "avro-bad-order",
          object.get("order").orElse(object),
          "the order " + Shown.text(order) + " is not known; it is taken for ascending",
          DidYouMean.fix(ORDERS, order, "write ascending, descending or ignore"));
    }
    return switch (order) {
      case "descending" -> AvroField.Order.DESCENDING;
      case "ignore" -> AvroField.Order.IGNORE;
      default -> AvroField.Order.ASCENDING;
    };
  }

  void checkDefaults(Map<String, AvroDefinition> definitions) {
    for (Default one : defaults) {
      check(one, definitions);
    }
  }

  private void check(Default one, Map<String, AvroDefinition> definitions) {
    JsonValue value = one.node().toJson();
    var fit = new DefaultFit(definitions);
    if (one.type() instanceof AvroType.Union union) {
      if (fit.fits(union.branches().getFirst(), value)) {
        return;
      }
      if (union.branches().stream().anyMatch(branch -> fit.fits(branch, value))) {
        findings.warning(
            "avro-default-of-later-branch",
            one.node(),
            "the default " + Shown.node(one.node()) + " is not of the union's first type",
            "put that type first: Avro before 1.12 refuses this");
        return;
      }
    }
    if (!fit.fits(one.type(), value)) {
      findings.error(
          "avro-bad-default",
          one.node(),
          "the default " + Shown.node(one.node()) + " is no value of " + fit.shown(one.type()),
          one.node() instanceof dev.concordat.contracts.tree.ScalarNode scalar && scalar.isNull()
              ? "let the type be a union with \"null\" first"
              : "correct the default or the type");
    }
  }
}

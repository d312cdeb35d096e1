package dev.concordat.engine.flow;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what is there before a flow: `rows:`, or the name of a state with its parameters.
final class GivenReader {
  private final Reading reading;
  private final TemplateReader values;

  GivenReader(Reading reading) {
    this.reading = reading;
    this.values = new TemplateReader(reading);
  }

  List<Given> read(Node node) {
    if (!(node instanceof ArrayNode list)) {
      reading.error(node.place(), "wrong-form", "given is a list of states and rows", "");
      return List.of();
    }
    var given = new ArrayList<Given>();
    list.items().forEach(item -> one(item).ifPresent(given::add));
    return given;
  }

  private Optional<Given> one(Node item) {
    if (!(item instanceof ObjectNode object)) {
      return reading
          .text(item, "a state")
          .map(name -> new Given.State(name, Template.Members.NONE, item.place()));
    }
    if (object.has("rows")) {
      reading.checkKeys(object, List.of("rows", "as"), "rows");
      String as = object.get("as").flatMap(node -> reading.text(node, "as")).orElse("");
      return object.get("rows").map(rows -> new Given.Rows(tables(rows), as, item.place()));
    }
    if (object.members().size() != 1) {
      reading.error(
          item.place(), "wrong-given", "one state a line", "Write - product in stock: {sku: A1}");
      return Optional.empty();
    }
    ObjectNode.Member state = object.members().getFirst();
    return reading
        .object(state.value(), "the parameters of a state")
        .map(
            parameters -> new Given.State(state.name(), values.members(parameters), state.place()));
  }

  Map<String, List<Template.Members>> tables(Node node) {
    Map<String, List<Template.Members>> tables = new LinkedHashMap<>();
    reading
        .object(node, "rows")
        .ifPresent(
            object ->
                object
                    .members()
                    .forEach(table -> tables.put(table.name(), rows(table.value(), table))));
    return tables;
  }

  private List<Template.Members> rows(Node node, ObjectNode.Member table) {
    if (!table.name().contains(".")) {
      reading.error(
          table.place(),
          "wrong-row",
          table.name() + " names no table of a part",
          "Write stock-db.products.");
    }
    List<Node> items = node instanceof ArrayNode array ? array.items() : List.of(node);
    var rows = new ArrayList<Template.Members>();
    for (Node item : items) {
      reading.object(item, "a row").map(values::members).ifPresent(rows::add);
    }
    return rows;
  }
}

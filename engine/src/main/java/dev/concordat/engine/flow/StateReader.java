package dev.concordat.engine.flow;

import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads `data/states.yaml`:
/// ```yaml
/// product in stock:
///   parameters: {sku: ABC-001, left: 5}
///   rows:
///     stock-db.products: [{sku: $sku, available: $left}]
/// ```
public final class StateReader {
  private static final List<String> KEYS = List.of("parameters", "rows", "as");

  private StateReader() {}

  /// States by their name.
  public record States(Map<String, State> states, List<Problem> problems) {}

  public static States read(Document document) {
    var reading = new Reading();
    var states = new LinkedHashMap<String, State>();
    reading
        .object(document.root(), "the file of states")
        .ifPresent(
            root ->
                root.members()
                    .forEach(member -> states.put(member.name(), state(member, reading))));
    var problems = new ArrayList<>(document.problems());
    problems.addAll(reading.problems());
    return new States(Map.copyOf(states), List.copyOf(problems));
  }

  private static State state(ObjectNode.Member member, Reading all) {
    var reading = new Reading();
    var parameters = Template.Members.NONE;
    Map<String, List<Template.Members>> tables = Map.of();
    String as = member.name().split("[\\s-]", 2)[0];
    if (member.value() instanceof ObjectNode object) {
      reading.checkKeys(object, KEYS, "a state");
      parameters =
          object
              .get("parameters")
              .flatMap(node -> reading.object(node, "parameters"))
              .map(node -> new TemplateReader(reading).members(node))
              .orElse(parameters);
      parameters.members().keySet().forEach(reading::introduce);
      tables = object.get("rows").map(node -> new GivenReader(reading).tables(node)).orElse(tables);
      as = object.get("as").flatMap(node -> reading.text(node, "as")).orElse(as);
    } else {
      reading.error(member.place(), "wrong-form", "a state has rows:", "");
    }
    all.addAll(reading);
    return new State(member.name(), parameters, as, tables, member.place());
  }
}

package dev.concordat.standin.view;

import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.resource.Naming;
import dev.concordat.standin.resource.OperationPlan;
import dev.concordat.standin.resource.Role;
import dev.concordat.standin.resource.Shapes;
import dev.concordat.standin.state.Scope;
import dev.concordat.standin.state.Things;
import dev.concordat.standin.value.Typed;
import dev.concordat.standin.value.ValueMaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives ids that the schemas of the path parameter and of the member both accept: numbers count, others are made.
public final class Identifiers {
  private static final int MAX_TRIES = 200;

  private final ValueMaker maker;

  public Identifiers(ValueMaker maker) {
    this.maker = maker;
  }

  /// An id that nothing in the scope has or had; nothing when none was found.
  public Optional<String> next(Scope scope, Things things, List<OperationPlan> plans) {
    List<Schema> schemas = schemas(scope, plans);
    for (int i = 0; i < MAX_TRIES; i++) {
      Optional<String> id = made(scope, schemas, things.next());
      if (id.isPresent() && things.get(id.get()).isEmpty() && !things.wasRemoved(id.get())) {
        return id;
      }
    }
    return Optional.empty();
  }

  private Optional<String> made(Scope scope, List<Schema> schemas, int number) {
    String word = Naming.singular(Naming.plain(scope.resource().name())) + "-" + number;
    List<JsonValue> candidates = new ArrayList<>();
    candidates.add(JsonNumber.of(number));
    candidates.add(new JsonString(word));
    boolean isNumber =
        schemas.stream().anyMatch(schema -> SchemaShape.types(schema).contains("number"));
    for (Schema schema : schemas) {
      String path = scope + "/" + number + "/id" + (isNumber ? "#" : "");
      maker.full(schema, path).ifPresent(candidates::add);
    }
    return candidates.stream()
        .flatMap(candidate -> Typed.text(candidate).stream())
        .filter(text -> schemas.stream().allMatch(schema -> Typed.of(schema, text).isPresent()))
        .filter(text -> !isNumber || JsonNumber.isJsonNumber(text))
        .filter(text -> isNumber || !JsonNumber.isJsonNumber(text) || !isPlainText(schemas))
        .findFirst();
  }

  /// Whether anything is an id: then a word is more telling than a number.
  private static boolean isPlainText(List<Schema> schemas) {
    return schemas.stream()
        .allMatch(schema -> schema.accepts(new JsonString("order-1"), Direction.RESPONSE));
  }

  private static List<Schema> schemas(Scope scope, List<OperationPlan> plans) {
    var schemas = new ArrayList<Schema>();
    for (OperationPlan plan : plans) {
      for (Parameter parameter : plan.operation().parameters(ParameterLocation.PATH)) {
        if (plan.idParameter().filter(parameter.name()::equals).isPresent()) {
          parameter.schema().ifPresent(schemas::add);
        }
      }
      if (plan.role() == Role.READ || plan.role() == Role.CREATE || plan.role() == Role.LIST) {
        body(plan)
            .flatMap(
                schema ->
                    Wrapping.idMember(schema, scope.resource())
                        .flatMap(name -> SchemaShape.property(schema, name)))
            .ifPresent(schemas::add);
      }
    }
    return schemas;
  }

  private static Optional<Schema> body(OperationPlan plan) {
    Optional<Schema> body =
        Shapes.success(plan.operation(), List.of(plan.role() == Role.CREATE ? "201" : "200"))
            .flatMap(Shapes::json);
    return plan.role() == Role.LIST
        ? body.flatMap(schema -> Shapes.at(schema, plan.listPath())).flatMap(SchemaShape::item)
        : body;
  }
}

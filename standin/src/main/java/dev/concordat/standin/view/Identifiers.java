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

  /// How many letters and digits of an example are taken by the number of a thing.
  private static final int NUMBERED = 4;

  private final ValueMaker maker;

  public Identifiers(ValueMaker maker) {
    this.maker = maker;
  }

  /// An id that nothing in the scope has or had; nothing when none was found.
  public Optional<String> next(Scope scope, Things things, List<OperationPlan> plans) {
    List<Schema> schemas = schemas(scope, plans);
    Optional<String> last = Optional.empty();
    for (int i = 0; i < MAX_TRIES; i++) {
      int number = things.next();
      Optional<String> id = made(scope, schemas, number);
      boolean isRepeated = id.isPresent() && id.equals(last);
      Optional<String> tried = isRepeated ? numbered(id.get(), number, schemas) : id;
      if (tried.isPresent() && isFree(tried.get(), things)) {
        return tried;
      }
      last = id;
    }
    return Optional.empty();
  }

  /// Whether a thing of the scope can be shown with this id.
  static boolean fits(String id, Scope scope, List<OperationPlan> plans) {
    return schemas(scope, plans).stream().allMatch(schema -> Typed.of(schema, id).isPresent());
  }

  private static boolean isFree(String id, Things things) {
    return things.get(id).isEmpty() && !things.wasRemoved(id);
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

  /// An example in the schema is made again and again, and names one thing only: its last letters and digits are taken by a
  /// number, as `…330b0e` and 7 are `…330007`, which keeps most formats.
  private static Optional<String> numbered(String made, int number, List<Schema> schemas) {
    var changed = new StringBuilder(made);
    int rest = number;
    int places = 0;
    for (int i = made.length() - 1; i >= 0 && places < NUMBERED; i--) {
      if (Character.isLetterOrDigit(made.charAt(i))) {
        changed.setCharAt(i, (char) ('0' + rest % 10));
        rest /= 10;
        places++;
      }
    }
    return Optional.of(changed.toString())
        .filter(text -> schemas.stream().allMatch(schema -> Typed.of(schema, text).isPresent()));
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

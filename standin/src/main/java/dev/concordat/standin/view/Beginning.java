package dev.concordat.standin.view;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.resource.Naming;
import dev.concordat.standin.resource.OperationPlan;
import dev.concordat.standin.resource.Resource;
import dev.concordat.standin.resource.Resources;
import dev.concordat.standin.resource.Role;
import dev.concordat.standin.resource.Shapes;
import dev.concordat.standin.state.Entity;
import dev.concordat.standin.state.Scope;
import dev.concordat.standin.state.Things;
import dev.concordat.standin.state.World;
import dev.concordat.standin.value.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is there at the start: the things that the contract's examples show, those that its example ids name, and else a
/// few made ones.
public final class Beginning implements World.Population {
  /// Items of one example past this many are left out.
  private static final int MAX_SHOWN = 1_000;

  private final Resources resources;
  private final Identifiers identifiers;
  private final References references;
  private final int count;

  /// @param count how many are made of a kind of which the contract shows none
  public Beginning(Resources resources, Identifiers identifiers, References references, int count) {
    this.resources = resources;
    this.identifiers = identifiers;
    this.references = references;
    this.count = count;
  }

  /// The operations on a resource.
  public List<OperationPlan> plansOf(Resource resource) {
    return resources.plansOf(resource);
  }

  /// Whether examples may show things of a resource, or name some, which then refer to others.
  public boolean isShown(Resource resource) {
    return resources.operationsOn(resource).stream()
        .anyMatch(
            operation ->
                operation.parameters(ParameterLocation.PATH).stream()
                        .anyMatch(each -> isShown(each.examples(), each.schema()))
                    || Shapes.success(operation, List.of("200")).stream()
                        .flatMap(response -> response.content().stream())
                        .anyMatch(each -> isShown(each.examples(), each.schema())));
  }

  private static boolean isShown(List<DocumentedExample> examples, Optional<Schema> schema) {
    return !examples.isEmpty()
        || schema.filter(each -> !each.view().examples().isEmpty()).isPresent();
  }

  @Override
  public void settle(Scope scope, Things things, World world) {
    Resource resource = scope.resource();
    if (resource.isSingle()) {
      JsonObject shown = shown(resource, Role.READ).stream().findFirst().orElse(JsonObject.EMPTY);
      things.put(new Entity("", origin(shown), shown, world.now()));
      return;
    }
    for (JsonValue item : items(resource)) {
      if (item instanceof JsonObject object) {
        put(resource, object, things, world);
      } else {
        Typed.text(item).filter(id -> !id.isEmpty()).ifPresent(id -> name(id, things, world));
      }
    }
    for (JsonObject item : shown(resource, Role.READ)) {
      put(resource, item, things, world);
    }
    boolean isOfSeveral = resource.idParameter().filter(Naming::namesSeveral).isPresent();
    for (String id : exampleIds(resource)) {
      // An example of several ids at once is none of one thing.
      if (!isOfSeveral || Identifiers.fits(id, scope, plansOf(resource))) {
        name(id, things, world);
      }
    }
    if (!resource.isClosed() || !things.all().isEmpty()) {
      return;
    }
    for (int i = 0; i < count; i++) {
      Optional<String> id = identifiers.next(scope, things, plansOf(resource));
      id.ifPresent(
          it -> things.put(new Entity(it, Entity.Origin.MADE, JsonObject.EMPTY, world.now())));
    }
  }

  /// Something is there of which only the id is known.
  private static void name(String id, Things things, World world) {
    if (things.get(id).isEmpty()) {
      things.put(new Entity(id, Entity.Origin.MADE, JsonObject.EMPTY, world.now()));
    }
  }

  private static Entity.Origin origin(JsonObject shown) {
    return shown.size() == 0 ? Entity.Origin.MADE : Entity.Origin.DOCUMENTED;
  }

  private void put(Resource resource, JsonObject item, Things things, World world) {
    Optional<String> id =
        Naming.idMember(
                item.members().keySet(), resource.idParameter().orElse("id"), resource.name())
            .flatMap(item::member)
            .flatMap(Typed::text)
            .filter(text -> !text.isEmpty());
    if (id.isPresent() && things.get(id.get()).isEmpty()) {
      things.put(new Entity(id.get(), Entity.Origin.DOCUMENTED, item, world.now()));
      references.vouch(item, world);
    }
  }

  /// What examples of lists show.
  private List<JsonValue> items(Resource resource) {
    for (OperationPlan plan : plansOf(resource)) {
      if (plan.role() == Role.LIST) {
        for (JsonValue example : examples(plan.operation())) {
          Optional<JsonValue> at = Optional.of(example);
          for (String name : plan.listPath()) {
            at = at.flatMap(it -> it instanceof JsonObject o ? o.member(name) : Optional.empty());
          }
          if (at.orElse(null) instanceof JsonArray(List<JsonValue> list)) {
            return list.subList(0, Math.min(list.size(), MAX_SHOWN));
          }
        }
      }
    }
    return List.of();
  }

  /// What examples of single things show.
  private List<JsonObject> shown(Resource resource, Role role) {
    var shown = new ArrayList<JsonObject>();
    for (OperationPlan plan : plansOf(resource)) {
      if (plan.role() == role) {
        for (JsonValue example : examples(plan.operation())) {
          if (example instanceof JsonObject object) {
            shown.add(Wrapping.unwrapped(object, resource));
          }
        }
      }
    }
    return shown;
  }

  /// The examples of a success that keep their schema.
  private static List<JsonValue> examples(HttpOperation operation) {
    Optional<ResponseSpec> success = Shapes.success(operation, List.of("200"));
    var values = new ArrayList<JsonValue>();
    for (MediaTypeSpec content : success.map(ResponseSpec::content).orElseGet(List::of)) {
      if (content.mediaType().isJson()) {
        content.examples().stream()
            .map(example -> example.value())
            .filter(
                value ->
                    content.schema().map(s -> s.accepts(value, Direction.RESPONSE)).orElse(true))
            .forEach(values::add);
        content.schema().stream()
            .filter(schema -> values.isEmpty())
            .flatMap(schema -> schema.view().examples().stream().filter(schema::accepts))
            .forEach(values::add);
      }
    }
    return values;
  }

  /// The ids that examples of path parameters name.
  private List<String> exampleIds(Resource resource) {
    var ids = new ArrayList<String>();
    for (OperationPlan plan : plansOf(resource)) {
      for (Parameter parameter : plan.operation().parameters(ParameterLocation.PATH)) {
        if (plan.idParameter().filter(parameter.name()::equals).isPresent()) {
          List<JsonValue> examples = new ArrayList<>();
          parameter.examples().forEach(example -> examples.add(example.value()));
          parameter.schema().map(Schema::view).ifPresent(v -> examples.addAll(v.examples()));
          examples.stream()
              .filter(value -> parameter.schema().map(s -> s.accepts(value)).orElse(true))
              .flatMap(value -> Typed.text(value).stream())
              .filter(text -> !text.isEmpty())
              .forEach(ids::add);
        }
      }
    }
    return ids;
  }

  /// What a list of a resource holds, if one is documented.
  public Optional<Schema> itemSchema(OperationPlan plan) {
    return Shapes.success(plan.operation(), List.of("200"))
        .flatMap(Shapes::json)
        .flatMap(schema -> Shapes.at(schema, plan.listPath()))
        .flatMap(SchemaShape::item);
  }
}

package dev.concordat.standin.view;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.resource.Naming;
import dev.concordat.standin.resource.Resource;
import dev.concordat.standin.resource.Resources;
import dev.concordat.standin.state.Entity;
import dev.concordat.standin.state.Scope;
import dev.concordat.standin.state.World;
import dev.concordat.standin.value.Completion;
import dev.concordat.standin.value.Typed;
import dev.concordat.standin.value.ValueMaker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Shows things as the schemas of responses want them. What is known of a thing comes first; its id and those of its
/// holders are those of the path; what the server adds is made, and stays.
public final class Views {
  private final ValueMaker maker;
  private final Completion completion;
  private final References references;
  private final Wrapping wrapping = new Wrapping();

  public Views(ValueMaker maker, Resources resources, long seed) {
    this.maker = maker;
    this.completion = new Completion(maker);
    this.references = new References(resources, seed);
  }

  /// Members that name another thing.
  public References references() {
    return references;
  }

  /// Whether a body of this schema is, or holds, a thing of the resource.
  public boolean isOf(Schema schema, Resource resource) {
    return Wrapping.idMember(schema, resource).isPresent()
        || wrapping.member(schema, resource).isPresent();
  }

  /// A made value that belongs to nothing.
  public Optional<JsonValue> sample(Schema schema, String path) {
    return maker.full(schema, path);
  }

  /// The thing in a request's body.
  ///
  /// @param shown how reading shows the thing, if it can be read
  public JsonObject unwrapped(JsonObject body, Resource resource, Optional<Schema> shown) {
    Optional<String> holder = shown.flatMap(schema -> wrapping.member(schema, resource));
    return Wrapping.unwrapped(body, resource, holder);
  }

  /// A thing as a body, or an item of one; nothing when no value was found that the schema accepts.
  public Optional<JsonValue> of(Scope scope, Entity entity, Schema schema, World world) {
    Optional<JsonValue> before = entity.view(schema.node());
    if (before.isPresent()) {
      return before;
    }
    Optional<JsonValue> view = made(scope, entity, schema, world);
    view.ifPresent(value -> entity.keep(schema.node(), value));
    return view;
  }

  private Optional<JsonValue> made(Scope scope, Entity entity, Schema schema, World world) {
    String path = scope + "/" + entity.id();
    Optional<JsonValue> full = maker.full(schema, path);
    if (full.isEmpty() || !(full.get() instanceof JsonObject sample)) {
      // Text or a number that stands for the thing is its id, as in a list of ids.
      return full.flatMap(it -> Typed.text(it))
          .flatMap(ignored -> Typed.of(schema, entity.id()))
          .or(() -> full);
    }
    Optional<String> holder = wrapping.member(schema, scope.resource());
    if (holder.isPresent()) {
      Optional<Schema> inner = SchemaShape.property(schema, holder.get());
      return inner
          .flatMap(it -> of(scope, entity, it, world))
          .flatMap(
              value ->
                  completion.of(
                      schema, beside(sample, entity, inner.get()).with(holder.get(), value), path));
    }
    JsonObject shown = members(scope, entity, schema, sample, world);
    JsonValue kept =
        schema.accepts(shown, Direction.RESPONSE)
            ? shown
            : completion.of(schema, shown, path).orElseGet(() -> near(schema, sample, shown));
    settle(entity, schema, kept);
    return Optional.of(kept);
  }

  /// What is made, with every member of the thing with which it is still what the schema wants.
  private static JsonObject near(Schema schema, JsonObject sample, JsonObject thing) {
    JsonObject near = sample;
    for (Map.Entry<String, JsonValue> member : thing.members().entrySet()) {
      JsonObject nearer = near.with(member.getKey(), member.getValue());
      near = schema.accepts(nearer, Direction.RESPONSE) ? nearer : near;
    }
    return near;
  }

  /// What was sent beside the holder is shown beside it.
  private static JsonObject beside(JsonObject sample, Entity entity, Schema inner) {
    var names = SchemaShape.propertyNames(inner);
    JsonObject shown = sample;
    for (String name : sample.members().keySet()) {
      Optional<JsonValue> sent = entity.known().member(name);
      shown = sent.isPresent() && !names.contains(name) ? shown.with(name, sent.get()) : shown;
    }
    return shown;
  }

  private JsonObject members(
      Scope scope, Entity entity, Schema schema, JsonObject sample, World world) {
    String path = scope + "/" + entity.id();
    Optional<JsonValue> least = maker.least(schema, path);
    Optional<String> idName = Wrapping.idMember(schema, scope.resource());
    Map<String, JsonValue> members = new LinkedHashMap<>();
    if (entity.origin() == Entity.Origin.DOCUMENTED) {
      // An example is shown as it is written.
      addKnown(scope, entity, schema, members);
    }
    for (Map.Entry<String, JsonValue> made : sample.members().entrySet()) {
      String name = made.getKey();
      boolean isNeeded = least.filter(it -> it instanceof JsonObject o && o.has(name)).isPresent();
      Optional<Schema> inner = SchemaShape.property(schema, name);
      Optional<JsonValue> told = told(scope, entity, name, inner, idName);
      if (told.isPresent()) {
        members.put(name, told.get());
      } else if (isNeeded || isAdded(scope.resource(), entity, name)) {
        JsonValue value = made.getValue();
        members.put(
            name,
            inner
                .map(it -> references.resolved(value, it, name, path + "/" + name, world))
                .orElse(value));
      }
    }
    addKnown(scope, entity, schema, members);
    return new JsonObject(members);
  }

  /// What clients said that the sample lacks, as far as the schema has a place for it.
  private static void addKnown(
      Scope scope, Entity entity, Schema schema, Map<String, JsonValue> members) {
    var names = SchemaShape.propertyNames(schema);
    for (Map.Entry<String, JsonValue> known : entity.known().members().entrySet()) {
      String name = known.getKey();
      Optional<Schema> inner = SchemaShape.property(schema, name);
      boolean isNamed =
          names.contains(name) || names.isEmpty() || entity.origin() == Entity.Origin.DOCUMENTED;
      boolean isSecret = inner.map(it -> it.view().writeOnly()).orElse(false);
      if (isNamed && !isSecret) {
        members.putIfAbsent(name, known.getValue());
      }
    }
    for (String name : names) {
      if (!members.containsKey(name)) {
        idOf(scope, entity, name, schema).ifPresent(id -> members.put(name, id));
      }
    }
  }

  private Optional<JsonValue> told(
      Scope scope, Entity entity, String name, Optional<Schema> schema, Optional<String> idName) {
    boolean isId = idName.filter(name::equals).isPresent();
    if (schema.isEmpty()) {
      return isId ? Optional.of(new JsonString(entity.id())) : entity.known().member(name);
    }
    boolean isFromClient = scope.resource().clientMembers().contains(name);
    return (isFromClient && !isId ? entity.known().member(name) : Optional.<JsonValue>empty())
        .or(() -> identity(scope, entity, name, schema.get(), isId))
        .or(
            () ->
                isFromClient || entity.origin() == Entity.Origin.DOCUMENTED
                    ? Optional.empty()
                    : Times.of(name, schema.get(), entity))
        .or(() -> entity.known().member(name));
  }

  private static Optional<JsonValue> idOf(Scope scope, Entity entity, String name, Schema holder) {
    return Wrapping.idMember(holder, scope.resource())
        .filter(name::equals)
        .flatMap(ignored -> SchemaShape.property(holder, name))
        .flatMap(schema -> Typed.of(schema, entity.id()));
  }

  /// The ids that the path says: the thing's own, and those of what it belongs to.
  private static Optional<JsonValue> identity(
      Scope scope, Entity entity, String name, Schema schema, boolean isId) {
    if (isId) {
      return Typed.of(schema, entity.id());
    }
    Resource resource = scope.resource();
    String plain = Naming.plain(name);
    for (int i = 0; i < resource.scope().size(); i++) {
      if (Naming.plain(resource.scope().get(i)).equals(plain)) {
        return Typed.of(schema, scope.values().get(i));
      }
    }
    return Optional.empty();
  }

  private static boolean isAdded(Resource resource, Entity entity, String name) {
    return switch (entity.origin()) {
      case DOCUMENTED -> false;
      case POSTED -> !resource.clientMembers().contains(name);
      case MADE -> true;
    };
  }

  /// What was shown stays, except the times that tell of changes.
  private static void settle(Entity entity, Schema schema, JsonValue shown) {
    if (shown instanceof JsonObject object) {
      object
          .members()
          .forEach(
              (name, value) -> {
                boolean isTime =
                    SchemaShape.property(schema, name)
                        .flatMap(it -> Times.of(name, it, entity))
                        .isPresent();
                if (!isTime) {
                  entity.settle(name, value);
                }
              });
    }
  }
}

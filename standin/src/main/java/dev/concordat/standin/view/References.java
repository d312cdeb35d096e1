package dev.concordat.standin.view;

import dev.concordat.cases.value.Dice;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.resource.Naming;
import dev.concordat.standin.resource.Resource;
import dev.concordat.standin.resource.Resources;
import dev.concordat.standin.state.Entity;
import dev.concordat.standin.state.Things;
import dev.concordat.standin.state.World;
import dev.concordat.standin.value.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Members that name another thing: what they name exists.
public final class References {
  private static final int MAX_DEPTH = 4;

  private final Resources resources;
  private final long seed;

  References(Resources resources, long seed) {
    this.resources = resources;
    this.seed = seed;
  }

  /// A made value, with ids of things that exist where its members name such.
  JsonValue resolved(JsonValue made, Schema schema, String member, String path, World world) {
    return resolved(made, schema, member, path, world, 0);
  }

  private JsonValue resolved(
      JsonValue made, Schema schema, String member, String path, World world, int depth) {
    if (depth > MAX_DEPTH) {
      return made;
    }
    return switch (made) {
      case JsonObject object -> object(object, schema, member, path, world, depth);
      case JsonArray(List<JsonValue> items) ->
          SchemaShape.item(schema)
              .<JsonValue>map(
                  item ->
                      new JsonArray(
                          items.stream()
                              .map(it -> resolved(it, item, member, path, world, depth + 1))
                              .toList()))
              .orElse(made);
      default ->
          resources
              .referredBy(member)
              .flatMap(resource -> existing(resource, schema, path, world))
              .orElse(made);
    };
  }

  private JsonValue object(
      JsonObject object, Schema schema, String member, String path, World world, int depth) {
    Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
    Optional<Resource> own = resources.named(Naming.singular(Naming.plain(member)));
    Optional<String> id = own.flatMap(resource -> Wrapping.idMember(schema, resource));
    for (String name : object.members().keySet()) {
      Optional<Schema> inner = SchemaShape.property(schema, name);
      JsonValue value = object.member(name).orElseThrow();
      if (inner.isPresent()) {
        JsonValue resolved =
            id.filter(name::equals)
                .flatMap(ignored -> own)
                .flatMap(resource -> existing(resource, inner.get(), path, world))
                .orElseGet(
                    () -> resolved(value, inner.get(), name, path + "/" + name, world, depth + 1));
        members.put(name, resolved);
      }
    }
    return new JsonObject(members);
  }

  private Optional<JsonValue> existing(Resource resource, Schema schema, String path, World world) {
    List<Entity> all = List.copyOf(world.things(resource).all());
    return all.isEmpty()
        ? Optional.empty()
        : Typed.of(schema, Dice.at(seed, path + "@").oneOf(all).id());
  }

  /// Lets exist what the members of a thing name.
  public void vouch(JsonObject known, World world) {
    for (Map.Entry<String, JsonValue> member : known.members().entrySet()) {
      switch (member.getValue()) {
        case JsonObject inner -> vouchInner(member.getKey(), inner, world);
        case JsonArray(List<JsonValue> items) ->
            items.forEach(item -> vouchItem(member.getKey(), item, world));
        default -> vouchScalar(member.getKey(), member.getValue(), world);
      }
    }
  }

  private void vouchItem(String name, JsonValue item, World world) {
    if (item instanceof JsonObject object) {
      object.members().forEach((inner, value) -> vouchScalar(inner, value, world));
    } else {
      vouchScalar(name, item, world);
    }
  }

  private void vouchInner(String name, JsonObject inner, World world) {
    Optional<Resource> resource = resources.named(Naming.singular(Naming.plain(name)));
    resource
        .flatMap(
            it ->
                Naming.idMember(inner.members().keySet(), it.idParameter().orElse("id"), it.name()))
        .flatMap(inner::member)
        .flatMap(Typed::text)
        .ifPresent(id -> exist(resource.orElseThrow(), id, inner, world));
    inner.members().forEach((member, value) -> vouchScalar(member, value, world));
  }

  private void vouchScalar(String name, JsonValue value, World world) {
    Optional<Resource> resource = resources.referredBy(name);
    Optional<String> id = resource.flatMap(ignored -> Typed.text(value));
    id.ifPresent(it -> exist(resource.orElseThrow(), it, JsonObject.EMPTY, world));
  }

  private static void exist(Resource resource, String id, JsonObject known, World world) {
    Things things = world.things(resource);
    if (things.get(id).isEmpty() && !things.wasRemoved(id) && !id.isEmpty()) {
      things.put(new Entity(id, Entity.Origin.MADE, known, world.now()));
    }
  }
}

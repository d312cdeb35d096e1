package dev.concordat.standin.service;

import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.refusal.Refusal;
import dev.concordat.standin.resource.Naming;
import dev.concordat.standin.resource.Resource;
import dev.concordat.standin.resource.Role;
import dev.concordat.standin.resource.Shapes;
import dev.concordat.standin.state.Entity;
import dev.concordat.standin.state.Scope;
import dev.concordat.standin.state.Things;
import dev.concordat.standin.state.World;
import dev.concordat.standin.value.Defaults;
import dev.concordat.standin.value.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Creates, changes and removes things.
final class Writing {
  private final Memory memory;

  Writing(Memory memory) {
    this.memory = memory;
  }

  /// What came of a write.
  sealed interface Written {
    /// It was done.
    record Done(Scope scope, Entity entity, boolean isNew) implements Written {}

    record Refused(Refusal refusal) implements Written {}
  }

  Written create(Asked asked, Resource resource) {
    Scope scope = asked.scope(resource);
    JsonObject body = whole(asked, resource);
    Optional<String> own =
        Naming.idMember(
                body.members().keySet(), resource.idParameter().orElse("id"), resource.name())
            .flatMap(body::member)
            .flatMap(Typed::text)
            .filter(id -> !id.isEmpty());
    Things things = memory.world().things(scope);
    boolean isTaken = own.flatMap(things::get).isPresent();
    if (isTaken && documents(asked, 409)) {
      return new Written.Refused(
          Refusal.of(
              List.of(409), "there is a '" + own.orElseThrow() + "' in " + scope + " already"));
    }
    String id = own.or(() -> memory.nextId(scope)).orElse("");
    return put(scope, id, body, true);
  }

  private Written put(Scope scope, String id, JsonObject body, boolean isNew) {
    World world = memory.world();
    world.tick();
    var entity = new Entity(id, Entity.Origin.POSTED, body, world.now());
    world.things(scope).put(entity);
    memory.views().references().vouch(body, world);
    return new Written.Done(scope, entity, isNew);
  }

  Written replace(Asked asked, Resource resource) {
    Scope scope = asked.scope(resource);
    String id = asked.id(resource);
    JsonObject body = whole(asked, resource);
    Optional<Entity> known = memory.find(scope, id);
    if (known.isEmpty()) {
      return documents(asked, 201) || !saysAbsent(asked)
          ? put(scope, id, body, true)
          : new Written.Refused(Memory.absent(scope, id));
    }
    settled(scope, known.get());
    Map<String, JsonValue> members = new LinkedHashMap<>();
    known
        .get()
        .known()
        .members()
        .forEach(
            (name, value) -> {
              if (!resource.clientMembers().contains(name)) {
                members.put(name, value);
              }
            });
    members.putAll(body.members());
    return rewrite(scope, known.get(), new JsonObject(members));
  }

  Written merge(Asked asked, Resource resource) {
    Scope scope = asked.scope(resource);
    String id = asked.id(resource);
    Optional<Entity> known = memory.find(scope, id);
    if (known.isEmpty()) {
      return new Written.Refused(Memory.absent(scope, id));
    }
    settled(scope, known.get());
    JsonObject before = known.get().known();
    if (asked.body().orElse(null) instanceof JsonArray list && !isPatch(list)) {
      // A list of other things than steps changes nothing of which it is known how.
      return rewrite(scope, known.get(), before);
    }
    if (asked.body().orElse(null) instanceof JsonArray patch) {
      return JsonPatch.applied(before, patch)
          .map(after -> rewrite(scope, known.get(), after))
          .orElseGet(
              () ->
                  new Written.Refused(
                      Refusal.of(
                          List.of(409, 422, 400), "the patch cannot be applied to '" + id + "'")));
    }
    return rewrite(scope, known.get(), MergePatch.merged(before, body(asked, resource)));
  }

  private static boolean isPatch(JsonArray list) {
    return list.items().stream()
        .allMatch(item -> item instanceof JsonObject step && step.has("op"));
  }

  Written remove(Asked asked, Resource resource) {
    Scope scope = asked.scope(resource);
    String id = asked.id(resource);
    Optional<Entity> known = memory.find(scope, id);
    if (known.isEmpty()) {
      return new Written.Refused(Memory.absent(scope, id));
    }
    memory.world().tick();
    memory.world().things(scope).remove(id);
    return new Written.Done(scope, known.get(), false);
  }

  private Written rewrite(Scope scope, Entity before, JsonObject members) {
    World world = memory.world();
    world.tick();
    Entity after = before.rewritten(members, world.now());
    world.things(scope).put(after);
    memory.views().references().vouch(members, world);
    return new Written.Done(scope, after, false);
  }

  /// What reading shows of a thing is known from now on, so that a change of one member leaves the others.
  private void settled(Scope scope, Entity entity) {
    shown(scope.resource())
        .ifPresent(schema -> memory.views().of(scope, entity, schema, memory.world()));
  }

  /// How reading shows a thing.
  private Optional<Schema> shown(Resource resource) {
    return memory.beginning().plansOf(resource).stream()
        .filter(plan -> plan.role() == Role.READ)
        .findFirst()
        .flatMap(plan -> Shapes.success(plan.operation(), List.of("200")).flatMap(Shapes::json));
  }

  /// Whether the operation documents any way to say that a thing is not there.
  private static boolean saysAbsent(Asked asked) {
    return asked.operation().response(404).isPresent()
        || asked.operation().response(410).isPresent();
  }

  private static boolean documents(Asked asked, int status) {
    return asked.operation().responses().stream()
        .anyMatch(response -> response.status().equals(Integer.toString(status)));
  }

  /// The thing in the body, without what only the server sets: as much of it as was sent.
  private JsonObject body(Asked asked, Resource resource) {
    return thing(sent(asked), asked, resource);
  }

  /// The same, with the defaults of what was left out.
  private JsonObject whole(Asked asked, Resource resource) {
    JsonObject sent = sent(asked);
    return thing(
        schema(asked).map(schema -> Defaults.filled(schema, sent)).orElse(sent), asked, resource);
  }

  private static JsonObject sent(Asked asked) {
    return asked.body().orElse(null) instanceof JsonObject body ? body : JsonObject.EMPTY;
  }

  private static Optional<Schema> schema(Asked asked) {
    return asked
        .operation()
        .body()
        .map(RequestBody::content)
        .flatMap(content -> content.stream().findFirst())
        .flatMap(MediaTypeSpec::schema);
  }

  private JsonObject thing(JsonObject body, Asked asked, Resource resource) {
    JsonObject thing = memory.views().unwrapped(body, resource, shown(resource));
    Optional<Schema> schema = schema(asked);
    JsonObject sent = thing;
    for (String name : thing.members().keySet()) {
      boolean isOurs =
          schema
              .flatMap(it -> SchemaShape.property(it, name))
              .map(it -> it.view().readOnly())
              .orElse(false);
      sent = isOurs ? sent.without(name) : sent;
    }
    return sent;
  }

  /// Where a created thing is found.
  Map<String, Header> location(Asked asked, Written.Done done) {
    Resource resource = done.scope().resource();
    if (resource.idParameter().isEmpty() || resource.isSingle() || !done.isNew()) {
      return Map.of();
    }
    String path = asked.request().path();
    String base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    boolean isCreation = asked.plan().role() == Role.CREATE;
    String end = memory.endOfItems(resource);
    String location = isCreation ? base + "/" + Percent.encode(done.entity().id()) + end : path;
    boolean isAbsolute =
        asked.operation().responses().stream()
            .flatMap(response -> response.headers().stream())
            .filter(header -> header.name().toLowerCase(Locale.ROOT).equals("location"))
            .flatMap(header -> header.schema().stream())
            .anyMatch(
                schema ->
                    schema
                        .view()
                        .format()
                        .filter(it -> it.equals("uri") || it.equals("url"))
                        .isPresent());
    String host = asked.request().header("host").orElse("localhost");
    return Map.of(
        "location", new Header("Location", isAbsolute ? "http://" + host + location : location));
  }
}

package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Instance;
import dev.concordat.conform.resource.ItemIds;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Identity;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterEncoder;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes new things, with the parents that they need. Where the collection cannot create, a PUT to an id that is not there is
/// tried.
final class Maker {
  private static final int MAX_ATTEMPTS = 3;
  private static final int MAX_DEPTH = 3;

  /// What says that another body may be taken.
  private static final Set<Integer> REFUSALS = Set.of(400, 404, 409, 412, 422);

  private final Walk walk;
  private final int depth;

  Maker(Walk walk) {
    this(walk, 0);
  }

  private Maker(Walk walk, int depth) {
    this.walk = walk;
    this.depth = depth;
  }

  Optional<Made> make(Resource resource, Identity as) {
    if (depth >= MAX_DEPTH) {
      return Optional.empty();
    }
    if (resource.operation(Role.CREATE).isEmpty()) {
      return put(resource, as);
    }
    HttpOperation create = resource.operation(Role.CREATE).get();
    Optional<MediaTypeSpec> spec = Bodies.json(create);
    Optional<List<String>> above = above(resource, as);
    if (spec.isEmpty() || above.isEmpty()) {
      return Optional.empty();
    }
    return post(resource, create, spec.get(), above.get(), as);
  }

  /// A new thing below these values of the path.
  Optional<Made> makeBelow(Resource resource, List<String> above, Identity as) {
    return resource
        .operation(Role.CREATE)
        .flatMap(
            create -> Bodies.json(create).flatMap(spec -> post(resource, create, spec, above, as)));
  }

  /// A new thing from this body.
  Optional<Made> makeFrom(Resource resource, List<String> above, JsonObject body) {
    HttpOperation create = resource.operation(Role.CREATE).orElseThrow();
    MediaTypeSpec spec = Bodies.json(create).orElseThrow();
    return made(resource, body, posted(create, spec, above, body, Identity.FIRST));
  }

  /// Something that exists as far as the memory knows.
  Optional<Instance> existing(Resource resource) {
    return known(resource, false)
        .map(
            values ->
                new Instance(
                    resource,
                    values,
                    new JsonString(Percent.decode(values.getLast())),
                    Certainty.GUESS));
  }

  private Optional<Made> post(
      Resource resource,
      HttpOperation create,
      MediaTypeSpec spec,
      List<String> above,
      Identity as) {
    List<Bodies.Candidate> candidates =
        walk.site().bodies().numbered(create, spec, walk.memory()).limit(MAX_ATTEMPTS).toList();
    for (Bodies.Candidate candidate : candidates) {
      JsonObject body = connected(candidate.body(), resource, spec, as);
      Exchange exchange = posted(create, spec, above, body, as);
      if (!REFUSALS.contains(exchange.status())) {
        return made(resource, body, exchange);
      }
      walk.site().bodies().refused(create, candidate.kind());
    }
    return Optional.empty();
  }

  /// A body that the operation may take, references in place.
  Optional<JsonObject> body(Resource resource, HttpOperation operation, MediaTypeSpec spec) {
    return walk.site()
        .bodies()
        .candidates(operation, spec, walk.memory())
        .findFirst()
        .map(body -> connected(body, resource, spec, Identity.FIRST));
  }

  private Exchange posted(
      HttpOperation create, MediaTypeSpec spec, List<String> above, JsonObject body, Identity as) {
    String path = Instance.path(create, above);
    return walk.send(
        create,
        Requests.withBody(
            walk.site().requests().of(create, path, walk.memory(), Map.of()), spec, body),
        as,
        Expected.JUDGED_LATER,
        "create something new");
  }

  private Optional<Made> made(Resource resource, JsonObject body, Exchange exchange) {
    return walk.isDone(exchange)
        ? walk.site()
            .instances()
            .created(resource, exchange)
            .map(instance -> new Made(instance, body, exchange))
        : Optional.empty();
  }

  /// The values of the path above: a parent that this run made, else a new one, else one that is there.
  Optional<List<String>> above(Resource resource, Identity as) {
    Optional<Resource> parent = walk.site().resources().parent(resource);
    if (parent.isEmpty()) {
      return resource.depth() == 1 ? Optional.of(List.of()) : Optional.empty();
    }
    return known(parent.get(), true)
        .filter(values -> as.equals(Identity.FIRST))
        .or(() -> new Maker(walk, depth + 1).make(parent.get(), as).map(m -> m.instance().values()))
        .or(() -> known(parent.get(), false));
  }

  /// The path's values of a thing that the memory knows.
  private Optional<List<String>> known(Resource resource, boolean onlyOwn) {
    Optional<HttpOperation> onItem = ItemIds.onItem(resource);
    if (onItem.isEmpty()) {
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    for (String name : onItem.get().path().parameterNames()) {
      Optional<String> value =
          onItem.get().parameters().stream()
              .filter(parameter -> parameter.pointer().equals("path:" + name))
              .findFirst()
              .flatMap(
                  parameter ->
                      walk.memory()
                          .value(onItem.get(), parameter, onlyOwn)
                          .flatMap(known -> ParameterEncoder.path(parameter, known)));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(values);
  }

  /// A thing at an id of our own choice, which is looked at first, because nothing may be overwritten that is not ours.
  private Optional<Made> put(Resource resource, Identity as) {
    Optional<HttpOperation> put = resource.operation(Role.REPLACE);
    Optional<HttpOperation> read = resource.operation(Role.READ);
    Optional<List<String>> above = above(resource, as);
    Optional<Parameter> parameter = put.flatMap(Resource::idParameter);
    Optional<MediaTypeSpec> spec = put.flatMap(Bodies::json);
    if (read.isEmpty() || above.isEmpty() || parameter.isEmpty() || spec.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instance> fresh = Ids.fresh(walk, resource, parameter.get(), above.get());
    Optional<JsonObject> body =
        walk.site().bodies().candidates(put.get(), spec.get(), walk.memory()).findFirst();
    if (fresh.isEmpty()
        || body.isEmpty()
        || !Walk.isGone(walk.read(fresh.get(), "see that the id is free"))) {
      return Optional.empty();
    }
    JsonObject sent = connected(body.get(), resource, spec.get(), as);
    Exchange exchange =
        walk.send(
            put.get(),
            Requests.withBody(walk.request(put.get(), fresh.get()), spec.get(), sent),
            as,
            Expected.JUDGED_LATER,
            "create something new");
    return walk.isDone(exchange)
        ? Optional.of(new Made(fresh.get(), sent, exchange))
        : Optional.empty();
  }

  /// The body with references to things that exist, where its members refer to other resources by their names.
  private JsonObject connected(
      JsonObject body, Resource resource, MediaTypeSpec spec, Identity as) {
    JsonValue connected =
        References.connected(
            body,
            name -> walk.site().resources().referred(name, resource),
            other -> referred(other, as));
    return connected instanceof JsonObject object
            && spec.schema().orElseThrow().accepts(object, Direction.REQUEST)
        ? object
        : body;
  }

  private Optional<JsonValue> referred(Resource other, Identity as) {
    Optional<HttpOperation> onItem = ItemIds.onItem(other);
    Optional<JsonValue> known =
        onItem
            .flatMap(Resource::idParameter)
            .flatMap(parameter -> walk.memory().value(onItem.orElseThrow(), parameter, false));
    return known.isPresent()
        ? known
        : new Maker(walk, depth + 1).make(other, as).map(made -> made.instance().id());
  }
}

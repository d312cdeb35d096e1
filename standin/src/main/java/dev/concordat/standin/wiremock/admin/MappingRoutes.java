package dev.concordat.standin.wiremock.admin;

import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.wiremock.journal.ServeEvent;
import dev.concordat.standin.wiremock.space.Space;
import dev.concordat.standin.wiremock.store.Mapping;
import dev.concordat.standin.wiremock.store.MappingCompiler.Compiled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// `/__admin/mappings`: making, changing and finding stubs.
final class MappingRoutes {
  private static final int CREATED = 201;

  private final AdminContext context;
  private final Saving saving;

  MappingRoutes(AdminContext context) {
    this.context = context;
    this.saving = new Saving(context.folder());
  }

  HttpResponseMessage answer(Call call) {
    Space space = call.space();
    return switch (call.what()) {
      case "GET" -> list(call);
      case "POST", "POST new" -> create(call, CREATED);
      case "DELETE" -> cleared(space);
      case "POST reset" -> reset(space);
      case "POST save" -> saving.save(space.mappings().all().reversed());
      case "POST import" -> imported(call);
      case "POST remove" -> removeLike(call);
      case "POST edit" -> create(call, 200);
      case "GET unmatched" -> listed(unused(space));
      case "DELETE unmatched" -> removed(space, unused(space));
      case "POST find-by-metadata" -> byMetadata(call, false);
      case "POST remove-by-metadata" -> byMetadata(call, true);
      default -> call.id().isPresent() ? one(call, call.id().get()) : call.unknown("mappings");
    };
  }

  private static HttpResponseMessage listed(List<Mapping> mappings) {
    return Replies.json(
        Replies.listed(
            "mappings", mappings.stream().map(Mapping::written).toList(), mappings.size()));
  }

  private static HttpResponseMessage list(Call call) {
    List<Mapping> all = call.space().visibleMappings();
    int offset = Math.min(call.number("offset").orElse(0), all.size());
    int limit = Math.min(call.number("limit").orElse(all.size()), all.size() - offset);
    List<JsonObject> page =
        all.subList(offset, offset + limit).stream().map(Mapping::written).toList();
    return Replies.json(Replies.listed("mappings", page, all.size()));
  }

  private HttpResponseMessage create(Call call, int status) {
    Optional<JsonObject> body = EventJson.body(call.request());
    if (body.isEmpty()) {
      return Replies.refused("Error parsing JSON: the body is no object");
    }
    return stored(call.space(), body.get(), status);
  }

  private HttpResponseMessage stored(Space space, JsonObject written, int status) {
    return switch (compiled(space, written)) {
      case Compiled.Bad(List<String> complaints) -> Replies.refused(complaints);
      case Compiled.Good(Mapping mapping, var contract) -> {
        if (!space.mappings().put(mapping)) {
          yield Replies.refused("there are too many stubs");
        }
        space.forbidden().remove(mapping.id());
        Optional<String> flaw = mapping.isPersistent() ? saving.saveOne(mapping) : Optional.empty();
        yield flaw.isPresent()
            ? Replies.refused(flaw.get())
            : Replies.json(status, mapping.written());
      }
    };
  }

  /// The mapping, if it can be served and no contract forbids it.
  private Compiled compiled(Space space, JsonObject written) {
    Compiled compiled = context.compiler().compile("stub", written, space::nextId);
    if (compiled instanceof Compiled.Good(Mapping mapping, var contract)) {
      List<String> objections = context.objections().apply(contract);
      if (!objections.isEmpty()) {
        return new Compiled.Bad(
            objections.stream()
                .map(reason -> "the contract forbids this stub: " + reason)
                .toList());
      }
    }
    return compiled;
  }

  private HttpResponseMessage one(Call call, UUID id) {
    Space space = call.space();
    Optional<Mapping> known =
        space.visibleMappings().stream().filter(mapping -> mapping.id().equals(id)).findFirst();
    if (known.isEmpty()) {
      return Replies.notFound("there is no stub with the id " + id);
    }
    return switch (call.request().method()) {
      case "GET" -> Replies.json(known.get().written());
      case "DELETE" -> {
        if (!space.mappings().remove(id)) {
          yield Replies.refused(
              "the stub " + id + " belongs to all tests; remove it without naming a test");
        }
        saving.forget(known.get());
        yield Replies.done();
      }
      case "PUT" ->
          EventJson.body(call.request())
              .map(
                  body ->
                      stored(
                          space,
                          body.with("id", new JsonString(id.toString())).without("uuid"),
                          200))
              .orElseGet(() -> Replies.refused("Error parsing JSON: the body is no object"));
      default -> call.unknown("mappings");
    };
  }

  private HttpResponseMessage cleared(Space space) {
    space.mappings().all().forEach(saving::forget);
    space.resetMappings(List.of());
    return Replies.done();
  }

  private HttpResponseMessage reset(Space space) {
    space.resetMappings(beginning(space));
    return Replies.done();
  }

  private List<Mapping> beginning(Space space) {
    return space.name().isEmpty() ? context.beginning().get() : List.of();
  }

  /// By its id, or where there is none by its request.
  private HttpResponseMessage removeLike(Call call) {
    Optional<JsonObject> body = EventJson.body(call.request());
    if (body.isEmpty()) {
      return Replies.refused("Error parsing JSON: the body is no object");
    }
    JsonObject described = body.get();
    Optional<String> id =
        EventJson.text(described, "id").or(() -> EventJson.text(described, "uuid"));
    Predicate<Mapping> isMeant =
        mapping ->
            id.map(mapping.id().toString()::equals)
                .orElseGet(
                    () -> mapping.written().member("request").equals(described.member("request")));
    List<Mapping> found = call.space().mappings().all().stream().filter(isMeant).toList();
    return removed(call.space(), found);
  }

  private HttpResponseMessage removed(Space space, List<Mapping> mappings) {
    for (Mapping mapping : mappings) {
      space.mappings().remove(mapping.id());
      saving.forget(mapping);
    }
    return listed(mappings);
  }

  /// Stubs that answered none of the requests in the journal.
  private static List<Mapping> unused(Space space) {
    Set<UUID> used = new HashSet<>();
    for (ServeEvent event : space.journal().all()) {
      event.mapping().ifPresent(mapping -> used.add(mapping.id()));
    }
    return space.mappings().all().stream().filter(mapping -> !used.contains(mapping.id())).toList();
  }

  private HttpResponseMessage byMetadata(Call call, boolean isRemoved) {
    return switch (Patterns.ofMetadata(call)) {
      case Patterns.Read.Bad(List<String> reasons) -> Replies.refused(reasons);
      case Patterns.Read.Good(var matcher) -> {
        List<Mapping> found =
            call.space().mappings().all().stream()
                .filter(mapping -> Patterns.hasMetadata(matcher, mapping))
                .toList();
        if (!isRemoved) {
          yield listed(found);
        }
        removed(call.space(), found);
        yield Replies.done();
      }
    };
  }

  /// All or none: where one cannot be served, nothing changes.
  private HttpResponseMessage imported(Call call) {
    Optional<JsonObject> body = EventJson.body(call.request());
    if (body.isEmpty()
        || !(body.get().member("mappings").orElse(null)
            instanceof JsonArray(List<JsonValue> items))) {
      return Replies.refused("the body has no list of mappings");
    }
    JsonObject options =
        body.get().member("importOptions").orElse(null) instanceof JsonObject object
            ? object
            : JsonObject.EMPTY;
    boolean keepsKnown = EventJson.text(options, "duplicatePolicy").orElse("").equals("IGNORE");
    boolean removesOthers =
        options.member("deleteAllNotInImport").orElse(null) instanceof JsonBoolean(boolean is)
            && is;
    Space space = call.space();
    var complaints = new ArrayList<String>();
    var mappings = new ArrayList<Mapping>();
    for (JsonValue item : items) {
      switch (item instanceof JsonObject object
          ? compiled(space, object)
          : new Compiled.Bad(List.of(item + " is no mapping"))) {
        case Compiled.Good(Mapping mapping, var contract) -> mappings.add(mapping);
        case Compiled.Bad(List<String> why) -> complaints.addAll(why);
      }
    }
    if (!complaints.isEmpty()) {
      return Replies.refused(complaints);
    }
    if (removesOthers) {
      Set<UUID> kept = new HashSet<>();
      mappings.forEach(mapping -> kept.add(mapping.id()));
      space.mappings().all().stream()
          .filter(mapping -> !kept.contains(mapping.id()))
          .forEach(mapping -> space.mappings().remove(mapping.id()));
    }
    // The first of the list is asked first, so it is added last.
    for (Mapping mapping : mappings.reversed()) {
      if (!keepsKnown || space.mappings().get(mapping.id()).isEmpty()) {
        space.mappings().put(mapping);
      }
    }
    return Replies.done();
  }
}

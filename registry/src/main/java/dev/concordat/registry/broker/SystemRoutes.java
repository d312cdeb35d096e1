package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Systems: making, changing, listing and removing them.
final class SystemRoutes {
  private static final String ONE = "/pacticipants/{pacticipant}";

  private SystemRoutes() {}

  static List<Route> routes(Desk desk) {
    return List.of(
        Route.get("/pacticipants", desk.reading(SystemRoutes::list)),
        Route.post("/pacticipants", desk.writing(SystemRoutes::create)),
        Route.get(
            ONE,
            desk.reading(
                request ->
                    request.system(
                        "pacticipant",
                        system -> Answer.hal(200, SystemResource.of(request, system, true))))),
        Route.put(ONE, desk.writing(request -> change(request, false))),
        Route.patch(ONE, desk.writing(request -> change(request, true))),
        Route.delete(ONE, desk.writing(SystemRoutes::delete)),
        Route.get("/pacticipants/label/{label}", desk.reading(SystemRoutes::labelled)));
  }

  private static Answer list(Request request) {
    return request.query(
        query ->
            Paging.of(
                query,
                paging -> {
                  String part = query.text("q").orElse("").toLowerCase(Locale.ROOT);
                  return page(
                      request,
                      paging,
                      new Systems(request.handle())
                          .all().stream()
                              .filter(it -> it.name().toLowerCase(Locale.ROOT).contains(part))
                              .toList());
                }));
  }

  private static Answer page(Request request, Paging paging, List<SystemRow> all) {
    return Answer.hal(
        200, SystemResource.list(request, paging.of(all), all.size(), paging, request.self()));
  }

  private static Answer labelled(Request request) {
    return request.paged(
        paging ->
            page(request, paging, new Systems(request.handle()).labelled(request.part("label"))));
  }

  private static Answer create(Request request) {
    return request.body(
        body -> {
          Errors.Collected errors = errors(body);
          Optional<String> name = Request.text(body, "name");
          if (!body.has("name")) {
            errors.add("name", "name is missing");
          } else if (name.isEmpty() || name.get().isBlank()) {
            errors.add("name", "name must be filled");
          }
          if (errors.any()) {
            return errors.answer(400);
          }
          SystemRow system =
              new Systems(request.handle()).ensure(name.orElseThrow(), request.now());
          if (body.size() > 1) {
            system = saved(request, system, body, true);
          }
          return Answer.hal(201, SystemResource.of(request, system, true))
              .with("Location", request.links().system(system.name()));
        });
  }

  private static Answer change(Request request, boolean isPatch) {
    return request.body(
        body -> {
          Errors.Collected errors = errors(body);
          if (errors.any()) {
            return errors.answer(400);
          }
          Systems systems = new Systems(request.handle());
          Optional<SystemRow> known = systems.find(request.part("pacticipant"));
          SystemRow system =
              saved(
                  request,
                  known.orElseGet(() -> systems.ensure(request.part("pacticipant"), request.now())),
                  body,
                  isPatch);
          Answer answer =
              Answer.hal(known.isPresent() ? 200 : 201, SystemResource.of(request, system, true));
          return known.isPresent()
              ? answer
              : answer.with("Location", request.links().system(system.name()));
        });
  }

  private static SystemRow saved(
      Request request, SystemRow system, JsonObject body, boolean isPatch) {
    SystemRow changed =
        new SystemRow(
            system.id(),
            system.name(),
            field(body, "displayName", system.displayName(), isPatch),
            field(body, "repositoryUrl", system.repositoryUrl(), isPatch),
            field(body, "repositoryName", system.repositoryName(), isPatch),
            field(body, "repositoryNamespace", system.repositoryNamespace(), isPatch),
            field(body, "mainBranch", system.mainBranch(), isPatch),
            system.owner(),
            system.createdAt(),
            system.updatedAt());
    return new Systems(request.handle()).update(changed, request.now());
  }

  /// A patch leaves alone what it does not mention (RFC 7386); anything else says everything.
  private static Optional<String> field(
      JsonObject body, String name, Optional<String> before, boolean isPatch) {
    return isPatch && !body.has(name) ? before : Request.text(body, name);
  }

  private static Errors.Collected errors(JsonObject body) {
    Errors.Collected errors = new Errors.Collected();
    for (String field :
        List.of(
            "name",
            "displayName",
            "mainBranch",
            "repositoryUrl",
            "repositoryName",
            "repositoryNamespace")) {
      Optional<String> text = Request.text(body, field);
      if (Request.json(body, field).isPresent() && text.isEmpty()) {
        errors.add(field, field + " must be a string");
      }
      text.filter(it -> it.length() > Desk.MAX_NAME)
          .ifPresent(
              _ ->
                  errors.add(
                      field, field + " cannot have more than " + Desk.MAX_NAME + " characters"));
      text.filter(it -> it.contains("\n"))
          .ifPresent(_ -> errors.add(field, field + " cannot contain multiple lines"));
    }
    Request.text(body, "mainBranch")
        .filter(it -> it.contains(" "))
        .ifPresent(_ -> errors.add("mainBranch", "mainBranch cannot contain spaces"));
    Request.text(body, "displayName")
        .filter(String::isBlank)
        .ifPresent(_ -> errors.add("displayName", "displayName cannot be blank"));
    return errors;
  }

  private static Answer delete(Request request) {
    return request.system(
        "pacticipant",
        system ->
            new Systems(request.handle()).delete(system.name())
                ? Answer.empty(204)
                : Errors.notFound());
  }
}

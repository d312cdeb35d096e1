package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Happened;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.EnvironmentRow;
import dev.concordat.registry.store.Environments;
import dev.concordat.registry.store.Environments.Said;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Environments.
final class EnvironmentRoutes {
  private static final String ALL = "/environments";
  private static final String ONE = ALL + "/{environment}";

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private EnvironmentRoutes() {}

  static List<Route> routes(Desk desk) {
    return List.of(
        Route.get(ALL, desk.reading(EnvironmentRoutes::list)),
        Route.post(
            ALL,
            desk.writing(request -> put(request, UUID.randomUUID().toString(), Optional.empty()))),
        Route.get(
            ONE,
            desk.reading(
                request ->
                    request.environment(
                        it -> Answer.hal(200, EnvironmentResource.of(request.links(), it))))),
        Route.put(
            ONE,
            desk.writing(
                request ->
                    isCopied(request)
                        ? put(request, request.part("environment"), Optional.empty())
                        : request.environment(
                            known -> put(request, known.uuid(), Optional.of(known))))),
        Route.delete(
            ONE,
            desk.writing(
                request ->
                    request.environment(
                        known -> {
                          new Environments(request.handle()).delete(known.uuid());
                          return Answer.empty(204);
                        }))));
  }

  /// One that is copied from another broker keeps its uuid, by which addresses name it.
  private static boolean isCopied(Request request) {
    return Happened.isSaid(request.asked())
        && UUID_TEXT.matcher(request.part("environment")).matches()
        && new Environments(request.handle()).findByUuid(request.part("environment")).isEmpty();
  }

  private static Answer list(Request request) {
    return request.query(
        query -> {
          Optional<String> name = query.text("name");
          List<EnvironmentRow> all =
              new Environments(request.handle())
                  .all().stream()
                      .filter(it -> name.isEmpty() || name.get().equals(it.name()))
                      .toList();
          return Answer.hal(
              200,
              new Hal()
                  .embed(
                      "environments",
                      all.stream().map(it -> EnvironmentResource.of(request.links(), it)).toList())
                  .link("self", Hal.titled("Environments", request.self()))
                  .links(
                      "pb:environments",
                      all.stream()
                          .map(
                              it ->
                                  Hal.named(
                                      "Environment",
                                      it.name(),
                                      request.links().environment(it.uuid())))
                          .toList())
                  .json());
        });
  }

  private static Answer put(Request request, String uuid, Optional<EnvironmentRow> known) {
    return request.body(
        body -> {
          Errors.Collected errors = errors(request, body, uuid);
          if (errors.any()) {
            return errors.answer(400);
          }
          String name = Request.text(body, "name").orElseThrow();
          EnvironmentRow kept =
              new Environments(request.handle())
                  .put(
                      uuid,
                      new Said(
                          name,
                          Optional.of(
                              Request.text(body, "displayName")
                                  .filter(text -> !text.isBlank())
                                  .orElseGet(() -> DisplayName.of(name))),
                          Request.truth(body, "production").orElse(false),
                          Request.json(body, "contacts")),
                      request.now());
          Answer answer =
              Answer.hal(
                  known.isPresent() ? 200 : 201, EnvironmentResource.of(request.links(), kept));
          return known.isPresent()
              ? answer
              : answer.with("Location", request.links().environment(uuid));
        });
  }

  private static Errors.Collected errors(Request request, JsonObject body, String uuid) {
    Errors.Collected errors = new Errors.Collected();
    Optional<String> name = Request.text(body, "name");
    if (!body.has("name")) {
      errors.add("name", "name is missing");
    } else if (name.isEmpty() || name.get().isEmpty()) {
      errors.add("name", "name must be filled");
    } else if (name.get().contains("\n")) {
      errors.add("name", "name cannot contain multiple lines");
    } else if (name.get().length() > Desk.MAX_NAME) {
      errors.add("name", "name cannot have more than " + Desk.MAX_NAME + " characters");
    } else if (name.get().contains(" ")) {
      errors.add("name", "name cannot contain spaces");
    } else if (new Environments(request.handle())
        .findByName(name.get())
        .filter(other -> !other.uuid().equals(uuid))
        .isPresent()) {
      errors.add("name", "name '" + name.get() + "' is already used by an existing environment.");
    }
    Request.text(body, "displayName")
        .filter(text -> text.contains("\n"))
        .ifPresent(_ -> errors.add("displayName", "displayName cannot contain multiple lines"));
    if (!body.has("production")) {
      errors.add("production", "production is missing");
    } else if (Request.truth(body, "production").isEmpty()) {
      errors.add("production", "production must be one of: true, false");
    }
    contacts(body, errors);
    return errors;
  }

  private static void contacts(JsonObject body, Errors.Collected errors) {
    if (!(body.member("contacts").orElse(JsonObject.EMPTY) instanceof JsonArray(var contacts))) {
      return;
    }
    for (int i = 0; i < contacts.size(); i++) {
      JsonValue contact = contacts.get(i);
      String where = " (at index " + i + ")";
      if (!(contact instanceof JsonObject one)) {
        errors.add("contacts", "contacts must be a hash" + where);
      } else if (!one.has("name")) {
        errors.add("contacts", "name is missing" + where);
      } else if (Request.text(one, "name").filter(text -> text.contains("\n")).isPresent()) {
        errors.add("contacts", "name cannot contain multiple lines" + where);
      } else if (one.member("details").filter(it -> !(it instanceof JsonObject)).isPresent()) {
        errors.add("contacts", "details must be a hash" + where);
      }
    }
  }
}

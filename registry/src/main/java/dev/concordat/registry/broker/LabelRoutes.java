package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.link.Moments;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Labels of systems.
final class LabelRoutes {
  private static final String ONE = "/pacticipants/{pacticipant}/labels/{label}";

  private LabelRoutes() {}

  static List<Route> routes(Desk desk) {
    return List.of(
        Route.get("/labels", desk.reading(LabelRoutes::list)),
        Route.get(ONE, desk.reading(LabelRoutes::get)),
        Route.put(ONE, desk.writing(LabelRoutes::put)),
        Route.delete(ONE, desk.writing(LabelRoutes::delete)));
  }

  private static Answer list(Request request) {
    return request.paged(
        paging -> {
          List<String> all = new Systems(request.handle()).allLabels();
          Hal hal = new Hal();
          paging.tell(hal, request.self(), all.size());
          hal.embed(
                  "labels",
                  paging.of(all).stream()
                      .map(label -> new Hal().put("name", label).json())
                      .toList())
              .link("self", Hal.titled("Labels", request.self()));
          return Answer.hal(200, hal.json());
        });
  }

  private static Answer get(Request request) {
    return system(request)
        .flatMap(
            system ->
                new Systems(request.handle())
                    .label(system.id(), request.part("label"))
                    .map(made -> Answer.hal(200, resource(request, system, made))))
        .orElseGet(Errors::notFound);
  }

  private static Answer put(Request request) {
    Optional<Answer> refused = Errors.mediaType(request.asked());
    if (refused.isPresent()) {
      return refused.get();
    }
    Systems systems = new Systems(request.handle());
    SystemRow system = systems.ensure(request.part("pacticipant"), request.now());
    Optional<Instant> known = systems.label(system.id(), request.part("label"));
    systems.addLabel(system.id(), request.part("label"), request.now());
    return Answer.hal(
            known.isPresent() ? 200 : 201, resource(request, system, known.orElse(request.now())))
        .with("Location", request.links().label(system.name(), request.part("label")));
  }

  private static Answer delete(Request request) {
    return system(request)
        .filter(it -> new Systems(request.handle()).removeLabel(it.id(), request.part("label")))
        .map(_ -> Answer.empty(204))
        .orElseGet(Errors::notFound);
  }

  private static Optional<SystemRow> system(Request request) {
    return new Systems(request.handle()).find(request.part("pacticipant"));
  }

  private static JsonObject resource(Request request, SystemRow system, Instant made) {
    String label = request.part("label");
    return new Hal()
        .put("name", label)
        .put("createdAt", Moments.dialect(made))
        .link("self", Hal.named("Label", label, request.links().label(system.name(), label)))
        .link(
            "pacticipant",
            Hal.named("Pacticipant", system.name(), request.links().system(system.name())))
        .json();
  }
}

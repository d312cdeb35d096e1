package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.contract.VerificationPublishing;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Publications;
import dev.concordat.registry.store.Systems;
import dev.concordat.registry.store.VerificationRow;
import dev.concordat.registry.store.Verifications;
import dev.concordat.registry.store.VersionRow;
import dev.concordat.registry.store.Versions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Results of verifications: publishing and showing them.
final class ResultRoutes {
  private static final String CONTENT = PactRoutes.PAIR + "/pact-version/{sha}";
  private static final String RESULTS = "/verification-results";

  private ResultRoutes() {}

  static List<Route> routes(Desk desk) {
    List<Route> routes = new ArrayList<>();
    for (String content : List.of(CONTENT, CONTENT + "/metadata/{metadata}")) {
      boolean hasMetadata = content.endsWith("{metadata}");
      routes.add(
          Route.post(
              content + RESULTS,
              desk.writing(
                  request ->
                      publish(
                          request,
                          hasMetadata
                              ? Optional.of(request.part("metadata"))
                              : Optional.empty()))));
      routes.add(Route.get(content + RESULTS + "/{number}", desk.reading(ResultRoutes::one)));
      routes.add(Route.delete(content + RESULTS + "/{number}", desk.writing(ResultRoutes::delete)));
    }
    newest(routes, desk, CONTENT, request -> PactRoutes.newestOf(request, request.part("sha")));
    newest(
        routes,
        desk,
        PactRoutes.PAIR + "/version/{version}",
        request -> PactRoutes.find(request, request.part("version")));
    newest(routes, desk, PactRoutes.PAIR + "/latest", request -> latest(request, false));
    newest(routes, desk, PactRoutes.PAIR + "/latest/{tag}", request -> latest(request, true));
    routes.add(
        Route.get(
            "/verification-results/consumer/{consumer}/version/{version}/latest",
            desk.reading(ResultRoutes::summary)));
    return routes;
  }

  private static void newest(
      List<Route> routes, Desk desk, String pact, Function<Request, Optional<PactRow>> which) {
    String path = pact + RESULTS + "/latest";
    routes.add(
        Route.get(
            path,
            desk.reading(
                request ->
                    newest(
                        request,
                        which,
                        (found, row) ->
                            Answer.hal(
                                200, VerificationResource.of(request.links(), found, row))))));
    routes.add(
        Route.delete(
            path,
            desk.writing(
                request ->
                    newest(
                        request,
                        which,
                        (_, row) -> {
                          new Verifications(request.handle()).delete(row);
                          return Answer.empty(204);
                        }))));
  }

  private static Answer newest(
      Request request,
      Function<Request, Optional<PactRow>> which,
      BiFunction<PactRow, VerificationRow, Answer> with) {
    return which
        .apply(request)
        .flatMap(
            pact ->
                new Verifications(request.handle())
                    .newest(pact.contentId())
                    .map(row -> with.apply(shownAs(request, pact), row)))
        .orElseGet(Errors::notFound);
  }

  /// Results are shown with the newest publication of their content.
  private static PactRow shownAs(Request request, PactRow pact) {
    return new Publications(request.handle()).newestOf(pact.contentId()).orElse(pact);
  }

  private static Optional<PactRow> latest(Request request, boolean isTagged) {
    Systems systems = new Systems(request.handle());
    return systems
        .find(request.part("consumer"))
        .flatMap(
            consumer ->
                systems
                    .find(request.part("provider"))
                    .flatMap(
                        provider -> {
                          Publications publications = new Publications(request.handle());
                          return isTagged
                              ? publications.newestTagged(
                                  consumer.id(), provider.id(), request.part("tag"))
                              : publications.newest(consumer.id(), provider.id());
                        }));
  }

  private static Answer publish(Request request, Optional<String> segment) {
    Optional<PactRow> pact = PactRoutes.content(request, segment);
    if (pact.isEmpty()) {
      return Errors.notFound();
    }
    return request.body(
        body -> {
          Errors.Collected errors = errors(body);
          if (errors.any()) {
            return errors.answer(400);
          }
          PactMetadata metadata =
              segment.map(it -> PactMetadata.read(request.handle(), it)).orElse(PactMetadata.NONE);
          VerificationRow row =
              new VerificationPublishing(
                      request.handle(), request.events(), request.links(), request.now())
                  .publish(
                      pact.get(),
                      Request.text(body, "providerApplicationVersion").orElseThrow(),
                      new Verifications.Result(
                          Request.truth(body, "success").orElseThrow(),
                          Request.text(body, "buildUrl"),
                          Request.json(body, "testResults"),
                          Request.json(body, "verifiedBy"),
                          metadata.isWip(),
                          metadata.isPending(),
                          "replay"));
          PactRow shown = shownAs(request, pact.get());
          return Answer.hal(201, VerificationResource.of(request.links(), shown, row))
              .with(
                  "Location",
                  request
                      .links()
                      .verification(shown.provider(), shown.consumer(), shown.sha(), row.number()));
        });
  }

  private static Errors.Collected errors(JsonObject body) {
    Errors.Collected errors = new Errors.Collected();
    if (!body.has("success")) {
      errors.add("success", "success is missing");
    } else if (Request.truth(body, "success").isEmpty()) {
      errors.add("success", "success must be boolean");
    }
    Optional<String> version = Request.text(body, "providerApplicationVersion");
    if (!body.has("providerApplicationVersion")) {
      errors.add("providerApplicationVersion", "providerApplicationVersion is missing");
    } else if (version.isEmpty()) {
      errors.add("providerApplicationVersion", "providerApplicationVersion must be filled");
    } else if (version.get().length() > Desk.MAX_NAME) {
      errors.add(
          "providerApplicationVersion",
          "providerApplicationVersion cannot have more than " + Desk.MAX_NAME + " characters");
    } else if (version.get().isBlank()) {
      errors.add("providerApplicationVersion", "providerApplicationVersion cannot be blank");
    }
    Request.text(body, "buildUrl")
        .filter(url -> !isUrl(url))
        .ifPresent(
            _ -> errors.add("buildUrl", "buildUrl is not a valid URL eg. http://example.org"));
    return errors;
  }

  private static boolean isUrl(String text) {
    try {
      return !URI.create(text).toString().isEmpty();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static Answer found(Request request, BiFunction<PactRow, VerificationRow, Answer> with) {
    String number = request.part("number");
    if (!number.matches("\\d{1,9}")) {
      return Errors.notFound();
    }
    return PactRoutes.newestOf(request, request.part("sha"))
        .flatMap(
            pact ->
                new Verifications(request.handle())
                    .find(pact.contentId(), Integer.parseInt(number))
                    .map(row -> with.apply(pact, row)))
        .orElseGet(Errors::notFound);
  }

  private static Answer one(Request request) {
    return found(
        request,
        (pact, row) -> Answer.hal(200, VerificationResource.of(request.links(), pact, row)));
  }

  private static Answer delete(Request request) {
    return found(
        request,
        (_, row) -> {
          new Verifications(request.handle()).delete(row);
          return Answer.empty(204);
        });
  }

  /// What is known of everything that one consumer version says.
  private static Answer summary(Request request) {
    Optional<VersionRow> version =
        new Systems(request.handle())
            .find(request.part("consumer"))
            .flatMap(it -> new Versions(request.handle()).find(it.id(), request.part("version")));
    List<PactRow> pacts =
        version.map(it -> new Publications(request.handle()).of(it.id())).orElse(List.of());
    List<String> successful = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<JsonObject> results = new ArrayList<>();
    for (PactRow pact : pacts) {
      Optional<VerificationRow> row = new Verifications(request.handle()).newest(pact.contentId());
      if (row.isEmpty()) {
        unknown.add(pact.provider());
      } else {
        (row.get().success() ? successful : failed).add(pact.provider());
        results.add(VerificationResource.of(request.links(), shownAs(request, pact), row.get()));
      }
    }
    return Answer.hal(
        200,
        new Hal()
            .put("success", successful.size() == pacts.size())
            .put(
                "providerSummary",
                new Hal()
                    .put("successful", Hal.texts(successful))
                    .put("failed", Hal.texts(failed))
                    .put("unknown", Hal.texts(unknown))
                    .json())
            .embed("verificationResults", results)
            .link(
                "self",
                Hal.titled(
                    "Latest verification results for consumer "
                        + request.part("consumer")
                        + " version "
                        + request.part("version"),
                    request.self()))
            .json());
  }
}

package dev.concordat.standin.recorded;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.standin.refusal.Problem;
import dev.concordat.standin.refusal.Refusals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says why nothing that was recorded answers a request, as a problem (RFC 9457).
///
/// @param groups all of the file
record RecordedRefusals(String file, List<Group> groups) {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int NOT_IMPLEMENTED = 501;

  /// More statuses and names than these are not listed.
  private static final int MAX_LISTED = 20;

  RecordedRefusals {
    groups = List.copyOf(groups);
  }

  /// @param request without secrets
  /// @param samePath what was recorded for its path
  /// @param sameMethod those of them with its method
  HttpResponseMessage of(HttpRequestMessage request, List<Group> samePath, List<Group> sameMethod) {
    if (samePath.isEmpty()) {
      return noPath(request);
    }
    if (sameMethod.isEmpty()) {
      String methods =
          samePath.stream()
              .map(group -> group.asked().method())
              .distinct()
              .sorted()
              .collect(Collectors.joining(", "));
      return problem(
              METHOD_NOT_ALLOWED,
              request.path()
                  + " was recorded with "
                  + methods
                  + " only ("
                  + place(samePath.getFirst())
                  + ")",
              List.of())
          .with(new Header("Allow", methods));
    }
    Group nearest =
        sameMethod.stream()
            .min(Comparator.comparingInt(group -> group.asked().differences(request).size()))
            .orElse(sameMethod.getFirst());
    List<JsonValue> errors = new ArrayList<>();
    for (Asked.Difference difference : nearest.asked().differences(request)) {
      errors.add(
          JsonObject.EMPTY
              .with("part", new JsonString(difference.part()))
              .with("path", new JsonString(difference.path()))
              .with("message", new JsonString(difference.message()))
              .with("sentence", new JsonString(place(nearest))));
    }
    return problem(
        BAD_REQUEST,
        "the request differs from the nearest that was recorded ("
            + place(nearest)
            + "): "
            + nearest.asked().differences(request).getFirst().message(),
        errors);
  }

  private HttpResponseMessage noPath(HttpRequestMessage request) {
    List<String> paths =
        groups.stream().map(group -> group.asked().path().toString()).distinct().toList();
    Optional<Group> nearest =
        DidYouMean.closest(request.path(), paths)
            .flatMap(
                path ->
                    groups.stream()
                        .filter(group -> group.asked().path().toString().equals(path))
                        .findFirst());
    return problem(
        NOT_FOUND,
        file
            + " has no request with the path "
            + request.path()
            + nearest
                .map(
                    group ->
                        "; the nearest is "
                            + group.asked().method()
                            + " "
                            + group.asked().path()
                            + " ("
                            + place(group)
                            + ")")
                .orElse(""),
        List.of());
  }

  /// The request was recorded, but not with the outcome that is wished for.
  HttpResponseMessage noOutcome(Group group, String wish) {
    String known =
        group.saved().stream()
            .limit(MAX_LISTED)
            .map(
                saved ->
                    switch (saved) {
                      case Saved.Answer answer ->
                          answer.response().status()
                              + (answer.name().isEmpty() ? "" : " '" + answer.name() + "'");
                      case Saved.Unusable unusable -> "none, because " + unusable.why();
                    })
            .collect(Collectors.joining(", "));
    return problem(
        BAD_REQUEST,
        "no answer like " + wish + " was saved for this request; there is: " + known,
        List.of());
  }

  HttpResponseMessage unusable(Saved.Unusable saved) {
    return problem(
        NOT_IMPLEMENTED,
        "this request cannot be answered: " + saved.why() + " (" + saved.place().shortForm() + ")",
        List.of());
  }

  private static String place(Group group) {
    Place place = group.saved().getFirst().place();
    return place.shortForm();
  }

  static HttpResponseMessage problem(int status, String detail, List<JsonValue> errors) {
    return new Problem(status, detail, errors)
        .response()
        .with(new Header("Concordat-Refusal", Refusals.asHeader(detail)));
  }
}

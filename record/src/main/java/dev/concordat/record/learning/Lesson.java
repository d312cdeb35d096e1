package dev.concordat.record.learning;

import dev.concordat.contracts.http.Percent;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.record.privacy.Clean;
import dev.concordat.record.shape.TextForm;
import dev.concordat.record.shape.Texts;
import dev.concordat.wire.redaction.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What one exchange teaches.
public final class Lesson {
  /// Paths with more segments are not learned.
  private static final int MAX_SEGMENTS = 24;

  private static final int MAX_SEGMENT_CHARACTERS = 256;

  /// Only so many members of an answer are compared with the path.
  private static final int MAX_ECHOES = 8;

  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int MOVED = 400;

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  /// Statuses of requests that were well-formed and met a state in which they could not succeed.
  private static final Set<Integer> UNDERSTOOD = Set.of(402, 404, 409, 410, 412, 423, 424);

  private Lesson() {}

  /// Where a path leads, when that is written somewhere.
  @FunctionalInterface
  public interface Known {
    /// Nothing is written.
    Known NOTHING = (method, path) -> Optional.empty();

    /// The template of the path, such as `/orders/{orderId}`.
    Optional<String> template(String method, String path);
  }

  /// What the exchange teaches; at least why it teaches nothing.
  public static Learning of(Clean clean, Known known) {
    HttpExchange raw = clean.raw();
    HttpExchange shown = clean.shown();
    Optional<String> reason = reasonAgainst(raw);
    if (reason.isPresent() || shown.response().isEmpty() || raw.response().isEmpty()) {
      return Learning.nothing(reason.orElse("no answer"));
    }
    HttpRequestMessage request = shown.request();
    HttpResponseMessage response = shown.response().get();
    Route route = route(request, known);
    if (route.segments().size() > MAX_SEGMENTS) {
      return Learning.nothing("a path of more than " + MAX_SEGMENTS + " segments");
    }
    boolean isAccepted = response.status() < MOVED;
    boolean isUnderstood = UNDERSTOOD.contains(response.status());
    Requests requests =
        isAccepted || isUnderstood ? RequestLesson.of(raw.request(), request) : Requests.EMPTY;
    return Learning.of(
        route,
        new Operation(
            1,
            raw.at(),
            raw.at(),
            segments(route, request, response, isAccepted),
            isAccepted ? requests : Requests.EMPTY,
            isUnderstood ? requests : Requests.EMPTY,
            isAccepted || isUnderstood ? 0 : 1,
            Maps.one(
                response.status(),
                AnswerLesson.of(request.method(), raw.response().get(), response))));
  }

  private static Optional<String> reasonAgainst(HttpExchange raw) {
    String method = raw.request().method();
    if (raw.response().isEmpty()) {
      return Optional.of("no answer");
    }
    if (raw.failure().isPresent()) {
      return Optional.of("the answer broke off");
    }
    if (raw.response().get().status() == SWITCHING_PROTOCOLS) {
      return Optional.of("a change to another protocol");
    }
    if (!METHODS.contains(method)) {
      return Optional.of(method.equals("OPTIONS") ? "OPTIONS" : "a method that is not described");
    }
    return raw.request().path().startsWith("/") ? Optional.empty() : Optional.of("no path");
  }

  /// The route of a request: as it is written somewhere, or else with what is surely a value as a parameter.
  static Route route(HttpRequestMessage request, Known known) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    Optional<String> template = known.template(method, request.path());
    if (template.isPresent()) {
      return new Route(method, Route.segmentsOf(template.get()));
    }
    List<String> segments = new ArrayList<>();
    for (String segment : Route.segmentsOf(request.path())) {
      segments.add(isValue(segment) ? Route.PARAMETER : segment);
    }
    return new Route(method, segments);
  }

  private static boolean isValue(String segment) {
    String text = Percent.decode(segment);
    return text.length() > MAX_SEGMENT_CHARACTERS
        || text.contains(Redactor.MARK)
        || text.indexOf('{') >= 0
        || TextForm.isSurelyValue(text);
  }

  private static NavigableMap<Integer, Segment> segments(
      Route route, HttpRequestMessage request, HttpResponseMessage response, boolean isAccepted) {
    List<String> came = Route.segmentsOf(request.path());
    NavigableMap<Integer, Segment> segments = new TreeMap<>();
    if (came.size() != route.segments().size()) {
      return segments;
    }
    Optional<JsonObject> answer = isAccepted ? AnswerLesson.object(response) : Optional.empty();
    for (int at = 0; at < came.size(); at++) {
      String text = Percent.decode(came.get(at));
      NavigableMap<String, Long> echoes =
          answer.map(object -> echoes(object, text)).orElse(Maps.none());
      if (Route.isParameter(route.segments().get(at))) {
        Texts texts = Texts.ofParameter(text, 1);
        segments.put(
            at,
            new Segment(
                isAccepted ? texts : Texts.EMPTY, isAccepted ? Texts.EMPTY : texts, echoes));
      } else if (!echoes.isEmpty()) {
        segments.put(at, new Segment(Texts.EMPTY, Texts.EMPTY, echoes));
      }
    }
    return segments;
  }

  private static NavigableMap<String, Long> echoes(JsonObject answer, String text) {
    NavigableMap<String, Long> echoes = new TreeMap<>();
    for (int at = 0; at < answer.size() && echoes.size() < MAX_ECHOES; at++) {
      if (text(answer.valueAt(at)).filter(text::equals).isPresent()) {
        echoes.put(answer.nameAt(at), 1L);
      }
    }
    return echoes;
  }

  private static Optional<String> text(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> Optional.of(text);
      case JsonNumber(String digits) -> Optional.of(digits);
      case JsonBoolean ignored -> Optional.empty();
      default -> Optional.empty();
    };
  }
}

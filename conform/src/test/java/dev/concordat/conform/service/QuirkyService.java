package dev.concordat.conform.service;

import dev.concordat.conform.service.http.Request;
import dev.concordat.conform.service.http.Response;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A helpdesk that keeps its contract in the ways in which real services do: envelopes, small pages, 410 for what was deleted,
/// DELETE that always succeeds, text that is trimmed and put in lower case, numbers as text, defaults, moments of its own,
/// unique addresses, checked references, work that is done later, addresses that follow the title.
final class QuirkyService {
  private static final long FIRST = 500;

  private final Map<Long, JsonObject> people = new LinkedHashMap<>();
  private final Map<Long, JsonObject> removed = new LinkedHashMap<>();
  private final Map<String, JsonObject> articles = new LinkedHashMap<>();
  private long last = FIRST;
  private int moment;

  synchronized Response answer(Request request) {
    List<String> path = List.of(request.path().replaceFirst("^/api/v2/", "").split("/", -1));
    String what = request.method() + " " + path.getFirst() + (path.size() > 1 ? "/" : "");
    return switch (what) {
      case "POST people" -> add(body(request));
      case "GET people" -> search(request.query());
      case "GET people/", "PUT people/", "PATCH people/", "DELETE people/" ->
          path.size() == 2 ? person(request, path.getLast()) : Response.empty(404);
      case "POST tickets" -> ticket(body(request));
      case "GET tickets/" -> Response.empty(404);
      case "POST articles" -> write(body(request));
      case "GET articles/", "PUT articles/", "DELETE articles/" ->
          path.size() == 2 ? article(request, Percent.decode(path.getLast())) : Response.empty(404);
      default -> Response.empty(405).with("Allow", "GET, POST, PUT, PATCH, DELETE");
    };
  }

  private static JsonObject body(Request request) {
    return JsonParser.parse(request.body()).value().orElse(JsonNull.NULL)
            instanceof JsonObject object
        ? object
        : JsonObject.EMPTY;
  }

  private static String text(JsonObject object, String name) {
    return object.member(name).orElse(JsonNull.NULL) instanceof JsonString(String text) ? text : "";
  }

  private static boolean isPerson(JsonObject sent) {
    return !text(sent, "name").isBlank()
        && text(sent, "email").contains("@")
        && text(sent, "password").length() >= 8
        && isRole(sent)
        && sent.member("labels").map(JsonArray.class::isInstance).orElse(true)
        && sent.member("budget").map(JsonNumber.class::isInstance).orElse(true)
        && sent.member("joined").map(JsonString.class::isInstance).orElse(true);
  }

  private static boolean isRole(JsonObject sent) {
    return !sent.has("role") || List.of("agent", "customer").contains(text(sent, "role"));
  }

  private boolean isTaken(String email, long by) {
    return people.entrySet().stream()
        .anyMatch(each -> each.getKey() != by && text(each.getValue(), "email").equals(email));
  }

  private JsonObject kept(long id, JsonObject sent) {
    JsonObject kept =
        JsonObject.EMPTY
            .with("person_id", JsonNumber.of(id))
            .with("name", new JsonString(text(sent, "name").strip()))
            .with("email", new JsonString(text(sent, "email").strip().toLowerCase(Locale.ROOT)))
            .with("nickname", sent.member("nickname").orElse(JsonNull.NULL))
            .with("role", new JsonString(sent.has("role") ? text(sent, "role") : "customer"))
            .with("labels", labels(sent))
            .with("revision", JsonNumber.of(++moment))
            .with(
                "updated_at",
                new JsonString(
                    String.format(
                        Locale.ROOT, "2026-03-01T08:%02d:%02dZ", moment / 60 % 60, moment % 60)));
    if (sent.member("budget").orElse(null) instanceof JsonNumber budget) {
      String scaled = budget.decimal().setScale(4, RoundingMode.HALF_UP).toPlainString();
      kept = kept.with("budget", new JsonString(scaled));
    }
    return sent.has("joined")
        ? kept.with("joined", new JsonString(text(sent, "joined").replace("Z", "+00:00")))
        : kept;
  }

  /// Each once, in the order of the alphabet.
  private static JsonArray labels(JsonObject sent) {
    return sent.member("labels").orElse(JsonNull.NULL) instanceof JsonArray array
        ? new JsonArray(
            array.items().stream()
                .distinct()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList())
        : new JsonArray(List.of());
  }

  private Response add(JsonObject sent) {
    if (!isPerson(sent)) {
      return Response.empty(422);
    }
    if (isTaken(text(sent, "email").strip().toLowerCase(Locale.ROOT), 0)) {
      return Response.empty(409);
    }
    long id = ++last;
    people.put(id, kept(id, sent));
    return shown(201, people.get(id));
  }

  private static Response shown(int status, JsonObject person) {
    return Call.json(status, JsonObject.EMPTY.with("data", person));
  }

  private Response search(String query) {
    Map<String, String> asked = new LinkedHashMap<>();
    for (String field : query.split("&", -1)) {
      asked.put(field.replaceFirst("=.*", ""), field.replaceFirst("^[^=]*=?", ""));
    }
    int page = Integer.parseInt(asked.getOrDefault("page", "1"));
    int size = Integer.parseInt(asked.getOrDefault("per_page", "3"));
    List<JsonObject> chosen =
        people.values().stream()
            .filter(
                each -> text(each, "role").equals(asked.getOrDefault("role", text(each, "role"))))
            .toList();
    List<JsonValue> items =
        chosen.stream()
            .skip((long) (page - 1) * size)
            .limit(size)
            .map(JsonValue.class::cast)
            .toList();
    boolean isLast = chosen.size() <= page * size;
    return Call.json(
        200,
        JsonObject.EMPTY
            .with("data", new JsonArray(items))
            .with("next", isLast ? JsonNull.NULL : new JsonString("?page=" + (page + 1))));
  }

  private Response person(Request request, String text) {
    long id = text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
    JsonObject person = people.get(id);
    if (request.method().equals("DELETE")) {
      Optional.ofNullable(people.remove(id)).ifPresent(gone -> removed.put(id, gone));
      return Response.empty(204);
    }
    if (person == null) {
      return Response.empty(removed.containsKey(id) ? 410 : 404);
    }
    JsonObject sent = body(request);
    return switch (request.method()) {
      case "PUT" -> {
        if (!isPerson(sent)) {
          yield Response.empty(422);
        }
        if (isTaken(text(sent, "email").strip().toLowerCase(Locale.ROOT), id)) {
          yield Response.empty(409);
        }
        people.put(id, kept(id, sent));
        yield Response.empty(204);
      }
      case "PATCH" -> {
        if (!isRole(sent) || (sent.has("name") && text(sent, "name").isBlank())) {
          yield Response.empty(422);
        }
        JsonObject changed = person.with("revision", JsonNumber.of(++moment));
        for (String name : List.of("name", "nickname", "role")) {
          changed = sent.has(name) ? changed.with(name, sent.member(name).orElseThrow()) : changed;
        }
        people.put(id, changed);
        yield shown(200, changed);
      }
      default -> shown(200, person);
    };
  }

  private Response ticket(JsonObject sent) {
    boolean isKnown =
        sent.member("person_id").orElse(null) instanceof JsonNumber id
            && people.containsKey(id.decimal().longValue());
    String number = "t" + ++last;
    return isKnown
        ? Call.json(202, JsonObject.EMPTY.with("id", new JsonString(number)))
            .with("Location", "/api/v2/tickets/" + number)
        : Response.empty(422);
  }

  private static String slug(JsonObject article) {
    return text(article, "title").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private Response write(JsonObject sent) {
    if (text(sent, "title").isBlank()
        || !(sent.member("text").orElse(new JsonString("")) instanceof JsonString)) {
      return Response.empty(422);
    }
    articles.put(slug(sent), sent.with("slug", new JsonString(slug(sent))));
    return Response.empty(201)
        .with("Location", "http://help.example/api/v2/articles/" + slug(sent));
  }

  private Response article(Request request, String slug) {
    JsonObject article = articles.get(slug);
    if (article == null) {
      return Response.empty(404);
    }
    return switch (request.method()) {
      case "PUT" -> {
        JsonObject sent = body(request);
        if (write(sent).status() != 201) {
          yield Response.empty(422);
        }
        if (!slug(sent).equals(slug)) {
          articles.remove(slug);
        }
        yield Call.json(200, articles.getOrDefault(slug(sent), article));
      }
      case "DELETE" -> Response.empty(202);
      default -> {
        long views = article.member("views").map(v -> Long.parseLong(v.toString())).orElse(0L) + 1;
        JsonObject seen = article.with("views", JsonNumber.of(views));
        articles.put(slug, seen);
        yield Call.json(200, seen).with("ETag", "W/\"" + views + "\"");
      }
    };
  }
}

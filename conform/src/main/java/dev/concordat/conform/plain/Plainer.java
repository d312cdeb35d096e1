package dev.concordat.conform.plain;

import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Makes a request plainer: without what is optional in query, headers and JSON body. Only requests that break the same
/// sentences as before, or none as before, are offered.
public final class Plainer {
  /// What is tried of one request: each is sent.
  private static final int MAX_OFFERS = 12;

  private final HttpJudge judge;

  private Plainer(HttpJudge judge) {
    this.judge = judge;
  }

  /// Offers plainer trials, the plainest first.
  public static Function<Trial, List<Trial>> of(HttpJudge judge) {
    return new Plainer(judge)::offers;
  }

  private List<Trial> offers(Trial trial) {
    Set<String> broken = broken(trial.request());
    Set<HttpRequestMessage> requests = new LinkedHashSet<>();
    List<HttpRequestMessage> singles = new ArrayList<>(withoutParameters(trial));
    singles.addAll(withoutMembers(trial.request()));
    all(trial, singles, broken).ifPresent(requests::add);
    requests.addAll(singles);
    return requests.stream()
        .filter(request -> !request.equals(trial.request()))
        .filter(request -> broken(request).equals(broken))
        .limit(MAX_OFFERS)
        .map(trial::with)
        .toList();
  }

  private Set<String> broken(HttpRequestMessage request) {
    Set<String> broken = new LinkedHashSet<>();
    for (Breach breach : judge.judgeRequest(request)) {
      broken.add(breach.kind() + breach.pointer() + breach.sentence());
    }
    return broken;
  }

  /// Everything optional left out at once, as far as that breaks nothing else.
  private Optional<HttpRequestMessage> all(
      Trial trial, List<HttpRequestMessage> singles, Set<String> broken) {
    HttpRequestMessage plainest = trial.request();
    boolean isPlainer = !singles.isEmpty();
    for (int i = 0; i < MAX_OFFERS && isPlainer; i++) {
      isPlainer = false;
      List<HttpRequestMessage> next = new ArrayList<>(withoutParameters(trial.with(plainest)));
      next.addAll(withoutMembers(plainest));
      for (HttpRequestMessage request : next) {
        if (broken(request).equals(broken)) {
          plainest = request;
          isPlainer = true;
          break;
        }
      }
    }
    return plainest.equals(trial.request()) ? Optional.empty() : Optional.of(plainest);
  }

  private static List<HttpRequestMessage> withoutParameters(Trial trial) {
    List<HttpRequestMessage> plainer = new ArrayList<>();
    HttpRequestMessage request = trial.request();
    for (Parameter parameter : trial.operation().parameters()) {
      if (!parameter.required() && parameter.in() == ParameterLocation.HEADER) {
        List<Header> rest =
            request.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase(parameter.name()))
                .toList();
        plainer.add(
            new HttpRequestMessage(request.method(), request.target(), rest, request.body()));
      }
    }
    String[] fields = request.query().isEmpty() ? new String[0] : request.query().split("&");
    for (int i = 0; i < fields.length; i++) {
      List<String> rest = new ArrayList<>(List.of(fields));
      rest.remove(i);
      String query = rest.isEmpty() ? "" : "?" + String.join("&", rest);
      plainer.add(
          new HttpRequestMessage(
              request.method(), request.path() + query, request.headers(), request.body()));
    }
    return plainer;
  }

  private static List<HttpRequestMessage> withoutMembers(HttpRequestMessage request) {
    boolean isJson =
        request
            .header("content-type")
            .map(type -> type.toLowerCase(Locale.ROOT).contains("json"))
            .orElse(false);
    if (!isJson || request.body().total() == 0) {
      return List.of();
    }
    return JsonParser.parse(request.body().toArray())
        .value()
        .map(Plainer::smaller)
        .orElse(List.of())
        .stream()
        .map(value -> withBody(request, value))
        .toList();
  }

  private static HttpRequestMessage withBody(HttpRequestMessage request, JsonValue value) {
    return new HttpRequestMessage(
        request.method(), request.target(), request.headers(), Bytes.utf8(JsonText.compact(value)));
  }

  /// The value with one member or item less, anywhere.
  private static List<JsonValue> smaller(JsonValue value) {
    List<JsonValue> all = new ArrayList<>();
    if (value instanceof JsonObject object) {
      object
          .members()
          .forEach(
              (name, member) -> {
                Map<String, JsonValue> rest = new LinkedHashMap<>(object.members());
                rest.remove(name);
                all.add(new JsonObject(rest));
              });
      object
          .members()
          .forEach(
              (name, member) ->
                  smaller(member)
                      .forEach(
                          less -> {
                            Map<String, JsonValue> changed = new LinkedHashMap<>(object.members());
                            changed.put(name, less);
                            all.add(new JsonObject(changed));
                          }));
    }
    if (value instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        List<JsonValue> rest = new ArrayList<>(array.items());
        rest.remove(i);
        all.add(new JsonArray(rest));
      }
    }
    return all.size() > MAX_OFFERS * MAX_OFFERS ? all.subList(0, MAX_OFFERS * MAX_OFFERS) : all;
  }
}

package dev.concordat.registry.matrix;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.KeptAnswers;
import dev.concordat.registry.http.NestedQuery;
import dev.concordat.registry.http.QueryValue;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.selector.VersionFinder;
import dev.concordat.registry.selector.VersionSelector;
import dev.concordat.registry.store.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The routes of the Pact dialect that ask the matrix: `/matrix`, `/can-i-deploy` and what is asked of the newest versions.
public final class MatrixRoutes {
  private static final String PLAIN = "text/plain;charset=utf-8";

  private final Database database;
  private final KeptAnswers kept = new KeptAnswers();

  private MatrixRoutes(Database database) {
    this.database = database;
  }

  public static List<Route> of(Database database) {
    MatrixRoutes routes = new MatrixRoutes(database);
    List<Route> all = new ArrayList<>(MatrixBadges.of(database));
    all.add(Route.get("/matrix", routes::matrix));
    all.add(Route.get("/can-i-deploy", routes::canIDeploy));
    all.add(Route.get("/matrix/provider/{provider}/consumer/{consumer}", routes::pair));
    all.add(
        Route.get(
            "/pacticipants/{name}/latest-version/{tag}/can-i-deploy/to/{to}", routes::tagToTag));
    all.add(
        Route.get(
            "/pacticipants/{name}/branches/{branch}/latest-version/can-i-deploy/to-environment/{environment}",
            routes::branchToEnvironment));
    return List.copyOf(all);
  }

  private Answer matrix(Asked asked) {
    QueryValue.Table query;
    try {
      query = NestedQuery.parse(asked.query());
    } catch (NestedQuery.Unreadable e) {
      return refused(List.of(e.getMessage() == null ? "the query is unreadable" : e.getMessage()));
    }
    MatrixQuestion question = MatrixQuery.read(query);
    return reading(
        asked,
        handle -> {
          List<String> errors = MatrixQuery.errors(handle, query, question);
          return errors.isEmpty() ? found(handle, asked, question) : refused(errors);
        });
  }

  private Answer reading(Asked asked, Function<Handle, Answer> read) {
    return database.read(handle -> kept.get(handle, asked, () -> read.apply(handle)));
  }

  private Answer canIDeploy(Asked asked) {
    QueryValue.Table query;
    try {
      query = NestedQuery.parse(asked.query());
    } catch (NestedQuery.Unreadable e) {
      return refused(List.of(e.getMessage() == null ? "the query is unreadable" : e.getMessage()));
    }
    return reading(
        asked,
        handle -> {
          Map<String, List<String>> errors = deployErrors(handle, query);
          if (!errors.isEmpty()) {
            return refused(errors);
          }
          Optional<String> environment = query.text("environment");
          VersionSelector target =
              environment.isPresent()
                  ? VersionSelector.in(environment.get())
                  : VersionSelector.latestWithTag(query.text("to").orElseThrow());
          String name = query.text("pacticipant").orElseThrow();
          if (MatrixStore.systems(handle, List.of(name)).isEmpty()) {
            return refused(Map.of("pacticipant", List.of("Pacticipant " + name + " not found")));
          }
          MatrixQuestion question =
              new MatrixQuestion(
                  List.of(
                      new Selector(
                          Optional.of(name),
                          VersionSelector.of(query.text("version").orElseThrow()))),
                  Optional.of(target),
                  query.texts("ignore").stream().map(Selector::all).toList(),
                  Optional.of(LatestBy.CONSUMER_VERSION_PROVIDER),
                  List.of(),
                  MatrixQuestion.LIMIT);
          return found(handle, asked, question);
        });
  }

  private static Map<String, List<String>> deployErrors(Handle handle, QueryValue.Table query) {
    Map<String, List<String>> errors = new LinkedHashMap<>();
    for (String name : List.of("pacticipant", "version")) {
      if (!query.has(name)) {
        errors.put(name, List.of("is missing"));
      } else if (query.text(name).filter(text -> !text.isEmpty()).isEmpty()) {
        errors.put(name, List.of("must be filled"));
      }
    }
    for (String name : List.of("to", "environment")) {
      if (query.has(name) && query.text(name).filter(text -> !text.isEmpty()).isEmpty()) {
        errors.put(name, List.of("must be filled"));
      }
    }
    if (!errors.isEmpty()) {
      return errors;
    }
    query
        .text("environment")
        .filter(name -> !MatrixQuery.exists(handle, name))
        .ifPresent(
            name ->
                errors.put(
                    "environment", List.of("environment with name '" + name + "' not found")));
    if (query.has("to") && query.has("environment")) {
      errors.put("", List.of("Cannot specify both a 'to' tag and an environment."));
    } else if (!query.has("to") && !query.has("environment")) {
      errors.put("", List.of("Must specify either an environment or a 'to' tag."));
    }
    return errors;
  }

  private Answer pair(Asked asked) {
    String consumer = asked.parameter("consumer");
    String provider = asked.parameter("provider");
    return reading(
        asked,
        handle -> {
          for (String name : List.of(consumer, provider)) {
            if (MatrixStore.systems(handle, List.of(name)).isEmpty()) {
              return noSystem(name);
            }
          }
          return found(
              handle,
              asked,
              new MatrixQuestion(
                  List.of(Selector.all(consumer), Selector.all(provider)),
                  Optional.empty(),
                  List.of(),
                  Optional.of(LatestBy.CONSUMER_VERSION_PROVIDER_VERSION),
                  List.of(),
                  MatrixQuestion.LIMIT));
        });
  }

  private Answer tagToTag(Asked asked) {
    return newest(
        asked,
        VersionSelector.latestWithTag(asked.parameter("tag")),
        VersionSelector.latestWithTag(asked.parameter("to")));
  }

  private Answer branchToEnvironment(Asked asked) {
    return newest(
        asked,
        VersionSelector.headOf(asked.parameter("branch")),
        VersionSelector.in(asked.parameter("environment")));
  }

  private Answer newest(Asked asked, VersionSelector version, VersionSelector target) {
    String name = asked.parameter("name");
    return reading(
        asked,
        handle -> {
          Map<String, Long> systems = MatrixStore.systems(handle, List.of(name));
          if (systems.isEmpty()) {
            return noSystem(name);
          }
          boolean isThere = new VersionFinder(handle).hasAny(systems.values(), version);
          boolean isTarget =
              target.environment().map(e -> MatrixQuery.exists(handle, e)).orElse(true);
          if (!isThere || !isTarget) {
            return RegistryServer.error(
                404, "The requested document was not found on this server.");
          }
          return found(
              handle, asked, MatrixQuestion.of(new Selector(Optional.of(name), version), target));
        });
  }

  private static Answer found(Handle handle, Asked asked, MatrixQuestion question) {
    MatrixAnswer answer = Matrix.ask(handle, question);
    Links links = new Links(asked.base());
    boolean isPlain =
        asked
            .header("Accept")
            .filter(accept -> accept.contains("text/plain") && !accept.contains("json"))
            .isPresent();
    return (isPlain
            ? Answer.text(200, PLAIN, MatrixText.of(links, answer))
            : Answer.text(200, Answer.HAL, MatrixJson.of(handle, links, answer)))
        .with("Vary", "Accept");
  }

  private static Answer noSystem(String name) {
    return RegistryServer.error(404, "No pacticipant with name '" + name + "' found");
  }

  private static Answer refused(List<String> errors) {
    return Answer.json(400, Answer.JSON, JsonObject.EMPTY.with("errors", texts(errors)));
  }

  private static Answer refused(Map<String, List<String>> errors) {
    JsonObject.Builder fields = new JsonObject.Builder();
    errors.forEach((name, texts) -> fields.add(name, texts(texts)));
    return Answer.json(400, Answer.JSON, JsonObject.EMPTY.with("errors", fields.build()));
  }

  private static JsonArray texts(List<String> texts) {
    return new JsonArray(texts.stream().<JsonValue>map(JsonString::new).toList());
  }
}

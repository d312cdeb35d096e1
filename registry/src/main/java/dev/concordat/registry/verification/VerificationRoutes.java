package dev.concordat.registry.verification;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.KeptAnswers;
import dev.concordat.registry.http.NestedQuery;
import dev.concordat.registry.http.QueryValue;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The routes of pacts for verification: POST as all clients do, GET as the first ones did.
public final class VerificationRoutes {
  private static final String PATH = "/pacts/provider/{provider}/for-verification";

  private final Database database;
  private final KeptAnswers kept = new KeptAnswers();
  private final WrittenPacts written = new WrittenPacts();

  private VerificationRoutes(Database database) {
    this.database = database;
  }

  public static List<Route> of(Database database) {
    VerificationRoutes routes = new VerificationRoutes(database);
    return List.of(Route.get(PATH, routes::get), Route.post(PATH, routes::post));
  }

  private Answer get(Asked asked) {
    QueryValue.Table query;
    try {
      query = NestedQuery.parse(asked.query());
    } catch (NestedQuery.Unreadable e) {
      return RegistryServer.error(400, String.valueOf(e.getMessage()));
    }
    return answer(asked, reader -> reader.query(asked.parameter("provider"), query));
  }

  private Answer post(Asked asked) {
    if (asked.header("Content-Type").filter(type -> type.contains("json")).isEmpty()) {
      return RegistryServer.error(415, "The body must be application/json");
    }
    JsonObject body = JsonObject.EMPTY;
    if (!asked.body().utf8().isBlank()) {
      Optional<JsonValue> value = JsonParser.parse(asked.body().toArray()).value();
      if (!(value.orElse(JsonBoolean.of(false)) instanceof JsonObject object)) {
        return RegistryServer.error(400, "The body is no JSON object");
      }
      body = object;
    }
    JsonObject read = body;
    return answer(asked, reader -> reader.body(asked.parameter("provider"), read));
  }

  private Answer answer(Asked asked, Function<QuestionReader, Question> read) {
    return database.read(handle -> kept.get(handle, asked, () -> answer(handle, asked, read)));
  }

  private Answer answer(Handle handle, Asked asked, Function<QuestionReader, Question> read) {
    QuestionReader reader = new QuestionReader(name -> isEnvironment(handle, name));
    Question question = read.apply(reader);
    Optional<Long> provider = PendingStore.provider(handle, question.provider());
    if (provider.isEmpty()) {
      return RegistryServer.error(404, "No provider with name '" + question.provider() + "' found");
    }
    return reader.errors().isEmpty()
        ? found(handle, provider.get(), question, asked)
        : refused(reader.errors());
  }

  private Answer found(Handle handle, long providerId, Question question, Asked asked) {
    Links links = new Links(asked.base());
    Map<VerifiablePact, String> before = written.before(question, links.base());
    Map<VerifiablePact, String> texts = new LinkedHashMap<>();
    for (VerifiablePact pact : PactsForVerification.find(handle, providerId, question)) {
      String known = before.get(pact);
      texts.put(pact, known == null ? JsonText.compact(pact(question, pact, links)) : known);
    }
    if (KeptAnswers.isShort(asked)) {
      written.keep(question, links.base(), texts);
    }
    JsonObject self =
        JsonObject.EMPTY
            .with(
                "href",
                new JsonString(
                    links.at("/pacts/provider", question.provider()) + "/for-verification"))
            .with("title", new JsonString("Pacts to be verified"));
    String text =
        "{\"_embedded\":{\"pacts\":["
            + String.join(",", texts.values())
            + "]},\"_links\":"
            + JsonText.compact(JsonObject.EMPTY.with("self", self))
            + "}";
    return Answer.text(200, Answer.HAL, text).with("Vary", "Accept");
  }

  private static JsonObject pact(Question question, VerifiablePact found, Links links) {
    Pact pact = found.pact();
    String provider = question.provider();
    String content =
        found.isWip()
            ? links.selected(provider, pact.consumer(), pact.sha(), "wip=true")
            : links.content(provider, pact.consumer(), pact.sha());
    List<JsonValue> notices = new ArrayList<>();
    for (Notices.Notice notice : Notices.of(question, found, content)) {
      notices.add(
          JsonObject.EMPTY
              .with("when", new JsonString(notice.when()))
              .with("text", new JsonString(notice.text())));
    }
    JsonObject properties = JsonObject.EMPTY;
    if (found.pending().isPresent() && question.isPendingAsked()) {
      properties = properties.with("pending", JsonBoolean.of(found.isPending()));
    }
    if (found.isWip()) {
      properties = properties.with("wip", JsonBoolean.of(true));
    }
    return JsonObject.EMPTY
        .with("shortDescription", new JsonString(Words.brief(found)))
        .with("verificationProperties", properties.with("notices", new JsonArray(notices)))
        .with(
            "_links",
            JsonObject.EMPTY.with(
                "self",
                JsonObject.EMPTY
                    .with(
                        "href",
                        new JsonString(
                            links.selected(
                                provider, pact.consumer(), pact.sha(), Metadata.of(found))))
                    .with(
                        "name",
                        new JsonString(
                            "Pact between "
                                + pact.consumer()
                                + " ("
                                + pact.number()
                                + ") and "
                                + provider))));
  }

  private static boolean isEnvironment(Handle handle, String name) {
    return handle
        .createQuery("SELECT EXISTS (SELECT 1 FROM environments WHERE name = :name)")
        .bind("name", name)
        .mapTo(Boolean.class)
        .one();
  }

  private static Answer refused(Map<String, List<String>> errors) {
    JsonObject.Builder fields = new JsonObject.Builder();
    errors.forEach(
        (field, texts) ->
            fields.add(
                field, new JsonArray(texts.stream().<JsonValue>map(JsonString::new).toList())));
    return Answer.json(400, Answer.JSON, JsonObject.EMPTY.with("errors", fields.build()));
  }
}

package dev.concordat.registry.notify;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import dev.concordat.report.json.Members;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// `/incidents` and `/channels`: what is broken, whose it is, and how teams are told.
public final class IncidentRoutes {
  private final Database database;
  private final Clock clock;

  public IncidentRoutes(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/incidents", _ -> incidents()),
        Route.get("/incidents/{uuid}", this::incident),
        Route.put("/incidents/{uuid}/owner", this::own),
        Route.get("/channels", _ -> channels()),
        Route.post("/channels", this::create),
        Route.delete("/channels/{uuid}", this::delete));
  }

  private Answer incidents() {
    List<Incident> all = database.read(handle -> new IncidentStore(handle).list());
    return Answer.json(
        200, Answer.JSON, new Members().list("incidents", all, IncidentRoutes::json).object());
  }

  private Answer incident(Asked asked) {
    return database
        .read(handle -> new IncidentStore(handle).find(asked.parameter("uuid")))
        .map(found -> Answer.json(200, Answer.JSON, json(found)))
        .orElseGet(IncidentRoutes::notFound);
  }

  /// "Not mine": somebody else's, who is told; it stays theirs when it comes again.
  private Answer own(Asked asked) {
    Optional<String> owner = ChannelDraft.text(body(asked), "owner");
    if (owner.isEmpty()) {
      return RegistryServer.error(400, "owner is missing: the team whose it is");
    }
    return database.write(
        handle -> {
          IncidentStore store = new IncidentStore(handle);
          Optional<Incident> found = store.find(asked.parameter("uuid"));
          if (found.isEmpty()) {
            return notFound();
          }
          Incident changed = store.own(found.get(), owner.get(), clock.instant());
          Systems systems = new Systems(handle);
          Optional<SystemRow> consumer = systems.find(changed.consumer());
          Optional<SystemRow> provider = systems.find(changed.provider());
          if (consumer.isPresent() && provider.isPresent()) {
            List<Channel> theirs =
                new Channels(handle)
                    .to(owner.stream().toList()).stream()
                        .filter(channel -> channel.team().equals(owner))
                        .toList();
            Telling.put(
                handle,
                theirs,
                consumer.get().id(),
                provider.get().id(),
                new Message(Message.Transition.REROUTED, changed, asked.base(), clock.instant()));
          }
          return Answer.json(200, Answer.JSON, json(changed));
        });
  }

  private Answer channels() {
    List<Channel> all = database.read(handle -> new Channels(handle).all());
    return Answer.json(
        200, Answer.JSON, new Members().list("channels", all, IncidentRoutes::json).object());
  }

  private Answer create(Asked asked) {
    ChannelDraft draft;
    try {
      draft = ChannelDraft.read(body(asked));
    } catch (ChannelDraft.Unclear unclear) {
      return RegistryServer.error(400, String.valueOf(unclear.getMessage()));
    }
    Channel made =
        database.write(
            handle ->
                new Channels(handle)
                    .add(
                        draft.team(),
                        draft.kind(),
                        draft.url(),
                        draft.secret(),
                        draft.commits(),
                        clock.instant()));
    return Answer.json(201, Answer.JSON, json(made))
        .with("Location", asked.base() + "/channels/" + made.uuid());
  }

  private Answer delete(Asked asked) {
    return database.write(handle -> new Channels(handle).delete(asked.parameter("uuid")))
        ? Answer.empty(204)
        : notFound();
  }

  private static JsonValue json(Incident incident) {
    return new Members()
        .put("uuid", incident.uuid())
        .put("state", incident.isOpen() ? "open" : "closed")
        .put("rule", incident.rule())
        .put("title", incident.title())
        .put("consumer", incident.consumer())
        .put("provider", incident.provider())
        .maybe("owner", incident.owner(), JsonString::new)
        .put("openedAt", incident.openedAt().toString())
        .put("updatedAt", incident.updatedAt().toString())
        .maybe("closedAt", incident.closedAt(), at -> new JsonString(at.toString()))
        .put("evidence", JsonParser.parse(incident.evidence()).value().orElse(JsonObject.EMPTY))
        .object();
  }

  /// Without the path of its address, which is a secret with Slack, and without its secret.
  private static JsonValue json(Channel channel) {
    return new Members()
        .put("uuid", channel.uuid())
        .put("kind", channel.kind().word())
        .maybe("team", channel.team(), JsonString::new)
        .put("host", host(channel))
        .maybe("system", channel.commits().map(Channel.Commits::system), JsonString::new)
        .maybe("repository", channel.commits().map(Channel.Commits::repository), JsonString::new)
        .put("createdAt", channel.createdAt().toString())
        .object();
  }

  /// Where it goes, without what may be secret in an address.
  private static String host(Channel channel) {
    return channel.kind() == Channel.Kind.EMAIL
        ? channel.url().substring(channel.url().indexOf('@') + 1)
        : String.valueOf(URI.create(channel.url()).getHost());
  }

  private static Answer notFound() {
    return RegistryServer.error(404, "The requested document was not found on this server.");
  }

  private static JsonObject body(Asked asked) {
    return JsonParser.parse(asked.body().toArray()).value().orElse(JsonObject.EMPTY)
            instanceof JsonObject object
        ? object
        : JsonObject.EMPTY;
  }
}

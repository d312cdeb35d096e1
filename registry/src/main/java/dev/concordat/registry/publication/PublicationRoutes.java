package dev.concordat.registry.publication;

import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.contract.Events;
import dev.concordat.registry.contract.Notice;
import dev.concordat.registry.contract.PublishingRules;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.Happened;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.Database;
import dev.concordat.report.json.Members;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `POST /publications`: everything that a version of a system says at a time. It may be repeated; what was published before
/// cannot be changed. Pacts and the provider contracts that they will meet are compared, and what was shown counts like a
/// verification; a replay against the running provider is stronger and is never replaced.
public final class PublicationRoutes {
  private final Database database;
  private final Clock clock;
  private final Announcing announcing;

  /// By the rules that hold where nobody says otherwise.
  public PublicationRoutes(Database database, Clock clock, Events events) {
    this(database, clock, events, PublishingRules.STANDARD);
  }

  public PublicationRoutes(Database database, Clock clock, Events events, PublishingRules rules) {
    this.database = database;
    this.clock = clock;
    this.announcing = new Announcing(database, clock, events, rules);
  }

  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.post("/publications", this::publish));
    routes.add(Route.get("/publications/{system}/{version}", this::said));
    routes.addAll(new ProviderContractRoutes(announcing).routes());
    routes.addAll(new BiDirectionalRoutes(database).routes());
    return List.copyOf(routes);
  }

  private Answer publish(Asked asked) {
    try {
      return publish(asked, AnnouncementReader.read(asked.body()));
    } catch (AnnouncementReader.Unclear unclear) {
      return RegistryServer.error(400, String.valueOf(unclear.getMessage()));
    }
  }

  private Answer publish(Asked asked, Announcement said) {
    Links links = new Links(asked.base());
    Optional<Instant> happened = Happened.at(asked);
    if (Happened.isSaid(asked) && happened.filter(at -> !at.isAfter(clock.instant())).isEmpty()) {
      return RegistryServer.error(400, Happened.HEADER + " must be a time that has passed");
    }
    var announced =
        happened
            .map(then -> announcing.remember(said, links, then))
            .orElseGet(() -> announcing.announce(said, links));
    return switch (announced) {
      case Announcing.Unreadable(String message) -> RegistryServer.error(400, message);
      case Announcing.Refused(String message) -> RegistryServer.error(409, message);
      case Announcing.Kept kept ->
          Answer.json(
              200,
              Answer.JSON,
              new Members()
                  .put("system", said.version().consumer())
                  .put("version", kept.version().number())
                  .list("notices", kept.notices(), PublicationRoutes::notice)
                  .object());
    };
  }

  private Answer said(Asked asked) {
    return database
        .read(
            handle -> SaidBefore.of(handle, asked.parameter("system"), asked.parameter("version")))
        .map(said -> Answer.json(200, Answer.JSON, said))
        .orElseGet(() -> RegistryServer.error(404, "The registry has no such version"));
  }

  static JsonValue notice(Notice notice) {
    return new Members().put("type", notice.type()).put("text", notice.text()).object();
  }
}

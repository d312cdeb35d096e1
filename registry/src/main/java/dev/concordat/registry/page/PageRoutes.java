package dev.concordat.registry.page;

import dev.concordat.registry.http.Action;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.NestedQuery;
import dev.concordat.registry.http.QueryValue;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.store.Remembered;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/// The pages for people, under `/ui`. Everything of a page is read as of one moment.
public final class PageRoutes {
  private static final String CSS = "text/css;charset=utf-8";

  private final Database database;
  private final Clock clock;
  private final Changes changes;
  private final Remembered<List<Pairing>> remembered = PairStore.remembered();

  private PageRoutes(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.changes = new Changes(database);
  }

  /// The routes.
  ///
  /// @param clock says when the gate decides
  public static List<Route> of(Database database, Clock clock) {
    PageRoutes pages = new PageRoutes(database, clock);
    return List.of(
        Route.get(Addresses.MAP, pages.map()),
        Route.get(
            Addresses.PICTURE, pages.asking((handle, query) -> pages.map(handle, query).picture())),
        Route.get(
            Addresses.IMAGE, pages.asking((handle, query) -> pages.map(handle, query).image())),
        Route.get(Addresses.STYLE, _ -> style()),
        Route.get(
            "/ui/systems/{name}",
            asked -> pages.reading(it -> new SystemPage(it).page(asked.parameter("name")))),
        Route.get(
            "/ui/environments/{name}",
            asked ->
                pages.reading(
                    it -> new EnvironmentPage(it, pages.remembered).page(asked.parameter("name")))),
        Route.get(Addresses.INCIDENTS, _ -> pages.incidents()),
        Route.get(
            Addresses.INCIDENTS + "/{uuid}",
            asked -> pages.reading(it -> new IncidentPages(it).one(asked.parameter("uuid")))),
        Route.get(Addresses.SCRIPT, _ -> script()),
        Route.get(Addresses.CHANGES, pages.changes::answer),
        Route.get(
            Addresses.MATRIX,
            pages.asking(
                (handle, query) ->
                    new MatrixPage(handle).page(text(query, "consumer"), text(query, "provider")))),
        Route.get(
            Addresses.ACTIVITY,
            pages.asking((handle, query) -> new ActivityPage(handle).page(text(query, "before")))),
        Route.get(
            "/ui/pacts/{consumer}/{provider}/{version}",
            asked ->
                pages.contract(
                    handle ->
                        new DocumentStore(handle)
                            .pact(
                                asked.parameter("consumer"),
                                asked.parameter("provider"),
                                asked.parameter("version")))),
        Route.get(
            "/ui/contracts/{system}/{version}/{kind}",
            asked ->
                pages.contract(
                    handle ->
                        new DocumentStore(handle)
                            .provided(
                                asked.parameter("system"),
                                asked.parameter("version"),
                                asked.parameter("kind")))),
        Route.get(
            Addresses.GATE,
            pages.asking(
                (handle, query) ->
                    new GatePage(handle, clock)
                        .page(
                            new GatePage.Asked(
                                text(query, "system"),
                                text(query, "version"),
                                text(query, "together"),
                                text(query, "environment"))))));
  }

  /// The same route for clients; a browser, which asks for HTML first, is led to the pages. For `GET /`, where the Pact
  /// dialect begins.
  public static Route leading(Route route) {
    return new Route(
        route.method(),
        route.pattern(),
        asked ->
            (isBrowser(asked)
                    ? Answer.empty(302).with("Location", asked.base() + Addresses.MAP)
                    : route.action().answer(asked))
                .with("Vary", "Accept"));
  }

  static boolean isBrowser(Asked asked) {
    return asked.header("Accept").filter(accept -> accept.startsWith("text/html")).isPresent();
  }

  private MapPage map(Handle handle, QueryValue.Table query) {
    return new MapPage(handle, remembered, text(query, "team"), text(query, "environment"));
  }

  /// What there was is asked before the page is read: then nothing is missed, at worst something is told twice.
  private Action map() {
    return asked -> {
      String state = changes.state();
      return asking((handle, query) -> map(handle, query).page(state)).answer(asked);
    };
  }

  private Answer incidents() {
    String state = changes.state();
    return reading(handle -> new IncidentPages(handle).all(state));
  }

  private static String text(QueryValue.Table query, String name) {
    return query.text(name).orElse("");
  }

  private static Answer style() {
    return Frame.closed(
            Answer.text(200, CSS, Frame.resource("page.css") + Frame.resource("map.css")),
            "default-src 'none'")
        .with("Cache-Control", "max-age=300");
  }

  private static Answer script() {
    return Frame.closed(
            Answer.text(200, "text/javascript;charset=utf-8", Frame.resource("live.js")),
            "default-src 'none'")
        .with("Cache-Control", "max-age=300");
  }

  /// Contracts are read and compared after the transaction, which they would hold open.
  private Answer contract(Database.Work<Optional<DocumentStore.Shown>> work) {
    return database
        .read(work)
        .map(shown -> new ContractPage(shown, LocalDate.now(clock)).page())
        .orElseGet(Missing::contract);
  }

  private Answer reading(Database.Work<Answer> work) {
    return database.read(
        handle -> {
          // A plan for whatever is asked takes several times as long as one for this question.
          handle.execute("SET LOCAL plan_cache_mode = force_custom_plan");
          return work.with(handle);
        });
  }

  private Action asking(BiFunction<Handle, QueryValue.Table, Answer> page) {
    return asked -> {
      try {
        QueryValue.Table query = NestedQuery.parse(asked.query());
        return reading(handle -> page.apply(handle, query));
      } catch (NestedQuery.Unreadable e) {
        return Frame.page(
            400,
            "The address cannot be read",
            Addresses.MAP,
            written -> written.leaf("p", String.valueOf(e.getMessage())));
      }
    };
  }
}

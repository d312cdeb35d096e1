package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.IntegrationRow;
import dev.concordat.registry.store.Integrations;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Who uses whom: as resources, as a graph for Graphviz, as rows for older tools.
final class IntegrationRoutes {
  private static final String GRAPHVIZ = "text/vnd.graphviz";

  private IntegrationRoutes() {}

  static List<Route> routes(Desk desk) {
    return List.of(
        Route.get("/integrations", desk.reading(IntegrationRoutes::list)),
        Route.delete("/integrations", desk.writing(IntegrationRoutes::deleteAll)),
        Route.delete(
            "/integrations/provider/{provider}/consumer/{consumer}",
            desk.writing(
                request ->
                    request.pair(
                        (consumer, provider) -> {
                          new Integrations(request.handle()).delete(consumer.id(), provider.id());
                          return Answer.empty(204);
                        }))),
        Route.get(
            "/relationships",
            desk.reading(request -> Network.csv(new Integrations(request.handle()).all()))),
        Route.get(
            "/groups/{pacticipant}",
            desk.reading(
                request ->
                    request.system(
                        "pacticipant",
                        system ->
                            Network.csv(
                                Network.around(
                                    system.id(), new Integrations(request.handle()).all()))))));
  }

  private static Answer list(Request request) {
    List<IntegrationRow> all = new Integrations(request.handle()).all();
    if (request.asked().header("accept").orElse("").contains(GRAPHVIZ)) {
      return Answer.text(200, GRAPHVIZ + ";charset=utf-8", graph(all));
    }
    return request.query(
        query ->
            Paging.of(
                query,
                paging -> {
                  String part = query.text("q").orElse("").toLowerCase(Locale.ROOT);
                  List<IntegrationRow> wanted =
                      all.stream()
                          .filter(
                              it ->
                                  it.consumer().toLowerCase(Locale.ROOT).contains(part)
                                      || it.provider().toLowerCase(Locale.ROOT).contains(part))
                          .toList();
                  Hal hal = new Hal();
                  paging.tell(hal, request.self(), wanted.size());
                  hal.embed(
                          "integrations",
                          paging.of(wanted).stream()
                              .map(it -> resource(request.links(), it))
                              .toList())
                      .link("self", Hal.titled("All integrations", request.self()));
                  return Answer.hal(200, hal.json());
                }));
  }

  private static JsonObject resource(Links links, IntegrationRow row) {
    String pair = row.consumer() + " and " + row.provider();
    return new Hal()
        .put("consumer", new Hal().put("name", row.consumer()).json())
        .put("provider", new Hal().put("name", row.provider()).json())
        .link(
            "pb:dashboard",
            Hal.titled(
                "BETA: Pacts to show on the dashboard",
                links.at("/dashboard/provider", row.provider(), "consumer", row.consumer())))
        // The dialect has this one address without scheme and authority.
        .link(
            "pb:matrix",
            Hal.titled(
                "Matrix of pacts/verification results for " + pair,
                new Links("").at("/matrix/provider", row.provider(), "consumer", row.consumer())))
        .link("pb:group", Hal.href(links.system(row.consumer())))
        .link(
            "pb:delete_integration",
            Hal.titled(
                "Delete the integration between " + pair,
                links.at("/integrations/provider", row.provider(), "consumer", row.consumer())))
        .json();
  }

  private static String graph(List<IntegrationRow> rows) {
    return rows.stream()
        .map(row -> "  " + node(row.consumer()) + " -> " + node(row.provider()) + "\n")
        .collect(
            Collectors.joining(
                "",
                "digraph { ranksep=3; ratio=auto; overlap=false; node [  shape = plaintext,"
                    + " fontname = Helvetica ];\n",
                "}\n"));
  }

  /// A name as Graphviz reads it: quoted unless it is one word.
  private static String node(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*")
        ? name
        : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static Answer deleteAll(Request request) {
    Integrations integrations = new Integrations(request.handle());
    integrations.all().forEach(row -> integrations.delete(row.consumerId(), row.providerId()));
    return Answer.empty(204);
  }
}

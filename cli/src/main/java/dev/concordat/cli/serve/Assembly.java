package dev.concordat.cli.serve;

import dev.concordat.registry.access.AccessGuard;
import dev.concordat.registry.access.AccessSettings;
import dev.concordat.registry.access.Audit;
import dev.concordat.registry.access.Ownership;
import dev.concordat.registry.access.ScopeTable;
import dev.concordat.registry.access.Sessions;
import dev.concordat.registry.access.TokenRoutes;
import dev.concordat.registry.access.Tokens;
import dev.concordat.registry.broker.BrokerRoutes;
import dev.concordat.registry.contract.Events;
import dev.concordat.registry.contract.Notice;
import dev.concordat.registry.contract.PublishingRules;
import dev.concordat.registry.gate.GateRoutes;
import dev.concordat.registry.http.Guard;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.matrix.MatrixRoutes;
import dev.concordat.registry.notify.CommitStatuses;
import dev.concordat.registry.notify.IncidentRoutes;
import dev.concordat.registry.notify.Incidents;
import dev.concordat.registry.page.PageRoutes;
import dev.concordat.registry.page.PairWorker;
import dev.concordat.registry.page.ReadableRefusals;
import dev.concordat.registry.publication.ComparisonWorker;
import dev.concordat.registry.publication.PublicationRoutes;
import dev.concordat.registry.signin.OidcSettings;
import dev.concordat.registry.signin.SignInRoutes;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.verification.VerificationRoutes;
import dev.concordat.registry.webhook.CallRoutes;
import dev.concordat.registry.webhook.DeliveryWorker;
import dev.concordat.registry.webhook.Outbox;
import dev.concordat.registry.webhook.WebhookRoutes;
import dev.concordat.registry.webhook.WebhookSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything that a registry is made of, wired together: its routes, who may use them, and its workers, which end with it.
final class Assembly implements AutoCloseable {
  private final List<Route> routes;
  private final Guard guard;
  private final Tokens tokens;
  private final DeliveryWorker deliveries;
  private final ComparisonWorker comparisons;
  private final PairWorker pairs;

  private Assembly(
      List<Route> routes,
      Guard guard,
      Tokens tokens,
      DeliveryWorker deliveries,
      ComparisonWorker comparisons,
      PairWorker pairs) {
    this.routes = List.copyOf(routes);
    this.guard = guard;
    this.tokens = tokens;
    this.deliveries = deliveries;
    this.comparisons = comparisons;
    this.pairs = pairs;
  }

  /// @param people whose people may sign in; empty where only tokens and users of basic authentication come in
  /// @param teller is told in a sentence what goes wrong in the background
  static Assembly of(
      Database database,
      AccessSettings access,
      Optional<OidcSettings> people,
      PublishingRules rules,
      WebhookSettings webhooks,
      Clock clock,
      Consumer<String> teller) {
    Tokens tokens = new Tokens(database, clock);
    Audit audit = new Audit(database, clock);
    Optional<Sessions> sessions =
        people.map(settings -> new Sessions(database, clock, settings.memberships()));
    Guard guard =
        new ReadableRefusals(
            new AccessGuard(
                ScopeTable.standard(),
                tokens,
                sessions,
                audit,
                new Ownership(database),
                access,
                System::nanoTime),
            people.isPresent());
    Events events = events(clock);
    List<Route> routes = new ArrayList<>(routes(database, webhooks, clock, events, rules));
    routes.addAll(new TokenRoutes(tokens, audit).routes());
    if (people.isPresent() && sessions.isPresent()) {
      var signIn =
          new SignInRoutes(people.get(), database, sessions.get(), audit, clock, System::nanoTime);
      routes.addAll(signIn.routes());
    }
    return new Assembly(
        routes,
        guard,
        tokens,
        DeliveryWorker.start(database, webhooks, clock, teller),
        ComparisonWorker.start(database, clock, events, teller),
        PairWorker.start(database, teller));
  }

  private static Events events(Clock clock) {
    Events outbox = new Outbox(clock);
    Events incidents = new Incidents(clock);
    Events commits = new CommitStatuses(clock);
    return (handle, event) -> {
      List<Notice> notices = new ArrayList<>(outbox.happened(handle, event));
      notices.addAll(incidents.happened(handle, event));
      notices.addAll(commits.happened(handle, event));
      return notices;
    };
  }

  private static List<Route> routes(
      Database database,
      WebhookSettings webhooks,
      Clock clock,
      Events events,
      PublishingRules rules) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(BrokerRoutes.of(database, clock, events, rules));
    routes.addAll(MatrixRoutes.of(database));
    routes.addAll(VerificationRoutes.of(database));
    routes.addAll(new WebhookRoutes(database, webhooks, clock).routes());
    routes.addAll(new CallRoutes(database, webhooks, clock).routes());
    routes.addAll(GateRoutes.of(database, clock));
    routes.addAll(new IncidentRoutes(database, clock).routes());
    routes.addAll(new PublicationRoutes(database, clock, events, rules).routes());
    routes.replaceAll(route -> route.pattern().equals("/") ? PageRoutes.leading(route) : route);
    routes.addAll(PageRoutes.of(database, clock));
    return routes;
  }

  List<Route> routes() {
    return routes;
  }

  Guard guard() {
    return guard;
  }

  Tokens tokens() {
    return tokens;
  }

  @Override
  public void close() {
    pairs.close();
    comparisons.close();
    deliveries.close();
  }
}

package dev.concordat.registry.matrix;

import dev.concordat.registry.badge.Badge;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.NestedQuery;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.selector.VersionFinder;
import dev.concordat.registry.selector.VersionSelector;
import dev.concordat.registry.store.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Badges about the matrix. A badge is always a picture, also where it has to say that something is not there.
final class MatrixBadges {
  private static final String SVG = "image/svg+xml;charset=utf-8";

  private final Database database;

  private MatrixBadges(Database database) {
    this.database = database;
  }

  static List<Route> of(Database database) {
    MatrixBadges badges = new MatrixBadges(database);
    return List.of(
        Route.get(
            "/pacticipants/{name}/latest-version/{tag}/can-i-deploy/to/{to}/badge",
            badges::tagToTag),
        Route.get(
            "/pacticipants/{name}/branches/{branch}/latest-version/can-i-deploy/to-environment/{environment}/badge",
            badges::branchToEnvironment),
        Route.get("/pacticipants/{name}/main-branch/can-i-merge/badge", badges::canIMerge),
        Route.get(
            "/matrix/provider/{provider}/latest/{providerTag}/consumer/{consumer}/latest/{tag}/badge",
            badges::pair));
  }

  private Answer tagToTag(Asked asked) {
    String tag = asked.parameter("tag");
    String to = asked.parameter("to");
    return deploy(
        asked,
        VersionSelector.latestWithTag(tag),
        VersionSelector.latestWithTag(to),
        tag + " to " + to);
  }

  private Answer branchToEnvironment(Asked asked) {
    String branch = asked.parameter("branch");
    String environment = asked.parameter("environment");
    return deploy(
        asked,
        VersionSelector.headOf(branch),
        VersionSelector.in(environment),
        branch + " to " + environment);
  }

  private Answer canIMerge(Asked asked) {
    VersionSelector heads =
        new VersionSelector(
            Optional.empty(), true, Optional.empty(), Optional.empty(), true, Optional.empty());
    String name = asked.parameter("name");
    return database.read(
        handle -> {
          Map<String, Long> systems = MatrixStore.systems(handle, List.of(name));
          if (systems.isEmpty()) {
            return drawn(Badge.problem("pacticipant", "not found"));
          }
          if (!new VersionFinder(handle).hasAny(systems.values(), heads)) {
            return drawn(Badge.problem("main branch version", "not found"));
          }
          Optional<Boolean> deployable = deployable(handle, name, heads, heads);
          String says = deployable.map(yes -> yes ? "yes" : "no").orElse("unknown");
          return drawn(new Badge("can-i-merge", says, color(deployable)));
        });
  }

  private Answer deploy(
      Asked asked, VersionSelector version, VersionSelector target, String words) {
    String name = asked.parameter("name");
    return database.read(
        handle -> {
          Map<String, Long> systems = MatrixStore.systems(handle, List.of(name));
          if (systems.isEmpty()) {
            return drawn(Badge.problem("pacticipant", "not found"));
          }
          if (!new VersionFinder(handle).hasAny(systems.values(), version)) {
            String what =
                version.branch().filter(b -> !hasBranch(handle, systems.values(), b)).isPresent()
                    ? "branch"
                    : "version";
            return drawn(Badge.problem(what, "not found"));
          }
          if (target.environment().filter(e -> !MatrixQuery.exists(handle, e)).isPresent()) {
            return drawn(Badge.problem("environment", "not found"));
          }
          Optional<Boolean> deployable = deployable(handle, name, version, target);
          return drawn(new Badge(label(asked).orElse("can-i-deploy"), words, color(deployable)));
        });
  }

  private Answer pair(Asked asked) {
    String consumer = asked.parameter("consumer");
    String provider = asked.parameter("provider");
    MatrixQuestion question =
        new MatrixQuestion(
            List.of(
                new Selector(
                    Optional.of(consumer), VersionSelector.latestWithTag(asked.parameter("tag"))),
                new Selector(
                    Optional.of(provider),
                    VersionSelector.latestWithTag(asked.parameter("providerTag")))),
            Optional.empty(),
            List.of(),
            Optional.of(LatestBy.CONSUMER_VERSION_PROVIDER_VERSION),
            List.of(),
            MatrixQuestion.LIMIT);
    String left =
        switch (label(asked).orElse("")) {
          case "consumer" -> consumer;
          case "provider" -> provider;
          default -> consumer + "/" + provider;
        };
    return database.read(
        handle -> {
          if (MatrixStore.systems(handle, List.of(consumer, provider)).isEmpty()) {
            return drawn(Badge.problem("pacticipant", "not found"));
          }
          List<Row> rows = Matrix.ask(handle, question).considered();
          Optional<Boolean> success = rows.isEmpty() ? Optional.empty() : rows.getFirst().success();
          String says = success.map(good -> good ? "verified" : "failed").orElse("unknown");
          return drawn(new Badge(left + " pact", says, color(success)));
        });
  }

  private static Optional<Boolean> deployable(
      Handle handle, String name, VersionSelector version, VersionSelector target) {
    return Matrix.ask(handle, MatrixQuestion.of(new Selector(Optional.of(name), version), target))
        .summary()
        .deployable();
  }

  private static boolean hasBranch(Handle handle, Collection<Long> systemIds, String branch) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM branches WHERE system_id = ANY(:systems) AND name = :name)")
        .bindArray("systems", Long.class, List.copyOf(systemIds))
        .bind("name", branch)
        .mapTo(Boolean.class)
        .one();
  }

  private static Optional<String> label(Asked asked) {
    try {
      return NestedQuery.parse(asked.query()).text("label").filter(text -> !text.isBlank());
    } catch (NestedQuery.Unreadable _) {
      return Optional.empty();
    }
  }

  private static String color(Optional<Boolean> good) {
    return good.map(yes -> yes ? Badge.GOOD : Badge.BAD).orElse(Badge.UNKNOWN);
  }

  private static Answer drawn(Badge badge) {
    return Answer.text(200, SVG, badge.svg()).with("Cache-Control", "no-cache");
  }
}

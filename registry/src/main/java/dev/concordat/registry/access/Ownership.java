package dev.concordat.registry.access;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.Database;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A token or a member of a team writes only to systems of that team, and to those that no team owns.
public final class Ownership {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

  /// Whose name a pattern has first is who writes, but for these: verifications are the provider's, pacts the consumer's.
  private static final String VERIFICATIONS = "/verification-results";

  private final Database database;

  public Ownership(Database database) {
    this.database = database;
  }

  /// Why these teams may not do this; empty where one of them may.
  Optional<String> refusal(Set<String> teams, Scope scope, Route route, Asked asked) {
    if (scope == Scope.READ) {
      return Optional.empty();
    }
    return writer(route, asked)
        .flatMap(
            system ->
                owner(system)
                    .filter(owner -> !teams.contains(owner))
                    .map(
                        owner ->
                            "The system "
                                + system
                                + " belongs to "
                                + owner
                                + ", and "
                                + (asked.header("authorization").isPresent() ? "this token" : "you")
                                + " to "
                                + String.join(", ", teams)));
  }

  private Optional<String> owner(String system) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT owner FROM systems WHERE name = :name AND owner IS NOT NULL")
                .bind("name", system)
                .mapTo(String.class)
                .findOne());
  }

  /// The system in whose name something is written.
  private static Optional<String> writer(Route route, Asked asked) {
    boolean isOurs = route.pattern().equals("/publications");
    if (isOurs || route.pattern().equals("/contracts/publish")) {
      return JsonParser.parse(asked.body().toArray())
          .value()
          .flatMap(
              value ->
                  value instanceof JsonObject object
                      ? object.member(isOurs ? "system" : "pacticipantName")
                      : Optional.empty())
          .flatMap(
              name ->
                  name instanceof JsonString(String text) ? Optional.of(text) : Optional.empty());
    }
    List<String> parameters =
        PARAMETER.matcher(route.pattern()).results().map(found -> found.group(1)).toList();
    boolean isPair =
        route.pattern().contains("/consumer/{") && route.pattern().contains("/provider/{");
    if (isPair && parameters.size() >= 2) {
      boolean isProviders = route.pattern().contains(VERIFICATIONS);
      return Optional.of(
          asked.parameter(isProviders ? after(route, "provider") : after(route, "consumer")));
    }
    boolean isOfSystem =
        route.pattern().startsWith("/pacticipants/{")
            || route.pattern().startsWith("/provider-contracts/provider/{")
            || route.pattern().startsWith("/contracts/provider/{");
    return isOfSystem ? Optional.of(asked.parameter(parameters.getFirst())) : Optional.empty();
  }

  private static String after(Route route, String word) {
    Matcher found = Pattern.compile("/" + word + "/\\{([^}]*)}").matcher(route.pattern());
    return found.find() ? found.group(1) : "";
  }
}

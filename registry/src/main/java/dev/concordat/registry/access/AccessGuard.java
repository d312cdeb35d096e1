package dev.concordat.registry.access;

import dev.concordat.registry.http.Action;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.Caller;
import dev.concordat.registry.http.Guard;
import dev.concordat.registry.http.Happened;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/// Lets through who may do what a route needs. Thread-safe.
public final class AccessGuard implements Guard {
  /// All requests with wrong credentials together.
  private static final String WRONG = "wrong credentials";

  private static final int WRONG_PER_MINUTE = 120;

  private final ScopeTable table;
  private final Proof proof;
  private final Audit audit;
  private final Ownership ownership;
  private final boolean anonymousRead;
  private final RateLimit limit;
  private final RateLimit wrong;

  /// Where nobody can sign in.
  ///
  /// @param nanoClock such as `System::nanoTime`
  public AccessGuard(
      ScopeTable table,
      Tokens tokens,
      Audit audit,
      Ownership ownership,
      AccessSettings settings,
      LongSupplier nanoClock) {
    this(table, tokens, Optional.empty(), audit, ownership, settings, nanoClock);
  }

  /// @param sessions of people who signed in; empty where nobody can
  /// @param nanoClock such as `System::nanoTime`
  public AccessGuard(
      ScopeTable table,
      Tokens tokens,
      Optional<Sessions> sessions,
      Audit audit,
      Ownership ownership,
      AccessSettings settings,
      LongSupplier nanoClock) {
    this.table = table;
    this.proof = new Proof(tokens, settings.users(), sessions);
    this.audit = audit;
    this.ownership = ownership;
    this.anonymousRead = settings.anonymousRead();
    this.limit = new RateLimit(settings.requestsPerMinute(), nanoClock);
    this.wrong = new RateLimit(WRONG_PER_MINUTE, nanoClock);
  }

  @Override
  public Answer pass(Route route, Asked asked, Action next) {
    Optional<Scope> needed = table.of(route);
    if (needed.isPresent() && needed.get() == Scope.NONE) {
      return next.answer(asked);
    }
    Optional<Granted> granted = proof.of(asked);
    String who = granted.map(Granted::name).orElse(Caller.ANONYMOUS.name());
    Answer answer = decided(route, needed, granted, asked, next);
    if (isChange(route) || isRefused(answer)) {
      audit.note(who, asked.method(), asked.path(), answer.status());
    }
    return answer;
  }

  private Answer decided(
      Route route, Optional<Scope> needed, Optional<Granted> granted, Asked asked, Action next) {
    boolean isWrong = granted.isEmpty() && asked.header("authorization").isPresent();
    String who = granted.map(Granted::name).orElse(Caller.ANONYMOUS.name());
    long wait = isWrong ? wrong.take(WRONG) : limit.take(who);
    if (wait > 0) {
      return RegistryServer.error(429, "Too many requests; come again in " + wait + " s")
          .with("Retry-After", String.valueOf(wait));
    }
    if (needed.isEmpty()) {
      return RegistryServer.error(
          403, "No scope is set for " + route.method() + " " + route.pattern());
    }
    if (isForeign(route, asked)
        || (granted.flatMap(Granted::person).isPresent() && isUnsaid(route, asked))) {
      return RegistryServer.error(403, "Another site sent this request");
    }
    // Who may say when something happened may say anything.
    Scope scope = Happened.isSaid(asked) ? Scope.ADMIN : needed.get();
    Set<Scope> scopes =
        granted
            .map(Granted::scopes)
            .orElse(anonymousRead && !isWrong ? Set.of(Scope.READ) : Set.of());
    if (granted.isEmpty() && !scope.isCoveredBy(scopes)) {
      return RegistryServer.error(
              401,
              isWrong
                  ? "The token or password is wrong, expired or revoked"
                  : "Send a token: Authorization: Bearer concordat_…")
          .with("WWW-Authenticate", "Basic realm=\"Concordat registry\"");
    }
    if (!scope.isCoveredBy(scopes)) {
      return RegistryServer.error(403, who + " lacks the scope " + scope.word());
    }
    Optional<String> notTheirs =
        granted
            .map(known -> known.teams(scope))
            .filter(teams -> !teams.isEmpty())
            .flatMap(teams -> ownership.refusal(teams, scope, route, asked));
    if (notTheirs.isPresent()) {
      return RegistryServer.error(403, notTheirs.get());
    }
    return next.answer(
        asked.from(new Caller(who, granted.flatMap(Granted::person).map(Person::name))));
  }

  /// Every browser says where a change comes from; a cookie without that is not used by our own pages.
  private static boolean isUnsaid(Route route, Asked asked) {
    return !route.method().equals("GET")
        && asked.header("origin").isEmpty()
        && asked.header("sec-fetch-site").filter("same-origin"::equals).isEmpty();
  }

  private static boolean isChange(Route route) {
    return !route.method().equals("GET") && !route.pattern().endsWith("/for-verification");
  }

  private static boolean isRefused(Answer answer) {
    return answer.status() == 401 || answer.status() == 403 || answer.status() == 429;
  }

  /// Browsers say where a request comes from (Fetch Metadata, `Sec-Fetch-Site`; `Origin`); other clients say nothing.
  private static boolean isForeign(Route route, Asked asked) {
    if (route.method().equals("GET")) {
      return false;
    }
    String site = asked.header("sec-fetch-site").orElse("none");
    boolean isOther =
        asked.header("origin").filter(origin -> !origin.equals(asked.base())).isPresent();
    return isOther || !(site.equals("none") || site.equals("same-origin"));
  }
}

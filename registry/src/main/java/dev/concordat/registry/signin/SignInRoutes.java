package dev.concordat.registry.signin;

import dev.concordat.registry.access.Audit;
import dev.concordat.registry.access.Person;
import dev.concordat.registry.access.RateLimit;
import dev.concordat.registry.access.Secrets;
import dev.concordat.registry.access.SessionCookie;
import dev.concordat.registry.access.Sessions;
import dev.concordat.registry.http.Action;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.Caller;
import dev.concordat.registry.http.NestedQuery;
import dev.concordat.registry.http.QueryValue;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.page.NoticePage;
import dev.concordat.registry.page.NoticePage.Way;
import dev.concordat.registry.page.ReadableRefusals;
import dev.concordat.registry.store.Database;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Signing in and out: by authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, section 3.1; RFC 7636; RFC
/// 9700).
public final class SignInRoutes {
  private static final String SIGN_IN = "/sign-in";
  private static final String BACK = "/sign-in/back";
  private static final String SIGN_OUT = "/sign-out";
  private static final String SIGNED_OUT = "/signed-out";
  private static final String MAP = "/ui";

  /// All together, since nobody is known yet.
  private static final int PER_MINUTE = 600;

  private final Issuer issuer;
  private final BegunStore begun;
  private final Sessions sessions;
  private final Audit audit;
  private final RateLimit limit;

  /// @param sessions those that the guard of the same registry looks into
  /// @param nanoClock such as `System::nanoTime`
  public SignInRoutes(
      OidcSettings settings,
      Database database,
      Sessions sessions,
      Audit audit,
      Clock clock,
      LongSupplier nanoClock) {
    this.issuer = new Issuer(settings, clock);
    this.begun = new BegunStore(database, clock);
    this.sessions = sessions;
    this.audit = audit;
    this.limit = new RateLimit(PER_MINUTE, nanoClock);
  }

  /// The routes. Those that nobody needs to be known for say themselves how often they may be asked.
  public List<Route> routes() {
    return List.of(
        Route.get(SIGN_IN, limited(this::begin)),
        Route.get(BACK, limited(this::back)),
        Route.post(SIGN_OUT, this::signOut),
        Route.get(SIGNED_OUT, this::signedOut),
        Route.get(ReadableRefusals.WITH_TOKEN, SignInRoutes::withToken));
  }

  /// What a route does where somebody is not let in is told on a page.
  private interface Attempt {
    Answer answer(Asked asked) throws SignInFailure;
  }

  private Action limited(Attempt attempt) {
    return asked -> {
      long wait = limit.take(SIGN_IN);
      if (wait > 0) {
        return NoticePage.of(
                429, "Too many people sign in", List.of("Come again in " + wait + " s."), List.of())
            .with("Retry-After", String.valueOf(wait));
      }
      try {
        return attempt.answer(asked);
      } catch (SignInFailure failure) {
        audit.note(Caller.ANONYMOUS.name(), asked.method(), asked.path(), failure.status());
        return NoticePage.of(
            failure.status(),
            failure.title(),
            failure.paragraphs(),
            List.of(new Way("Sign in again", SIGN_IN, true)));
      }
    };
  }

  private Answer begin(Asked asked) throws SignInFailure {
    String state = Secrets.random();
    String browser = SessionCookie.SIGN_IN.read(asked).orElseGet(Secrets::random);
    Begun begins =
        new Begun(
            Secrets.random(),
            Secrets.random(),
            asked.base() + BACK,
            ReturnAddress.of(query(asked).text("return").orElse("")));
    URI entrance = issuer.entrance(state, begins);
    begun.keep(state, browser, begins);
    return Answer.empty(302)
        .with("Location", entrance.toString())
        .with("Set-Cookie", SessionCookie.SIGN_IN.written(asked, browser, BegunStore.LIFE))
        .with("Cache-Control", "no-store")
        .with("Referrer-Policy", "no-referrer");
  }

  private Answer back(Asked asked) throws SignInFailure {
    QueryValue.Table query = query(asked);
    Optional<Begun> taken =
        SessionCookie.SIGN_IN
            .read(asked)
            .flatMap(browser -> query.text("state").flatMap(state -> begun.take(state, browser)));
    if (taken.isEmpty()) {
      throw new SignInFailure(
          403,
          "This browser is not signing in",
          "The answer of the issuer belongs to a sign-in that another browser began, that was ended before, or that took"
              + " longer than "
              + BegunStore.LIFE.toMinutes()
              + " minutes. It was not used.");
    }
    Optional<String> error = query.text("error");
    if (error.isPresent()) {
      throw refused(error.get(), query.text("error_description").orElse(""));
    }
    String code =
        query
            .text("code")
            .filter(given -> !given.isEmpty())
            .orElseThrow(
                () -> new SignInFailure(502, "The issuer gave no code", "It said nothing else."));
    Person person = issuer.person(code, query.text("iss"), taken.get());
    sessions.close(asked);
    String secret = sessions.open(person);
    audit.note(Sessions.known(person), asked.method(), asked.path(), 302);
    return Answer.empty(302)
        .with("Location", asked.base() + taken.get().returnTo())
        .with("Set-Cookie", SessionCookie.SESSION.written(asked, secret, Sessions.LIFE))
        .with("Cache-Control", "no-store")
        .with("Referrer-Policy", "no-referrer");
  }

  private static SignInFailure refused(String error, String description) {
    List<String> told = new ArrayList<>();
    told.add(
        "It says: "
            + Shown.of(error)
            + (description.isEmpty() ? "" : ": " + Shown.of(description)));
    switch (error) {
      case "access_denied" -> told.add("You or the issuer declined.");
      case "unauthorized_client", "invalid_request", "unsupported_response_type", "invalid_scope" ->
          told.add(
              "Whoever runs the registry: the issuer must know this client, its scopes, and the address of this registry"
                  + " with "
                  + BACK
                  + " at its end.");
      default -> told.add("Try again later.");
    }
    return new SignInFailure(403, "The issuer did not let you in", told.toArray(String[]::new));
  }

  private Answer signOut(Asked asked) {
    sessions.close(asked);
    return Answer.empty(303)
        .with("Location", asked.base() + SIGNED_OUT)
        .with("Set-Cookie", SessionCookie.SESSION.gone(asked))
        .with("Cache-Control", "no-store");
  }

  /// A page of our own in between, because a page whose form may only lead to us cannot lead on to the issuer.
  private Answer signedOut(Asked asked) {
    List<Way> ways = new ArrayList<>();
    ways.add(new Way("Sign in", SIGN_IN, true));
    issuer
        .exit(asked.base() + SIGNED_OUT)
        .ifPresent(
            exit ->
                ways.add(new Way("Sign out of " + issuer.name() + " too", exit.toString(), false)));
    return NoticePage.of(
        200,
        "You are signed out",
        List.of(
            "This registry has forgotten your browser. " + issuer.name() + " may still know it."),
        ways);
  }

  private static Answer withToken(Asked asked) {
    try {
      return Answer.empty(302)
          .with(
              "Location", asked.base() + ReturnAddress.of(query(asked).text("return").orElse(MAP)));
    } catch (SignInFailure _) {
      return Answer.empty(302).with("Location", asked.base() + MAP);
    }
  }

  private static QueryValue.Table query(Asked asked) throws SignInFailure {
    try {
      return NestedQuery.parse(asked.query());
    } catch (NestedQuery.Unreadable e) {
      throw new SignInFailure(400, "The address cannot be read", String.valueOf(e.getMessage()));
    }
  }
}

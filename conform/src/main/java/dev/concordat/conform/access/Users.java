package dev.concordat.conform.access;

import dev.concordat.conform.talk.Credentials;
import dev.concordat.conform.talk.Identity;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.OAuthFlow;
import dev.concordat.contracts.http.SecurityKind;
import dev.concordat.contracts.http.SecurityNeed;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The users of a run and what their requests carry. A token that must be asked for is asked for when it is first needed, and
/// once more when {@link #renew} is called. Thread-safe.
public final class Users implements Credentials {
  private final List<UserCredentials> users;
  private final TokenSource source;
  private final List<SecurityNeed> schemes;
  private final Map<Integer, String> tokens = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  /// @param users the first is the one as whom everything is done that needs no other
  public Users(OpenApiContract contract, List<UserCredentials> users, TokenSource source) {
    this.users = List.copyOf(users);
    this.source = source;
    this.schemes =
        contract.operations().stream()
            .flatMap(operation -> operation.security().stream())
            .flatMap(List::stream)
            .toList();
  }

  @Override
  public int users() {
    return users.size();
  }

  /// Tokens that could not be got, one sentence each.
  public synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  @Override
  public HttpRequestMessage sign(
      HttpOperation operation, HttpRequestMessage request, Identity identity) {
    return switch (identity) {
      case Identity.AsWritten() -> request;
      case Identity.Anonymous() -> signed(operation, request, Optional.empty(), false);
      case Identity.User(int number) -> signed(operation, request, user(number), false);
      case Identity.Wrong() -> signed(operation, request, user(0), true);
    };
  }

  /// The request with the first user's expired token; nothing where none is known or none is asked for.
  public Optional<HttpRequestMessage> expired(HttpOperation operation, HttpRequestMessage request) {
    return user(0)
        .flatMap(UserCredentials::expired)
        .flatMap(
            token ->
                operation.security().stream()
                    .flatMap(List::stream)
                    .filter(Users::takesToken)
                    .findFirst()
                    .map(need -> Signature.add(request, need, token)));
  }

  private Optional<UserCredentials> user(int number) {
    return number >= 0 && number < users.size() ? Optional.of(users.get(number)) : Optional.empty();
  }

  private HttpRequestMessage signed(
      HttpOperation operation,
      HttpRequestMessage request,
      Optional<UserCredentials> user,
      boolean isForged) {
    Optional<UserCredentials> known = user.or(() -> user(0));
    HttpRequestMessage signed = request;
    if (known.isPresent()) {
      signed =
          Signature.addHeaders(signed, known.get().headers(), schemes, user.isPresent(), isForged);
    }
    if (user.isEmpty() && !isForged) {
      return signed;
    }
    for (SecurityNeed need : needs(operation, user)) {
      String secret = user.flatMap(u -> secret(u, need)).orElse("");
      if (isForged) {
        signed = Signature.add(signed, need, forged(need, secret));
      } else if (!secret.isEmpty()) {
        signed = Signature.add(signed, need, secret);
      }
    }
    return signed;
  }

  private static String forged(SecurityNeed need, String secret) {
    return switch (need.kind()) {
      case BASIC -> Signature.basic("concordat", Forgery.of(""));
      case API_KEY, BEARER, OTHER_HTTP, OAUTH2, OPEN_ID_CONNECT, MUTUAL_TLS -> Forgery.of(secret);
    };
  }

  /// The first alternative of which the user has everything, else the first that is none of nothing.
  private List<SecurityNeed> needs(HttpOperation operation, Optional<UserCredentials> user) {
    return operation.security().stream()
        .filter(needs -> !needs.isEmpty())
        .min(
            Comparator.comparing(
                needs ->
                    needs.stream().anyMatch(need -> user.flatMap(u -> secret(u, need)).isEmpty())))
        .orElse(List.of());
  }

  private Optional<String> secret(UserCredentials user, SecurityNeed need) {
    Optional<String> named = Optional.ofNullable(user.secrets().get(need.scheme()));
    return named
        .or(
            () ->
                need.kind() == SecurityKind.BASIC
                    ? user.basic().map(basic -> Signature.basic(basic.user(), basic.password()))
                    : Optional.empty())
        .or(() -> takesToken(need) ? user.bearer().or(() -> token(user)) : Optional.empty());
  }

  private static boolean takesToken(SecurityNeed need) {
    return switch (need.kind()) {
      case BEARER, OAUTH2, OPEN_ID_CONNECT, API_KEY -> true;
      case BASIC, OTHER_HTTP, MUTUAL_TLS -> false;
    };
  }

  private synchronized Optional<String> token(UserCredentials user) {
    int number = users.indexOf(user);
    if (!tokens.containsKey(number)) {
      tokens.put(number, fetched(user));
    }
    return Optional.of(tokens.get(number)).filter(token -> !token.isEmpty());
  }

  private String fetched(UserCredentials user) {
    if (user.login().isEmpty() && user.grant().isEmpty()) {
      return "";
    }
    TokenSource.Result result =
        user.login().isPresent()
            ? source.login(user.login().get())
            : source.grant(withScopes(user.grant().get()), tokenUrl(user.grant().get()));
    return switch (result) {
      case TokenSource.Result.Token(String secret) -> secret;
      case TokenSource.Result.Refused(String reason) -> {
        problems.add("no token for user " + user.name() + ": " + reason);
        yield "";
      }
    };
  }

  private TokenGrant withScopes(TokenGrant grant) {
    List<String> needed =
        schemes.stream().flatMap(need -> need.scopes().stream()).distinct().sorted().toList();
    return grant.scopes().isEmpty()
        ? new TokenGrant(
            grant.tokenUrl(),
            grant.clientId(),
            grant.clientSecret(),
            grant.user(),
            grant.password(),
            needed)
        : grant;
  }

  private String tokenUrl(TokenGrant grant) {
    String flow = grant.isPassword() ? "password" : "clientCredentials";
    Stream<String> written =
        schemes.stream()
            .flatMap(need -> need.flows().stream())
            .filter(each -> each.name().equals(flow))
            .map(OAuthFlow::tokenUrl);
    Stream<String> discovered =
        schemes.stream()
            .map(SecurityNeed::discovery)
            .filter(url -> !url.isEmpty())
            .distinct()
            .map(source::discover);
    return Stream.of(Stream.of(grant.tokenUrl()), written, discovered)
        .flatMap(each -> each)
        .filter(url -> !url.isEmpty())
        .findFirst()
        .orElse("");
  }

  @Override
  public synchronized boolean renew(Identity identity) {
    if (!(identity instanceof Identity.User(int number)) || user(number).isEmpty()) {
      return false;
    }
    UserCredentials user = users.get(number);
    if (user.login().isEmpty() && user.grant().isEmpty()) {
      return false;
    }
    String before = tokens.getOrDefault(number, "");
    String renewed = fetched(user);
    if (renewed.isEmpty()) {
      return false;
    }
    tokens.put(number, renewed);
    return !renewed.equals(before);
  }
}

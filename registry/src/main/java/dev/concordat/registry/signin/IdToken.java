package dev.concordat.registry.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.concordat.registry.access.Person;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Judges ID tokens (OpenID Connect Core 1.0, section 3.1.3.7) and reads who they are about.
final class IdToken {
  /// Groups of one person that are looked at.
  private static final int MAX_GROUPS = 5_000;

  private static final int MAX_SUBJECT = 255;

  private final OidcSettings settings;

  IdToken(OidcSettings settings) {
    this.settings = settings;
  }

  /// The claims of a token of this issuer for this registry and this sign-in.
  Map<String, Object> claims(JWT token, String nonce, KnownIssuer issuer) throws SignInFailure {
    try {
      Map<String, Object> claims =
          issuer.validator().validate(token, new Nonce(nonce)).toJSONObject();
      requireParty(claims);
      return claims;
    } catch (KeySourceException e) {
      throw new SignInFailure(
          502,
          "The issuer's keys cannot be read",
          issuer.metadata().getJWKSetURI() + ": " + Shown.of(String.valueOf(e.getMessage())) + ".",
          "Sign in again in half a minute.");
    } catch (BadJOSEException | JOSEException e) {
      throw new SignInFailure(
          403,
          "What the issuer says of you is not believed",
          "Its ID token is refused: " + Shown.of(String.valueOf(e.getMessage())) + ".",
          advice(token, e));
    }
  }

  /// A token for several must say whom it was given to (section 3.1.3.7, points 4 and 5).
  private void requireParty(Map<String, Object> claims) throws BadJOSEException {
    boolean isForSeveral = claims.get("aud") instanceof Collection<?> several && several.size() > 1;
    Object party = claims.get("azp");
    if (party == null ? isForSeveral : !party.equals(settings.clientId())) {
      throw new BadJOSEException("Unexpected JWT authorized party: " + party);
    }
  }

  private static String advice(JWT token, Exception problem) {
    String said = String.valueOf(problem.getMessage());
    boolean isOfAnotherTime =
        problem instanceof ExpiredJWTException
            || said.contains("Expired")
            || said.contains("ahead of current time");
    if (isOfAnotherTime) {
      return "It says that it was made at "
          + time(token, true)
          + " and ends at "
          + time(token, false)
          + "; here it is "
          + Instant.now()
          + ". One of the two clocks is wrong, or the token took very long.";
    }
    return "Sign in again. If it happens each time, show this page to whoever runs the registry.";
  }

  /// As the token says without being believed; for people only.
  private static String time(JWT token, boolean isIssue) {
    try {
      JWTClaimsSet claims = token.getJWTClaimsSet();
      Date at = isIssue ? claims.getIssueTime() : claims.getExpirationTime();
      return at == null ? "no time" : at.toInstant().toString();
    } catch (ParseException _) {
      return "no time";
    }
  }

  /// Who it is about.
  ///
  /// @param more asked only where the token does not say in which groups somebody is, or how they are called
  Person person(Map<String, Object> claims, Supplier<Map<String, Object>> more)
      throws SignInFailure {
    String subject = text(claims, "sub").filter(sub -> sub.length() <= MAX_SUBJECT).orElse("");
    if (subject.isBlank()) {
      throw new SignInFailure(
          502, "The issuer does not say who you are", "Its ID token has no 'sub'.");
    }
    boolean isEnough =
        groups(claims).isPresent()
            && (text(claims, "name").isPresent() || text(claims, "email").isPresent());
    Map<String, Object> others = isEnough ? Map.of() : more.get();
    // What another answer says counts only when it is about the same person.
    Map<String, Object> added = subject.equals(others.get("sub")) ? others : Map.of();
    List<Map<String, Object>> said = List.of(claims, added);
    List<String> groups =
        said.stream().flatMap(each -> groups(each).stream()).findFirst().orElse(List.of());
    Optional<String> email = first(said, "email");
    String name =
        Stream.of("name", "preferred_username", "email")
            .flatMap(claim -> first(said, claim).stream())
            .findFirst()
            .orElse(subject);
    Person person = new Person(subject, name, email, settings.memberships().known(groups));
    if (!settings.memberships().isOpenTo(groups)) {
      throw new SignInFailure(
          403,
          "None of your groups may come in",
          "You are "
              + person.name()
              + ", and the issuer says that you are in "
              + (groups.isEmpty() ? "no group" : Shown.of(String.join(", ", groups)))
              + " (claim '"
              + settings.groupsClaim()
              + "').",
          "Whoever runs the registry says with --oidc-group which groups may do what.");
    }
    return person;
  }

  private static Optional<String> first(List<Map<String, Object>> said, String claim) {
    return said.stream().flatMap(each -> text(each, claim).stream()).findFirst();
  }

  private static Optional<String> text(Map<String, Object> claims, String name) {
    return claims.get(name) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  /// Empty where nothing is said of groups.
  private Optional<List<String>> groups(Map<String, Object> claims) {
    return switch (claim(claims, settings.groupsClaim())) {
      case String one -> Optional.of(List.of(one));
      case Collection<?> many -> {
        List<String> groups = new ArrayList<>();
        many.stream()
            .limit(MAX_GROUPS)
            .forEach(
                group -> {
                  if (group instanceof String text) {
                    groups.add(text);
                  }
                });
        yield Optional.of(List.copyOf(groups));
      }
      case null, default -> Optional.empty();
    };
  }

  /// The claim of this name, or else the one that its dots lead to.
  private static @Nullable Object claim(Map<?, ?> claims, String name) {
    Object plain = claims.get(name);
    int dot = name.indexOf('.');
    if (plain != null || dot < 0) {
      return plain;
    }
    return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
        ? claim(inner, name.substring(dot + 1))
        : null;
  }
}

package dev.concordat.registry.access;

import dev.concordat.registry.http.Asked;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who sent a request, by its `Authorization` header: `Bearer TOKEN`, or `Basic` with a known user, or with a token as the
/// password whatever the user (for clients that only know basic authentication). Without such a header, by the cookie of
/// somebody who signed in.
final class Proof {
  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  private final Tokens tokens;
  private final List<BasicUser> users;
  private final Optional<Sessions> sessions;

  /// @param sessions empty where nobody can sign in
  Proof(Tokens tokens, List<BasicUser> users, Optional<Sessions> sessions) {
    this.tokens = tokens;
    this.users = List.copyOf(users);
    this.sessions = sessions;
  }

  Optional<Granted> of(Asked asked) {
    Optional<String> header = asked.header("authorization");
    return header.isPresent()
        ? of(header.get())
        : sessions.flatMap(signedIn -> signedIn.find(asked));
  }

  private Optional<Granted> of(String header) {
    String lower = header.toLowerCase(Locale.ROOT);
    if (lower.startsWith(BEARER)) {
      return tokens.find(header.substring(BEARER.length()).strip());
    }
    return lower.startsWith(BASIC)
        ? basic(header.substring(BASIC.length()).strip())
        : Optional.empty();
  }

  private Optional<Granted> basic(String encoded) {
    String pair;
    try {
      pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    int colon = pair.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String password = pair.substring(colon + 1);
    Optional<Granted> user =
        users.stream()
            .filter(known -> isSame(known.name() + ":" + known.password(), pair))
            .map(known -> Granted.client("user " + known.name(), known.scopes(), Optional.empty()))
            .findFirst();
    return user.isPresent() || !password.startsWith(Tokens.PREFIX) ? user : tokens.find(password);
  }

  /// In a time that tells nothing of where they differ.
  private static boolean isSame(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}

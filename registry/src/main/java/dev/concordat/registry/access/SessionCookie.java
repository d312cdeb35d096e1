package dev.concordat.registry.access;

import dev.concordat.registry.http.Asked;
import java.time.Duration;
import java.util.Optional;

/// A cookie of ours: for this host only, out of reach of scripts, sent along when a link leads here but not when another
/// site sends a form (`SameSite=Lax`), and only over TLS where the registry is reached by it (RFC 6265bis: `__Host-`).
public enum SessionCookie {
  /// Who is signed in.
  SESSION("concordat-session"),
  /// Which browser began to sign in.
  SIGN_IN("concordat-sign-in");

  private static final String SECURE = "__Host-";
  private static final int MAX_VALUE = 200;

  private final String name;

  SessionCookie(String name) {
    this.name = name;
  }

  /// What the browser sent; empty where it sent nothing or nothing that can be ours.
  public Optional<String> read(Asked asked) {
    String wanted = nameFor(asked) + "=";
    return asked
        .header("cookie")
        .flatMap(
            header -> {
              for (String part : header.split(";", -1)) {
                String pair = part.strip();
                if (pair.startsWith(wanted)) {
                  return Optional.of(pair.substring(wanted.length()));
                }
              }
              return Optional.empty();
            })
        .filter(value -> !value.isEmpty() && value.length() <= MAX_VALUE);
  }

  /// The value of a `Set-Cookie` header.
  public String written(Asked asked, String value, Duration life) {
    return nameFor(asked)
        + "="
        + value
        + "; Path=/; Max-Age="
        + life.toSeconds()
        + "; HttpOnly; SameSite=Lax"
        + (isSecure(asked) ? "; Secure" : "");
  }

  /// The value of a `Set-Cookie` header that takes the cookie away.
  public String gone(Asked asked) {
    return written(asked, "", Duration.ZERO);
  }

  private String nameFor(Asked asked) {
    return isSecure(asked) ? SECURE + name : name;
  }

  private static boolean isSecure(Asked asked) {
    return asked.base().startsWith("https://");
  }
}

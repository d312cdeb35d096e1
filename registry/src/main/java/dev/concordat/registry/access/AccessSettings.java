package dev.concordat.registry.access;

import java.util.List;

/// Who may do what without a token, and how often.
///
/// @param anonymousRead whether everybody may read
/// @param users of basic authentication
/// @param requestsPerMinute of one caller, over which requests get 429
public record AccessSettings(boolean anonymousRead, List<BasicUser> users, int requestsPerMinute) {
  /// More than any build asks; less than what one wild script can send.
  public static final int REQUESTS_PER_MINUTE = 6_000;

  /// Nobody without a token.
  public static final AccessSettings TOKENS_ONLY =
      new AccessSettings(false, List.of(), REQUESTS_PER_MINUTE);

  public AccessSettings {
    users = List.copyOf(users);
    if (requestsPerMinute < 1) {
      throw new IllegalArgumentException("at least one request a minute must be allowed");
    }
  }
}

package dev.concordat.registry.link;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Builds the addresses of what the Pact dialect serves.
///
/// @param base scheme and authority as the client sees them, without a slash at the end
public record Links(String base) {
  /// A name as one segment of a path: everything but letters, digits and `-_.~` is percent-encoded.
  public static String segment(String name) {
    if (name.chars().allMatch(Links::isUnreserved)) {
      return name;
    }
    StringBuilder out = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isUnreserved(c)) {
        out.append(c);
      } else {
        out.append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 0xf, 16)));
      }
    }
    return out.toString();
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.'
        || c == '~';
  }

  /// A path of which every part after the first slash is one segment.
  public String at(String first, String... names) {
    StringBuilder out = new StringBuilder(base).append(first);
    for (String name : names) {
      out.append('/').append(segment(name));
    }
    return out.toString();
  }

  public String system(String name) {
    return at("/pacticipants", name);
  }

  public String version(String system, String number) {
    return at("/pacticipants", system, "versions", number);
  }

  public String tag(String system, String number, String tag) {
    return at("/pacticipants", system, "versions", number, "tags", tag);
  }

  public String label(String system, String label) {
    return at("/pacticipants", system, "labels", label);
  }

  public String branch(String system, String branch) {
    return at("/pacticipants", system, "branches", branch);
  }

  public String branchVersion(String system, String branch, String number) {
    return at("/pacticipants", system, "branches", branch, "versions", number);
  }

  public String environment(String uuid) {
    return at("/environments", uuid);
  }

  public String deployedVersion(String uuid) {
    return at("/deployed-versions", uuid);
  }

  public String releasedVersion(String uuid) {
    return at("/released-versions", uuid);
  }

  /// Of all pacts of a pair: what the other addresses of pacts begin with.
  public String pair(String provider, String consumer) {
    return at("/pacts/provider", provider, "consumer", consumer);
  }

  /// Of what one consumer version said of a provider.
  public String pact(String provider, String consumer, String number) {
    return at("/pacts/provider", provider, "consumer", consumer, "version", number);
  }

  /// Of a content.
  public String content(String provider, String consumer, String sha) {
    return at("/pacts/provider", provider, "consumer", consumer, "pact-version", sha);
  }

  /// Of a content as it was selected for verification.
  ///
  /// @param metadata a query; it comes back when results are published
  public String selected(String provider, String consumer, String sha, String metadata) {
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(metadata.getBytes(StandardCharsets.UTF_8));
    return content(provider, consumer, sha) + "/metadata/" + encoded;
  }

  /// Of the result of a verification.
  public String verification(String provider, String consumer, String sha, int number) {
    return content(provider, consumer, sha) + "/verification-results/" + number;
  }

  /// Of the log of one delivery of a webhook.
  public String deliveryLog(String uuid) {
    return at("/triggered-webhooks", uuid, "logs");
  }
}

package dev.concordat.registry.page;

import dev.concordat.registry.link.Links;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Where pages are. Every name is percent-encoded.
final class Addresses {
  static final String MAP = "/ui";
  static final String PICTURE = "/ui/map.svg";
  static final String IMAGE = "/ui/map.png";
  static final String STYLE = "/ui/style.css";
  static final String INCIDENTS = "/ui/incidents";
  static final String GATE = "/ui/gate";

  static final String ACTIVITY = "/ui/activity";
  static final String MATRIX = "/ui/matrix";
  static final String CHANGES = "/ui/changes";
  static final String SCRIPT = "/ui/live.js";

  static final String SIGN_IN = "/sign-in";
  static final String SIGN_OUT = "/sign-out";

  private Addresses() {}

  /// What a version of a consumer needs of a provider.
  static String pact(String consumer, String provider, String version) {
    return new Links("").at("/ui/pacts", consumer, provider, version);
  }

  /// What a version of a system provides.
  static String contract(String system, String version, String kind) {
    return new Links("").at("/ui/contracts", system, version, kind);
  }

  static String system(String name) {
    return new Links("").at("/ui/systems", name);
  }

  static String environment(String name) {
    return new Links("").at("/ui/environments", name);
  }

  static String incident(String uuid) {
    return new Links("").at(INCIDENTS, uuid);
  }

  static String gate(String system, String version, String environment) {
    return query(GATE, "system", system, "version", version, "environment", environment);
  }

  /// A path with names and values behind it; what is empty is left out.
  static String query(String path, String... pairs) {
    StringBuilder out = new StringBuilder(path);
    char before = '?';
    for (int i = 0; i < pairs.length; i += 2) {
      if (!pairs[i + 1].isEmpty()) {
        out.append(before).append(pairs[i]).append('=');
        out.append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        before = '&';
      }
    }
    return out.toString();
  }
}

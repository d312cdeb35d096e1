package dev.concordat.environment.reach;

import dev.concordat.wire.forward.Claims;
import java.util.List;
import java.util.stream.Collectors;

/// The hosts that a system calls systems by, and those that it may call outside.
///
/// @param claims where each leads
public record NamedHosts(Claims claims) {
  boolean isNamed(String host) {
    return claims.links().stream().anyMatch(it -> it.host().host().equals(host));
  }

  /// As the preload of Node reads it.
  String json(int proxyPort) {
    List<Claims.Claim> links = claims.links();
    String claimed =
        links.stream()
            .map(it -> "[" + pattern(it.host()) + "," + it.link().getPort() + "]")
            .collect(Collectors.joining(",", "[", "]"));
    String outside =
        claims.outside().stream()
            .map(it -> "[" + pattern(it) + "]")
            .collect(Collectors.joining(",", "[", "]"));
    return "{\"proxy\":" + proxyPort + ",\"links\":" + claimed + ",\"outside\":" + outside + "}";
  }

  /// Names of hosts hold nothing that JSON would escape.
  private static String pattern(Claims.Pattern pattern) {
    return "\"" + pattern.host() + "\"," + pattern.port().map(String::valueOf).orElse("null");
  }
}

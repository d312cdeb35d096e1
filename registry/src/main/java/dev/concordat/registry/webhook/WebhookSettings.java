package dev.concordat.registry.webhook;

import dev.concordat.registry.mail.MailServer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What webhooks may do.
///
/// @param hosts the only ones that may be called, `hooks.example.org` or `*.example.org`; they may be on this machine and in
///     private networks, and what they answer is kept in the log. Empty for all public ones.
/// @param allowsHttp whether calls without TLS are allowed
/// @param methods the HTTP methods that are allowed, in upper case
/// @param callLimit how long one call may take, from looking up the name to the last byte
/// @param retries how long after each failed attempt the next one follows
/// @param mail takes e-mail; empty where none is sent
public record WebhookSettings(
    List<String> hosts,
    boolean allowsHttp,
    List<String> methods,
    Duration callLimit,
    List<Duration> retries,
    Optional<MailServer> mail) {
  /// Public hosts by HTTPS, tried seven times over 37 minutes, as the Pact Broker does.
  public static final WebhookSettings STANDARD =
      new WebhookSettings(
          List.of(),
          false,
          List.of("POST"),
          Duration.ofSeconds(10),
          List.of(
              Duration.ofSeconds(10),
              Duration.ofSeconds(60),
              Duration.ofSeconds(120),
              Duration.ofSeconds(300),
              Duration.ofSeconds(600),
              Duration.ofSeconds(1200)),
          Optional.empty());

  public WebhookSettings {
    hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    methods = List.copyOf(methods);
    retries = List.copyOf(retries);
  }

  /// With other hosts.
  public WebhookSettings withHosts(List<String> named, boolean http) {
    return new WebhookSettings(named, http, methods, callLimit, retries, mail);
  }

  /// With other times.
  public WebhookSettings withTimes(Duration limit, List<Duration> schedule) {
    return new WebhookSettings(hosts, allowsHttp, methods, limit, schedule, mail);
  }

  /// With a server that takes e-mail.
  public WebhookSettings withMail(Optional<MailServer> server) {
    return new WebhookSettings(hosts, allowsHttp, methods, callLimit, retries, server);
  }

  /// Whether somebody named the host.
  boolean isNamed(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return hosts.stream()
        .anyMatch(
            named ->
                named.startsWith("*.") ? lower.endsWith(named.substring(1)) : lower.equals(named));
  }

  /// Whether the host may be called, if its addresses are public.
  boolean allows(String host) {
    return hosts.isEmpty() || isNamed(host);
  }
}

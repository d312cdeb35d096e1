package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.part.PartContext;
import dev.concordat.environment.reach.HostVariables;
import dev.concordat.environment.reach.NamedHosts;
import dev.concordat.environment.reach.ProviderTls;
import dev.concordat.environment.reach.Trust;
import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.forward.Claims;
import dev.concordat.wire.forward.Forwarder;
import dev.concordat.wire.http.HttpLink;
import dev.concordat.wire.http.LinkTls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How systems come to their links where an address in clear is not enough: with TLS, and by the names of hosts, through a proxy
/// that each such system has for itself. Thread-safe.
final class Reaching implements AutoCloseable {
  /// What everybody may call a link by.
  private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");

  private final PartContext context;
  private final EventLoops loops;
  private final Strangers strangers;
  private final Map<String, Forwarder> proxies = new ConcurrentHashMap<>();
  private final Map<String, NamedHosts> named = new ConcurrentHashMap<>();
  private @Nullable Trust trust;

  Reaching(PartContext context, EventLoops loops, Announcer announcer) {
    this.context = context;
    this.loops = loops;
    this.strangers = new Strangers(announcer::say);
  }

  /// How a system serves HTTPS; empty where it does not.
  static Optional<ProviderTls> serving(SystemSpec spec) throws EnvironmentFailure {
    if (spec.reach().certificate().isEmpty()) {
      return Optional.empty();
    }
    Path file = spec.reach().certificate().get();
    try {
      return Optional.of(ProviderTls.of(file));
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          spec.name(),
          "its `tls` file " + file + " cannot be used: " + e.getMessage(),
          "Name the PEM file with the certificate that it serves, or with that of who signed it.");
    }
  }

  /// How a link speaks towards its consumer.
  LinkTls towards(SystemSpec consumer, String provider) throws EnvironmentFailure {
    List<Consumption> links =
        consumer.consumes().stream().filter(one -> one.provider().equals(provider)).toList();
    if (links.stream().noneMatch(Reaching::isSecured)) {
      return LinkTls.NONE;
    }
    Stream<String> named =
        links.stream().flatMap(one -> one.hosts().stream()).map(Reaching::withoutPort);
    String[] names = Stream.concat(LOCAL.stream(), named).distinct().toArray(String[]::new);
    try {
      LinkTls tls = LinkTls.shown(trust().authority(), names);
      return links.stream().allMatch(Consumption::isTls) ? tls : tls.orClear();
    } catch (IOException e) {
      throw noTrust(consumer, e);
    }
  }

  private static boolean isSecured(Consumption one) {
    return one.isTls() || !one.hosts().isEmpty();
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  /// Opens the proxy of a system that calls others by their hosts.
  ///
  /// @param links where those of the system are open
  void open(SystemSpec spec, Links links) throws EnvironmentFailure {
    if (!spec.callsByHosts()) {
      return;
    }
    List<Claims.Claim> claimed = new ArrayList<>();
    for (Consumption one : spec.consumes()) {
      HttpLink link = links.http(spec.name(), one.provider());
      if (link != null) {
        one.hosts().stream()
            .map(host -> new Claims.Claim(Claims.Pattern.of(host), link.address()))
            .forEach(claimed::add);
      }
    }
    // The one with a port before the one for any.
    claimed.sort(Comparator.comparing(claim -> claim.host().port().isEmpty()));
    var claims =
        new Claims(claimed, spec.reach().outside().stream().map(Claims.Pattern::of).toList());
    try {
      named.put(spec.name(), new NamedHosts(claims));
      proxies.put(spec.name(), Forwarder.toLinks(claims, strangers.of(spec.name()), loops));
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          spec.name(), "its proxy cannot listen: " + e.getMessage(), "Are there free ports?");
    }
  }

  /// Whom systems called that nobody here is.
  List<String> notes() {
    return strangers.notes();
  }

  @Override
  public void close() {
    proxies.values().forEach(Forwarder::close);
  }

  /// The variables of a system with what it must know to reach its links.
  Map<String, String> told(SystemSpec spec, Map<String, String> variables)
      throws EnvironmentFailure {
    if (spec.consumes().stream().noneMatch(Reaching::isSecured)) {
      return variables;
    }
    try {
      Map<String, String> told = trust().told(variables);
      NamedHosts hosts = named.get(spec.name());
      Forwarder proxy = proxies.get(spec.name());
      return hosts == null || proxy == null
          ? told
          : new HostVariables(hosts, proxy.address().getPort())
              .told(told, context.run().data("trust"));
    } catch (IOException e) {
      throw noTrust(spec, e);
    }
  }

  private synchronized Trust trust() throws IOException {
    Trust made = trust;
    if (made == null) {
      made = new Trust(context.home().folder(), context.run().data("trust"));
      trust = made;
    }
    return made;
  }

  private static EnvironmentFailure noTrust(SystemSpec spec, IOException e) {
    return EnvironmentFailure.of(
        spec.name(),
        "it cannot be told whom to trust: " + e.getMessage(),
        "Is ~/.concordat/authority readable and writable for you only? It may be deleted: it is made again.");
  }
}

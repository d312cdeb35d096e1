package dev.concordat.wire.http;

import dev.concordat.wire.fault.AcceptSilently;
import dev.concordat.wire.fault.BadCertificate;
import dev.concordat.wire.fault.ConnectFault;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.Refuse;
import dev.concordat.wire.fault.SlowAccept;
import dev.concordat.wire.fault.StalledHandshake;
import dev.concordat.wire.fault.UnansweredConnect;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;

/// What becomes of a connection that a consumer has just opened.
///
/// @param shown the certificate of a link with TLS; faults of TLS are for such links only
/// @param http2 whether HTTP/2 is offered behind TLS, at the moment
/// @param isClearToo whether consumers may speak in clear all the same
record Opening(
    Disturbances disturbances,
    Optional<LinkTls.Shown> shown,
    AtomicBoolean http2,
    boolean isClearToo) {
  private static final String NOBODY = "another.invalid";

  sealed interface Decision {
    /// Broken off at once.
    record Refused() implements Decision {}

    /// Not read from.
    record Silent(PlacedFault by) implements Decision {}

    /// Read from, and never answered.
    record Swallowed(PlacedFault by) implements Decision {}

    /// Served, in TLS or not, now or later.
    record Served(Optional<SSLContext> tls, Duration late) implements Decision {}
  }

  boolean isHttp2() {
    return http2.get();
  }

  /// The first fault that ends the matter decides; the others do not meet the connection.
  Decision decide() {
    Duration late = Duration.ZERO;
    Optional<BadCertificate> flawed = Optional.empty();
    for (PlacedFault placed : disturbances.placed()) {
      if (!(placed.rule().fault() instanceof ConnectFault fault) || !isOffered(fault)) {
        continue;
      }
      Optional<RandomGenerator> chosen = placed.next();
      if (chosen.isPresent()) {
        switch (fault) {
          case Refuse(), UnansweredConnect() -> {
            return new Decision.Refused();
          }
          case AcceptSilently() -> {
            return new Decision.Silent(placed);
          }
          case StalledHandshake() -> {
            return new Decision.Swallowed(placed);
          }
          case SlowAccept(var delay) -> late = late.plus(delay.next(chosen.get()));
          case BadCertificate bad -> flawed = Optional.of(bad);
        }
      }
    }
    return served(flawed, late);
  }

  private boolean isOffered(ConnectFault fault) {
    boolean isOfTls = fault instanceof BadCertificate || fault instanceof StalledHandshake;
    return !isOfTls || shown.isPresent();
  }

  private Decision served(Optional<BadCertificate> flawed, Duration late) {
    if (shown.isEmpty()) {
      return new Decision.Served(Optional.empty(), late);
    }
    try {
      return new Decision.Served(Optional.of(context(shown.get(), flawed)), late);
    } catch (IOException noCertificate) {
      return new Decision.Refused();
    }
  }

  private static SSLContext context(LinkTls.Shown shown, Optional<BadCertificate> flawed)
      throws IOException {
    if (flawed.isEmpty()) {
      return shown.authority().contextFor(shown.hosts());
    }
    return switch (flawed.get().flaw()) {
      case EXPIRED -> shown.authority().expiredContextFor(shown.hosts());
      case WRONG_HOST -> shown.authority().contextFor(List.of(NOBODY));
      case UNTRUSTED -> shown.authority().untrustedContextFor(shown.hosts());
    };
  }
}

package dev.concordat.wire.forward;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which hosts lead to which links, and what becomes of all others.
///
/// @param links in the order in which they are looked at
/// @param outside patterns of hosts that nobody claims and that are passed on to where they are
public record Claims(List<Claim> links, List<Pattern> outside) {
  private static final int MAX_PORT = 65_535;

  public Claims {
    links = List.copyOf(links);
    outside = List.copyOf(outside);
  }

  /// A host as it is written: `payments.internal`, `payments.internal:8080`, or `*` for every one.
  ///
  /// @param host in small letters
  /// @param port only this one; empty for any
  public record Pattern(String host, Optional<Integer> port) {
    private static final String ANYBODY = "*";

    /// Reads what somebody wrote.
    public static Pattern of(String written) {
      String text = written.toLowerCase(Locale.ROOT);
      int colon = text.lastIndexOf(':');
      return colon < 0
          ? new Pattern(text, Optional.empty())
          : new Pattern(
              text.substring(0, colon), Optional.of(Integer.parseInt(text.substring(colon + 1))));
    }

    boolean fits(Wanted wanted) {
      return (host.equals(ANYBODY) || host.equals(wanted.host()))
          && port.filter(one -> one != wanted.port()).isEmpty();
    }

    @Override
    public String toString() {
      return host + port.map(one -> ":" + one).orElse("");
    }
  }

  /// Is told of hosts that nobody claims, by many threads.
  public interface Outside {
    /// A host was called.
    ///
    /// @param host with its port
    /// @param isPassedOn whether it was called all the same
    void called(String host, boolean isPassedOn);

    /// What a consumer is answered that was refused.
    String refusal(String host);
  }

  /// A host that leads to a link.
  public record Claim(Pattern host, InetSocketAddress link) {}

  /// Where somebody wants to go.
  ///
  /// @param host in small letters, without brackets
  record Wanted(String host, int port) {
    /// Reads `host:port`.
    static Optional<Wanted> of(String authority, int usualPort) {
      String text = authority.toLowerCase(Locale.ROOT);
      int colon = text.lastIndexOf(':');
      boolean hasPort = colon > text.lastIndexOf(']');
      String host = hasPort ? text.substring(0, colon) : text;
      String digits = hasPort ? text.substring(colon + 1) : String.valueOf(usualPort);
      boolean isBracketed = host.length() > 1 && host.startsWith("[") && host.endsWith("]");
      String bare = isBracketed ? host.substring(1, host.length() - 1) : host;
      boolean isPort = digits.matches("[0-9]{1,5}") && Integer.parseInt(digits) <= MAX_PORT;
      boolean isHost = !bare.isEmpty() && (isBracketed || !host.matches(".*[\\[:].*"));
      return isPort && isHost
          ? Optional.of(new Wanted(bare, Integer.parseInt(digits)))
          : Optional.empty();
    }

    boolean isLoopback() {
      return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    @Override
    public String toString() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }

  /// Where a request goes.
  sealed interface Way {
    /// To a link.
    record Claimed(InetSocketAddress link) implements Way {}

    /// To where it says, past all links.
    record PassedOn() implements Way {}

    record Refused() implements Way {}
  }

  /// What is on this machine is never refused: parts and links are there.
  Way of(Wanted wanted) {
    for (Claim claim : links) {
      if (claim.host().fits(wanted)) {
        return new Way.Claimed(claim.link());
      }
    }
    boolean isPassed = wanted.isLoopback() || outside.stream().anyMatch(it -> it.fits(wanted));
    return isPassed ? new Way.PassedOn() : new Way.Refused();
  }
}

package dev.concordat.registry.verification;

import dev.concordat.registry.selector.ConsumerSelector;
import dev.concordat.registry.selector.ConsumerSelector.Branch;
import dev.concordat.registry.selector.ConsumerSelector.Deployed;
import dev.concordat.registry.selector.ConsumerSelector.EveryBranch;
import dev.concordat.registry.selector.ConsumerSelector.InEnvironment;
import dev.concordat.registry.selector.ConsumerSelector.Latest;
import dev.concordat.registry.selector.ConsumerSelector.LatestTagged;
import dev.concordat.registry.selector.ConsumerSelector.MainBranch;
import dev.concordat.registry.selector.ConsumerSelector.Released;
import dev.concordat.registry.selector.ConsumerSelector.Tagged;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an address of a chosen pact carries, so that results that are published to it tell why it was verified. Clients pass
/// it on unread.
final class Metadata {
  private Metadata() {}

  /// A query, as the Pact Broker builds it.
  static String of(VerifiablePact pact) {
    if (pact.isWip()) {
      return "w=true";
    }
    List<String> parts = new ArrayList<>();
    for (Chosen chosen : pact.chosen()) {
      add(parts, "b", branch(chosen));
      add(parts, "t", tag(chosen));
      add(parts, "l", isLatest(chosen.selector()) ? Optional.of("true") : Optional.empty());
      add(parts, "cv", Optional.of(Long.toString(chosen.versionId())));
    }
    pact.pending().ifPresent(pending -> parts.add("p=" + pending));
    return String.join("&", parts);
  }

  /// @param name of letters
  private static void add(List<String> parts, String name, Optional<String> value) {
    value.ifPresent(text -> parts.add("s%5B%5D%5B" + name + "%5D=" + encoded(text)));
  }

  private static Optional<String> branch(Chosen chosen) {
    return switch (chosen.selector()) {
      case Branch _, EveryBranch _ -> Optional.of(chosen.name());
      case MainBranch _, LatestTagged _, Tagged _, Latest _ -> Optional.empty();
      case Deployed _, Released _, InEnvironment _ -> Optional.empty();
    };
  }

  private static Optional<String> tag(Chosen chosen) {
    return switch (chosen.selector()) {
      case LatestTagged _, Tagged _ -> Optional.of(chosen.name());
      case MainBranch _, Branch _, EveryBranch _, Latest _ -> Optional.empty();
      case Deployed _, Released _, InEnvironment _ -> Optional.empty();
    };
  }

  private static boolean isLatest(ConsumerSelector selector) {
    return switch (selector) {
      case MainBranch _, Branch _, EveryBranch _, LatestTagged _, Latest _ -> true;
      case Tagged _, Deployed _, Released _, InEnvironment _ -> false;
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

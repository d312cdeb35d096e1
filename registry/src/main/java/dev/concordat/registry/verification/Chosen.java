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
import java.util.Comparator;

/// Why a pact was chosen: the selector and the version that it found.
///
/// @param versionId of the consumer
/// @param name of the branch, the tag or the environment by which it was found; empty where there is none
/// @param isProduction whether that environment is a production one
/// @param isFallback whether the fallback of the selector found it
record Chosen(
    ConsumerSelector selector,
    long versionId,
    String number,
    String name,
    boolean isProduction,
    boolean isFallback) {

  /// By kind, then by name, environments of production last, then by version.
  static final Comparator<Chosen> ORDER =
      Comparator.comparingInt(Chosen::rank)
          .thenComparing(Chosen::isProduction)
          .thenComparing(Chosen::name)
          .thenComparingLong(Chosen::versionId);

  private int rank() {
    return switch (selector) {
      case Latest _ -> 0;
      case MainBranch _ -> 1;
      case Branch _, EveryBranch _ -> 2;
      case LatestTagged _ -> 3;
      case Tagged _ -> 4;
      case Deployed _ -> 5;
      case Released _ -> 6;
      case InEnvironment _ -> 7;
    };
  }
}

package dev.concordat.registry.history;

import dev.concordat.registry.Scene;
import java.util.Optional;

/// One thing that happens in a random history.
sealed interface Event {
  record Publish(String consumer, String number, String provider, String words) implements Event {}

  record Unpublish(String consumer, String number, String provider) implements Event {}

  record Verify(
      String consumer,
      String number,
      String provider,
      String providerNumber,
      boolean success,
      boolean isWip)
      implements Event {}

  record OnBranch(String system, String number, String branch) implements Event {}

  record RemoveBranch(String system, String branch) implements Event {}

  record MainBranch(String system, String branch) implements Event {}

  record Tagged(String system, String number, String tag) implements Event {}

  record Untagged(String system, String number, String tag) implements Event {}

  record Deploy(String system, String number, String environment, Optional<String> target)
      implements Event {}

  record Undeploy(String system, String environment) implements Event {}

  record Release(String system, String number, String environment) implements Event {}

  record EndSupport(String system, String number, String environment) implements Event {}

  record DeleteVersion(String system, String number) implements Event {}

  /// Does it in the registry.
  default void play(Scene scene) {
    switch (this) {
      case Publish e -> scene.publish(e.consumer, e.number, e.provider, e.words);
      case Unpublish e -> scene.unpublish(e.consumer, e.number, e.provider);
      case Verify e ->
          scene.verify(
              e.consumer,
              e.number,
              e.provider,
              e.providerNumber,
              e.success,
              e.isWip,
              Optional.empty());
      case OnBranch e -> scene.branch(e.system, e.number, e.branch);
      case RemoveBranch e -> scene.removeBranch(e.system, e.branch);
      case MainBranch e -> scene.mainBranch(e.system, e.branch);
      case Tagged e -> scene.tag(e.system, e.number, e.tag);
      case Untagged e -> scene.untag(e.system, e.number, e.tag);
      case Deploy e -> scene.deploy(e.system, e.number, e.environment, e.target);
      case Undeploy e -> scene.undeploy(e.system, e.environment);
      case Release e -> scene.release(e.system, e.number, e.environment);
      case EndSupport e -> scene.endSupport(e.system, e.number, e.environment);
      case DeleteVersion e -> scene.deleteVersion(e.system, e.number);
    }
  }
}

package dev.concordat.engine.resilience;

import dev.concordat.engine.answers.AllowedAnswer;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.http.LinkEvent;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/// What experiments are made with: a consumer's calls of one operation on one link, a way to cause them, and a switch for
/// disturbances. Used by one thread at a time.
public interface Subject {
  LinkName link();

  /// The operation that is disturbed, with its provider: `payments.createCharge`.
  String operation();

  /// The call that causes it: `orders.placeOrder`.
  String cause();

  /// Whether a request that reached the link is one of the operation.
  boolean isAttempt(LinkEvent.Requested request);

  /// Calls the consumer, on data that do not depend on earlier calls, and waits for its answer.
  ///
  /// @param patience how long to wait
  Call call(Duration patience) throws InterruptedException, EnvironmentFailure;

  /// Where the consumer connects to.
  InetSocketAddress address();

  /// From now on, requests of the operation are disturbed.
  void disturb(Disturbance disturbance);

  /// The answers that the operation's contract allows beside the usual one; empty where there is no contract, or no
  /// undisturbed answer was seen yet.
  List<AllowedAnswer> allowedAnswers();

  /// From now on, requests of the operation get this answer.
  void answer(AllowedAnswer answer);

  /// Ends the disturbance; what it holds back goes on or ends.
  void calm();

  /// What happens on the link's connections.
  LinkLog log();
}

package dev.concordat.engine.resilience;

import dev.concordat.model.exchange.HttpResponseMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A call to a consumer that makes it call the disturbed operation, as its caller sees it.
///
/// @param startNanos when it was sent, by {@link System#nanoTime()}
/// @param endNanos when the answer was whole, the connection ended, or the patience
/// @param answer what came; empty where nothing did
/// @param isHanging whether the patience ended before anything came
/// @param undocumented what the consumer's own contract has against the answer; empty where it is documented, or there is no
///     contract
/// @param effects what it changed, counted: inserted rows by table, published messages by topic
public record Call(
    long startNanos,
    long endNanos,
    Optional<HttpResponseMessage> answer,
    boolean isHanging,
    Optional<String> undocumented,
    Map<String, Integer> effects) {
  private static final int FIRST_FAILURE = 400;

  public Call {
    effects = Map.copyOf(effects);
  }

  public Duration took() {
    return Duration.ofNanos(endNanos - startNanos);
  }

  /// Whether an answer came that says that it worked.
  public boolean isGood() {
    return answer.filter(it -> it.status() < FIRST_FAILURE).isPresent();
  }
}

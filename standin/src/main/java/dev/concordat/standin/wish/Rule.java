package dev.concordat.standin.wish;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.wire.fault.Delay;
import dev.concordat.wire.fault.DeliveryFault;
import java.util.Map;
import java.util.Optional;

/// Lets an operation answer with an outcome, late, or wrongly.
///
/// @param operation its id, or method and path: `getOrder`, `GET /orders/{id}`; `*` for all
/// @param headers what requests must have for the rule to hold, by name
/// @param schedule for which of these requests it holds
/// @param wish the outcome; none where the answer stays what it is
/// @param delay before the answer
/// @param fault what becomes of it on its way
public record Rule(
    String operation,
    Map<String, String> headers,
    Schedule schedule,
    Wish wish,
    Optional<Delay> delay,
    Optional<DeliveryFault> fault) {
  /// All operations.
  public static final String ALL = "*";

  public Rule {
    headers = Map.copyOf(headers);
    if (wish.isNone() && delay.isEmpty() && fault.isEmpty()) {
      throw new IllegalArgumentException(
          "a rule has a 'code', an 'example', 'dynamic', a 'delay' or a 'fault'");
    }
  }

  /// For which of the requests a rule holds: not for the first `after`, then for `times`, each with a probability.
  ///
  /// @param times 0 for always
  /// @param probability above 0, at most 1
  public record Schedule(int after, int times, double probability) {
    public Schedule {
      if (after < 0 || times < 0) {
        throw new IllegalArgumentException("'after' and 'times' count from 0");
      }
      if (!(probability > 0 && probability <= 1)) {
        throw new IllegalArgumentException("'probability' is above 0 and at most 1");
      }
    }
  }

  /// Whether the rule is meant for this request. One for all operations is meant for those that document its status.
  boolean isFor(HttpOperation asked, HttpRequestMessage request) {
    boolean isNamed =
        (operation.equals(ALL) && documents(asked))
            || operation.equals(asked.id())
            || operation.equals(asked.methodAndPath());
    return isNamed
        && headers.entrySet().stream()
            .allMatch(
                header ->
                    request.header(header.getKey()).filter(header.getValue()::equals).isPresent());
  }

  private boolean documents(HttpOperation asked) {
    return wish.code().isEmpty() || asked.response(wish.code().getAsInt()).isPresent();
  }
}

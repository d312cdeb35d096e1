package dev.concordat.wire.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/// A fault that can disturb how one answer is delivered; stand-ins have these too.
public sealed interface DeliveryFault extends Fault permits TransportFault, AnswerFault {
  /// What is done instead of sending the answer. When the acts end without closing, the connection goes on.
  ///
  /// @param answer what would have been sent
  /// @param random the only source of chance
  List<Act> deliver(Answer answer, RandomGenerator random);

  /// Whether the answer of the provider is wanted. If not, the provider never hears of the request.
  default boolean asksProvider() {
    return true;
  }
}

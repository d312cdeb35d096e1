package dev.concordat.wire.fault;

/// A fault of an HTTP response as a whole.
public sealed interface AnswerFault extends DeliveryFault
    permits MessageFault,
        WrongLength,
        TruncatedBody,
        ResetInBody,
        MalformedChunk,
        Garbage,
        DuplicateResponse,
        SlowHeaders,
        SlowBody {
  /// Whether it can do what it says to this answer; if not, the answer stays as it is and the fault counts as not applied.
  default boolean fits(Answer answer) {
    return true;
  }
}

package dev.concordat.compare.schema;

import dev.concordat.contracts.schema.Direction;

/// Who sends at a position: the side whose values must all be values of the other.
public enum Way {
  /// A request: who relies on the old contract (or the consumer) sends, who keeps the new one (or the provider) receives.
  REQUEST(true, Direction.REQUEST),
  /// A response: who keeps the new contract (or the provider) sends, who relies on the old one (or the consumer) receives.
  RESPONSE(false, Direction.RESPONSE),
  /// A request that the provider sends of its own, as webhooks and callbacks are: who keeps the new contract sends, who
  /// relies on the old one receives.
  OUTGOING_REQUEST(false, Direction.REQUEST),
  /// What such a request is answered: who relies on the old contract sends, who keeps the new one receives.
  OUTGOING_RESPONSE(true, Direction.RESPONSE),
  /// Kept or published messages: the old contract (or the consumer's) wrote them, the new one reads them. `readOnly` and
  /// `writeOnly` say nothing.
  NEW_READS_OLD(true, Direction.NONE),
  /// Kept or published messages: the new contract (or the provider's) wrote them, the old one reads them.
  OLD_READS_NEW(false, Direction.NONE);

  private final boolean isSentByBefore;
  private final Direction direction;

  Way(boolean isSentByBefore, Direction direction) {
    this.isSentByBefore = isSentByBefore;
    this.direction = direction;
  }

  /// Whether the first of the two schemas is the sender's.
  public boolean isSentByBefore() {
    return isSentByBefore;
  }

  /// What becomes of `readOnly` and `writeOnly`.
  public Direction direction() {
    return direction;
  }

  /// The same with the sides changed: who receives here sends there.
  Way reversed() {
    return switch (this) {
      case REQUEST -> OUTGOING_REQUEST;
      case OUTGOING_REQUEST -> REQUEST;
      case RESPONSE -> OUTGOING_RESPONSE;
      case OUTGOING_RESPONSE -> RESPONSE;
      case NEW_READS_OLD -> OLD_READS_NEW;
      case OLD_READS_NEW -> NEW_READS_OLD;
    };
  }

  /// The sender's of the two.
  public <T> T sender(T before, T after) {
    return isSentByBefore ? before : after;
  }

  /// The receiver's of the two.
  public <T> T receiver(T before, T after) {
    return isSentByBefore ? after : before;
  }
}

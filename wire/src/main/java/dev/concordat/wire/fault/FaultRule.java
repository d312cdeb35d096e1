package dev.concordat.wire.fault;

/// Which fault happens to what, and when.
///
/// @param fault what happens
/// @param requests to which requests; a fault of a whole connection asks for {@link Requests#ALL}
/// @param direction which way, for a {@link TransportFault}; other faults know it themselves
/// @param unit whether a {@link TransportFault} sees a connection or a message as its stream, and what the schedule counts
/// @param schedule to which of them
public record FaultRule(
    Fault fault, Requests requests, Direction direction, Unit unit, Schedule schedule) {
  /// What is disturbed as a whole.
  public enum Unit {
    /// A connection in one direction.
    CONNECTION,
    /// A request or a response; on links that are read as HTTP only.
    MESSAGE
  }

  public FaultRule {
    boolean isOfConnections = fault instanceof ConnectFault;
    boolean isOfMessages =
        fault instanceof AnswerFault
            || fault instanceof ExchangeFault
            || fault instanceof StreamFault;
    if ((isOfConnections && unit == Unit.MESSAGE) || (isOfMessages && unit == Unit.CONNECTION)) {
      throw new IllegalArgumentException(
          "'" + fault.name() + "' is a fault of " + (isOfMessages ? "messages" : "connections"));
    }
    if (unit == Unit.CONNECTION && !requests.equals(Requests.ALL)) {
      throw new IllegalArgumentException(
          "a connection has many requests: '" + requests + "' can be disturbed by message only");
    }
    if (fault instanceof UnansweredConnect && !schedule.equals(Schedule.ALWAYS)) {
      throw new IllegalArgumentException(
          "'" + fault.name() + "' is a fault of the whole port: it has no schedule");
    }
    boolean hasDirection = fault instanceof TransportFault || fault instanceof WindowStall;
    if (fault instanceof StreamFault && !hasDirection && direction == Direction.TO_PROVIDER) {
      throw new IllegalArgumentException("'" + fault.name() + "' is a fault of answers");
    }
    if (isOfMessages && direction == Direction.TO_PROVIDER && fault instanceof AnswerFault) {
      throw new IllegalArgumentException("'" + fault.name() + "' is a fault of answers");
    }
  }

  /// A fault of everything: each connection for faults of connections and of bytes, each message for the others.
  public static FaultRule of(Fault fault) {
    Unit unit =
        switch (fault) {
          case ConnectFault ignored -> Unit.CONNECTION;
          case TransportFault ignored -> Unit.CONNECTION;
          case AnswerFault ignored -> Unit.MESSAGE;
          case ExchangeFault ignored -> Unit.MESSAGE;
          case StreamFault ignored -> Unit.MESSAGE;
        };
    return new FaultRule(fault, Requests.ALL, Direction.TO_CONSUMER, unit, Schedule.ALWAYS);
  }

  /// The same for messages of these requests.
  public FaultRule on(Requests some) {
    return new FaultRule(fault, some, direction, Unit.MESSAGE, schedule);
  }

  public FaultRule towards(Direction other) {
    return new FaultRule(fault, requests, other, unit, schedule);
  }

  public FaultRule when(Schedule other) {
    return new FaultRule(fault, requests, direction, unit, other);
  }
}

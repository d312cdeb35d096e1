package dev.concordat.wire.fault;

import java.util.Optional;

/// Which fault happens to what, and when.
///
/// @param fault what happens
/// @param requests to which requests; a fault of a whole connection asks for {@link Requests#ALL}, as does one of Kafka
/// @param topic to which messages of Kafka: those of this topic, or of all but the broker's own
/// @param direction which way, for a {@link TransportFault}; other faults know it themselves
/// @param unit whether a {@link TransportFault} sees a connection or a message as its stream, and what the schedule counts
/// @param schedule to which of them
public record FaultRule(
    Fault fault,
    Requests requests,
    Optional<String> topic,
    Direction direction,
    Unit unit,
    Schedule schedule) {
  /// What is disturbed as a whole.
  public enum Unit {
    /// A connection in one direction.
    CONNECTION,
    /// A request or a response, on links that are read as HTTP; a message of Kafka, on links that are read as that.
    MESSAGE
  }

  public FaultRule {
    boolean isOfConnections = fault instanceof ConnectFault;
    boolean isOfMessages =
        fault instanceof AnswerFault
            || fault instanceof ExchangeFault
            || fault instanceof StreamFault
            || fault instanceof RecordFault;
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
    if (fault instanceof RecordFault && !requests.equals(Requests.ALL)) {
      throw new IllegalArgumentException(
          "'" + fault.name() + "' is a fault of Kafka's messages: it names a 'topic', no requests");
    }
    if (topic.isPresent() && !(fault instanceof RecordFault)) {
      throw new IllegalArgumentException(
          "'" + fault.name() + "' is no fault of Kafka's messages, and has no 'topic'");
    }
    if (fault instanceof RecordFault && direction == Direction.TO_PROVIDER) {
      throw new IllegalArgumentException("'" + fault.name() + "' knows its direction");
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
          case RecordFault ignored -> Unit.MESSAGE;
        };
    return new FaultRule(
        fault, Requests.ALL, Optional.empty(), Direction.TO_CONSUMER, unit, Schedule.ALWAYS);
  }

  /// The same for messages of these requests.
  public FaultRule on(Requests some) {
    return new FaultRule(fault, some, topic, direction, Unit.MESSAGE, schedule);
  }

  /// The same for messages of this topic.
  public FaultRule ofTopic(String name) {
    return new FaultRule(fault, requests, Optional.of(name), direction, unit, schedule);
  }

  public FaultRule towards(Direction other) {
    return new FaultRule(fault, requests, topic, other, unit, schedule);
  }

  public FaultRule when(Schedule other) {
    return new FaultRule(fault, requests, topic, direction, unit, other);
  }
}

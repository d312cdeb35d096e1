package dev.concordat.wire.fault;

/// A fault of Kafka's messages, on links that read Kafka. A {@link FaultRule} names the topic. A message that was chosen stays
/// chosen as long as the rule is on: whoever fetches it again gets the same.
public sealed interface RecordFault extends Fault
    permits ValueFault, DropMessage, DuplicateMessage, ReorderMessages, DelayMessage {}

package dev.concordat.wire.fault;

/// A disturbance of a link. When and where it happens is said by a {@link FaultRule}, how it is written by
/// {@link FaultText}.
public sealed interface Fault
    permits ConnectFault, DeliveryFault, ExchangeFault, StreamFault, RecordFault {
  /// Its name in the written form: `reset`, `truncated-body`.
  String name();
}

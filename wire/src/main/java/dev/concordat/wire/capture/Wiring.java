package dev.concordat.wire.capture;

/// What every observer of a run is connected to.
///
/// @param loops the threads that relay; whoever opened them closes them
/// @param sink where exchanges go, **raw** (see {@link ExchangeSink})
/// @param ids the run's names for exchanges
public record Wiring(EventLoops loops, ExchangeSink sink, ExchangeIds ids, CaptureLimits limits) {
  /// Wiring of its own, with the limits that suit ordinary systems.
  public static Wiring of(EventLoops loops, ExchangeSink sink) {
    return new Wiring(loops, sink, new ExchangeIds(), CaptureLimits.DEFAULT);
  }
}

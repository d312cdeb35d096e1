package dev.concordat.conform.run;

import dev.concordat.conform.experiment.Source.Phase;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Trial;
import dev.concordat.model.exchange.HttpRequestMessage;

/// What happens while a run goes on. Told one at a time; listeners must be quick.
public sealed interface RunEvent {
  /// A part of the run begins.
  record Began(Phase phase) implements RunEvent {}

  /// Findings are confirmed and made smaller.
  record Settling(int suspects) implements RunEvent {}

  /// A request was sent, and something or nothing came.
  record Sent(Exchange exchange, boolean isNews) implements RunEvent {}

  /// A request would be sent, if this were no dry run.
  record WouldSend(Trial trial, HttpRequestMessage request) implements RunEvent {}

  /// Something looks wrong that did not before.
  record Suspected(Suspicion suspicion) implements RunEvent {}
}

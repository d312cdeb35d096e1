package dev.concordat.wire.capture;

import dev.concordat.model.exchange.Exchange;

/// Where observers hand over what they saw.
///
/// **The exchange is raw: it holds passwords, tokens and card numbers exactly as they crossed the wire**, because it is
/// judged against contracts, and a redacted value would break a schema that the real one keeps. It must not leave memory.
/// Whatever is stored or shown goes through {@link dev.concordat.wire.redaction.Redactor#redact} first.
///
/// Called from several threads, event loops among them: implementations are thread-safe, quick, and never block.
@FunctionalInterface
public interface ExchangeSink {
  void seen(Exchange raw);
}

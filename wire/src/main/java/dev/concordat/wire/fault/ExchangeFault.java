package dev.concordat.wire.fault;

/// A fault of the conversation of consumer and provider that is neither of the bytes nor of the answer.
public sealed interface ExchangeFault extends Fault permits DuplicateRequest, WithheldContinue {}

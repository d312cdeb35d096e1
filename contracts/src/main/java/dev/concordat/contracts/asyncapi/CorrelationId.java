package dev.concordat.contracts.asyncapi;

import dev.concordat.model.finding.Sentence;

/// Where a message carries the value by which it is told which other message it belongs to.
public record CorrelationId(MessageExpression location, Sentence at) {}

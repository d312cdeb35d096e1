package dev.concordat.wire.kafkalink;

/// Where a message is.
record Place(String topic, int partition, long offset) {}

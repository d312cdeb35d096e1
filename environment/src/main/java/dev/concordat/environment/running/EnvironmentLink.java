package dev.concordat.environment.running;

/// A connection that an environment observes.
///
/// @param from the consumer, or the user of a part
/// @param to the provider or part
/// @param label `HTTP`, `PostgreSQL` or `Kafka`
/// @param exchanges how many were seen so far; for a database, how many statements, for a broker, how many messages went either way
public record EnvironmentLink(String from, String to, String label, long exchanges) {}

package dev.concordat.environment.setup;

import dev.concordat.model.place.Place;

/// Something detection found, and where.
///
/// @param subject the system or part it is about, or a link's name, or `workspace`
/// @param statement a short sentence: `is started by java -jar target/orders.jar`
public record Fact(String subject, String statement, Place place, Sureness sureness) {}

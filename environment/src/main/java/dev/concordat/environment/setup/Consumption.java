package dev.concordat.environment.setup;

import java.nio.file.Path;
import java.util.Optional;

/// One system calls another: a link.
///
/// @param provider the other system; where the setup has none of that name, a stand-in made from the contract speaks for it
/// @param variable the environment variable that carries the address
/// @param value the variable's value with `{host}` and `{port}` where the link's address belongs
/// @param contract what the consumer needs of the provider, such as a Pact file
public record Consumption(
    String provider, String variable, String value, Optional<Path> contract) {}

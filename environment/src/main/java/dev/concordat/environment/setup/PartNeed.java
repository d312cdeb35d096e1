package dev.concordat.environment.setup;

/// A system uses a part.
///
/// @param part the name of a {@link PartSpec}
/// @param variable an environment variable; a part may need several (URL, user, password): one need each
/// @param value its value with `{host}`, `{port}`, `{database}`, `{user}` and `{password}` where they belong
public record PartNeed(String part, String variable, String value) {}

package dev.concordat.model.comparison;

/// One of the two contracts that are compared.
///
/// @param role how texts call it: `the old contract`, `the consumer`
/// @param file as the user named it, with its revision where it has one: `main:openapi.yaml`
/// @param kind the format's name: `OpenAPI`
public record Subject(String role, String file, String kind, String title, String version) {}

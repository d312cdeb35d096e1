package dev.concordat.conform.explain;

/// A sentence of an error body with the place that it is about, as the body writes both.
///
/// @param field parts joined with slashes; empty where none is named
/// @param code what kind of mistake it is, in the framework's own word: `missing`, `number.min`, `Size`; empty where none
/// @param bound a limit that stands beside it in a member of its own; empty where none
record Complaint(String field, String code, String bound, String message) {}

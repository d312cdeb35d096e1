package dev.concordat.contracts.schema;

import dev.concordat.model.place.Place;

/// How a value breaks a sentence of a schema.
///
/// @param instancePointer the JSON Pointer of the value that is wrong; of a missing member, where it ought to stand; of
///     a member that is not allowed, the member
/// @param keyword the keyword that is broken: `type`, `required`, `enum`, …; `false` for a schema that allows nothing
/// @param sentence where the keyword stands
/// @param sentenceText the line of the contract at that place
/// @param message for people: `amount: "10.10" is a string, the contract wants a number (orders/openapi.yaml:88)`
/// @param expected what the contract wants, in short
/// @param actual what came, shortened
public record Violation(
    String instancePointer,
    String keyword,
    Place sentence,
    String sentenceText,
    String message,
    String expected,
    String actual) {}

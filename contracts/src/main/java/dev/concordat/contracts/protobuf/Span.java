package dev.concordat.contracts.protobuf;

import dev.concordat.model.place.Place;

/// Where a declaration stands, from its first character to behind its last.
///
/// @param endLine from 1
/// @param endColumn from 1, the column after the last character
/// @param text the line on which it starts, without its indentation; empty where the text is not here
public record Span(Place place, int endLine, int endColumn, String text) {}

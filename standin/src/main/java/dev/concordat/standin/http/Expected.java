package dev.concordat.standin.http;

/// What a request says about the form of its answer.
///
/// @param isHead the answer has no body
/// @param isLast the connection is closed afterwards
record Expected(boolean isHead, boolean isLast, String target) {}

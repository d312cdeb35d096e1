package dev.concordat.drift;

/// How far a check is.
///
/// @param done how many stubs were looked at
/// @param lying how many of them lie
public record DriftEvent(int done, int all, int lying, int requests) {}

package dev.concordat.conform.memory;

import dev.concordat.conform.resource.Instance;

/// A thing that exists at the provider as far as this run saw.
///
/// @param isOwn whether this run created it
record Known(Instance instance, boolean isOwn) {}

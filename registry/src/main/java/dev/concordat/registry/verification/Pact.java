package dev.concordat.registry.verification;

import java.time.Instant;

/// A publication that was found.
record Pact(
    long consumerId,
    String consumer,
    String mainBranch,
    long versionId,
    String number,
    long contentId,
    String sha,
    Instant publishedAt) {}

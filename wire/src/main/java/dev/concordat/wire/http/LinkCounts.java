package dev.concordat.wire.http;

/// What passed through a link since it was opened.
///
/// @param connections how many the consumer opened
/// @param refused how many of them could not be continued to the provider
/// @param exchanges how many were handed to the sink
/// @param opaque connections, or their rest, that were relayed but not understood: another protocol, an upgrade, a head
///     over its limit
/// @param requestBytes what the consumer sent
/// @param responseBytes what the provider sent
/// @param dropped exchanges that were seen in part but could not be told: their connection became opaque, a response had
///     no request, or the sink failed
public record LinkCounts(
    long connections,
    long refused,
    long exchanges,
    long opaque,
    long requestBytes,
    long responseBytes,
    long dropped) {}

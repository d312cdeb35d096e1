package dev.concordat.model.timing;

import dev.concordat.model.link.LinkName;
import java.time.Duration;

/// The distribution of the answers of one operation on one link.
///
/// @param operation with its provider: `payments.createCharge`
/// @param count how many answers were measured
/// @param waiting how many more were added for calls that could not be made while a slow one held their place (coordinated
///     omission); 0 where calls came one after another without a plan
/// @param median half of the answers were faster
/// @param p95 19 of 20 were faster
/// @param p99 99 of 100 were faster
/// @param max the slowest
public record Latency(
    LinkName link,
    String operation,
    long count,
    long waiting,
    Duration median,
    Duration p95,
    Duration p99,
    Duration max) {}

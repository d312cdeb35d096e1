package dev.concordat.model.timing;

import dev.concordat.model.finding.Sentence;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// A budget and what the runs say of it.
///
/// @param subject what it is about: `orders.placeOrder`, or a flow's step: `checkout.flow.yaml: place`
/// @param quantile the share of answers that must be within the limit: 0.95
/// @param confidence how sure a verdict must be: 0.95
/// @param runs how many were measured
/// @param over how many of them took longer than the limit
/// @param missing how many more runs within the limit it takes to pass; 0 unless there are not enough
/// @param sentence where the budget is written
public record BudgetResult(
    String subject,
    BigDecimal quantile,
    Duration limit,
    BigDecimal confidence,
    BudgetOutcome outcome,
    int runs,
    int over,
    int missing,
    Optional<Sentence> sentence) {}

package dev.concordat.model.timing;

import dev.concordat.model.finding.Sentence;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// A budget against another version, and what the runs of both say of it.
///
/// @param subject what it is about: `orders.placeOrder`, or a flow's step: `checkout.flow.yaml: place`
/// @param quantile the share of answers that is compared: 0.95
/// @param factor how many times as long they may take as in the other version
/// @param version the other version, as git names it
/// @param confidence how sure a verdict must be: 0.95
/// @param runs how many were measured of each version
/// @param here the quantile of the version under test, as seen
/// @param there the quantile of the other, as seen
/// @param least so many times as long it surely takes; empty where nothing is sure
/// @param most it surely takes at most so many times as long; empty where nothing is sure
/// @param missing how many more runs would decide if they came out like these; 0 where there are enough, or where no number
///     of them is likely to
/// @param sentence where the budget is written
public record ComparedBudget(
    String subject,
    BigDecimal quantile,
    BigDecimal factor,
    String version,
    BigDecimal confidence,
    BudgetOutcome outcome,
    int runs,
    Duration here,
    Duration there,
    Optional<BigDecimal> least,
    Optional<BigDecimal> most,
    int missing,
    Optional<Sentence> sentence) {}

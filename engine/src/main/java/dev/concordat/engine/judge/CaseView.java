package dev.concordat.engine.judge;

import dev.concordat.cases.ContractCase;
import java.util.Optional;

/// The case in which exchanges are judged.
///
/// @param contractCase what Concordat sent and expects, unless the case is a flow
public record CaseView(String id, Optional<ContractCase> contractCase) {}

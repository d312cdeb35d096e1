package dev.concordat.cases;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.Sentence;
import java.util.Optional;

/// One request to an operation, with what must come of it and why. It carries no credentials.
///
/// @param id stable for the same contract, begins with the operation's id: `placeOrder/invalid/body-lines-0-quantity-maximum`
/// @param what for people, without the operation: `lines/0/quantity above its maximum (101)`
/// @param says what it stands on: `maximum: at most 100`
/// @param sentence where the contract says so; absent where only HTTP does
/// @param flaw the one thing that is wrong with it; absent for a request that keeps the contract
public record OperationCase(
    String id,
    HttpOperation operation,
    HttpRequestMessage request,
    Outcome outcome,
    String what,
    String says,
    Optional<Sentence> sentence,
    Optional<Flaw> flaw) {}

package dev.concordat.cases;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.place.Place;

/// One request with its expectation and its reason.
///
/// @param id stable for the same contract: `orders/placeOrder/invalid/lines-0-quantity-maximum`
/// @param name for people: `placeOrder: lines/0/quantity above its maximum (101)`
/// @param reason the sentence of the contract that it stands on: `at most 100`
/// @param sentence where that sentence stands
public record ContractCase(
    String id,
    String system,
    HttpOperation operation,
    HttpRequestMessage request,
    Expectation expectation,
    String name,
    String reason,
    Place sentence) {}

package com.example.payments.charge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.payments.http.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private final Ledger ledger = new Ledger();
  private final ChargeRequest request =
      new ChargeRequest(
          UUID.randomUUID(), new BigDecimal("10.10"), "EUR", "tok_visa4242", Instant.now());

  @Test
  void theSameKeyAgainGivesTheSameCharge() {
    Ledger.Result first = ledger.charge("key-00000001", request);

    Ledger.Result second = ledger.charge("key-00000001", request);

    assertTrue(first.created());
    assertFalse(second.created());
    assertEquals(first.charge(), second.charge());
  }

  @Test
  void noMoreIsRefundedThanWasCharged() {
    UUID id = ledger.charge("key-00000002", request).charge().id();
    RefundRequest most = new RefundRequest(new BigDecimal("10.00"), "duplicate", null);

    ledger.refund(id, most);

    assertThrows(Problem.class, () -> ledger.refund(id, most));
  }
}

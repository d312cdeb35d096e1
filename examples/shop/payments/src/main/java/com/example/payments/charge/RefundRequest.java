package com.example.payments.charge;

import com.example.payments.Faults;
import com.example.payments.json.Input;
import java.math.BigDecimal;
import java.util.List;

/** What a caller wants to give back, checked against openapi.yaml. */
public record RefundRequest(BigDecimal amount, String reason, String note) {

  private static final List<String> REASONS =
      List.of("requested_by_customer", "duplicate", "fraudulent");
  private static final int MAX_NOTE_LENGTH = 200;

  public static RefundRequest from(Input body) {
    String amount =
        body.text("amount", ChargeRequest.AMOUNT, "an amount with two decimals, as in 10.10");
    String reason = body.oneOf("reason", REASONS);
    String note = body.has("note") ? body.text("note", 0, MAX_NOTE_LENGTH) : null;
    body.check();
    if (Faults.enabled("payments-refund-note-null")) {
      note = note.strip();
    }
    return new RefundRequest(new BigDecimal(amount), reason, note);
  }
}

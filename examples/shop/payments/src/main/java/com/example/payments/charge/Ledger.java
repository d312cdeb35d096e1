package com.example.payments.charge;

import com.example.payments.Faults;
import com.example.payments.http.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** All charges, in memory: the bank keeps the books, we only need the last ones. */
public final class Ledger {

  private static final int MAX_CHARGES = 20_000;

  /** A sandbox charge can be refunded as often as a test likes. */
  private static final Charge SANDBOX =
      new Charge(
          UUID.fromString("33333333-3333-4333-8333-000000000001"),
          UUID.fromString("11111111-1111-4111-8111-000000000001"),
          new BigDecimal("20.20"),
          "EUR",
          "4242",
          new BigDecimal("0.00"),
          Instant.parse("2026-01-05T09:30:00Z"));

  private record Key(String idempotencyKey, UUID orderId, Instant receivedAt) {
    static Key of(String idempotencyKey, ChargeRequest request) {
      Instant received = Faults.enabled("payments-key-ignored") ? request.receivedAt() : null;
      return new Key(idempotencyKey, request.orderId(), received);
    }
  }

  private record Answered(ChargeRequest request, UUID chargeId) {}

  /** A charge, and whether this call made it. */
  public record Result(Charge charge, boolean created) {}

  private final Map<UUID, Charge> charges = limited();
  private final Map<Key, Answered> answered = limited();

  /** The same key for the same order again gives the same charge again. */
  public synchronized Result charge(String idempotencyKey, ChargeRequest request) {
    Key key = Key.of(idempotencyKey, request);
    Answered before = answered.get(key);
    if (before != null) {
      if (!before.request().isSameAs(request)) {
        throw new Problem(409, "key-reused", "This key was used for a different charge.");
      }
      return new Result(charges.get(before.chargeId()), false);
    }
    if (request.isDeclined()) {
      throw new Problem(402, "card-declined", "The bank declined the card.");
    }
    Charge charge =
        new Charge(
            UUID.randomUUID(),
            request.orderId(),
            request.amount(),
            request.currency(),
            request.cardLast4(),
            new BigDecimal("0.00"),
            now());
    charges.put(charge.id(), charge);
    answered.put(key, new Answered(request, charge.id()));
    return new Result(charge, true);
  }

  public synchronized Optional<Charge> find(UUID id) {
    return id.equals(SANDBOX.id()) ? Optional.of(SANDBOX) : Optional.ofNullable(charges.get(id));
  }

  /** The charges of one order, or of all; the oldest first. */
  public synchronized List<Charge> list(Optional<UUID> orderId) {
    return Stream.concat(Stream.of(SANDBOX), charges.values().stream())
        .filter(charge -> orderId.map(charge.orderId()::equals).orElse(true))
        .toList();
  }

  public synchronized Refund refund(UUID chargeId, RefundRequest request) {
    Charge charge =
        find(chargeId).orElseThrow(() -> Problem.notFound("There is no charge " + chargeId + "."));
    if (charge != SANDBOX) {
      if (request.amount().compareTo(charge.refundable()) > 0) {
        throw new Problem(
            409, "not-refundable", "At most " + charge.refundable() + " can be refunded.");
      }
      charges.put(chargeId, charge.refundedBy(request.amount()));
    }
    return new Refund(
        UUID.randomUUID(), chargeId, request.amount(), request.reason(), request.note(), now());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static <K, V> Map<K, V> limited() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MAX_CHARGES;
      }
    };
  }
}

package com.example.shop.orders.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order as we keep it. Absent values are null. */
public record Order(
    UUID id,
    Long number,
    Status status,
    Customer customer,
    List<Line> lines,
    BigDecimal total,
    String currency,
    String note,
    Instant deliverAt,
    Instant createdAt,
    UUID reservationId,
    UUID chargeId) {

  /** Where an order is in its life. */
  public enum Status {
    PENDING,
    CONFIRMED,
    DECLINED,
    FAILED,
    CANCELLED
  }

  public record Customer(String name, String email, Long loyaltyNumber) {}

  public record Line(String sku, int quantity, BigDecimal unitPrice) {

    public BigDecimal total() {
      return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
  }

  public static BigDecimal totalOf(List<Line> lines) {
    return lines.stream().map(Line::total).reduce(new BigDecimal("0.00"), BigDecimal::add);
  }

  public Order numbered(long given) {
    return new Order(
        id, given, status, customer, lines, total, currency, note, deliverAt, createdAt,
        reservationId, chargeId);
  }

  public Order confirmed(UUID charge) {
    return new Order(
        id, number, Status.CONFIRMED, customer, lines, total, currency, note, deliverAt, createdAt,
        reservationId, charge);
  }

  public Order in(Status next) {
    return new Order(
        id, number, next, customer, lines, total, currency, note, deliverAt, createdAt,
        reservationId, chargeId);
  }

  public Order noted(String text) {
    return new Order(
        id, number, status, customer, lines, total, currency, text, deliverAt, createdAt,
        reservationId, chargeId);
  }
}

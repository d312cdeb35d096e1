package com.example.shop.orders.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.example.shop.orders.http.Problem;
import com.example.shop.orders.json.Json;
import com.example.shop.orders.order.Order.Line;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {

  @Test
  void totalsKeepTheirDigits() {
    List<Line> lines =
        List.of(
            new Line("TEA-001", 3, new BigDecimal("10.10")),
            new Line("PIN-001", 2, new BigDecimal("0.10")));

    assertEquals(new BigDecimal("30.50"), Order.totalOf(lines));
  }

  @Test
  void tellsEverythingThatIsWrongAtOnce() {
    byte[] body =
        """
        {"customer": {"name": ""}, "lines": [{"sku": "tea", "quantity": 0}], "payment": {}}
        """
            .getBytes(StandardCharsets.UTF_8);

    Problem problem = assertThrows(Problem.class, () -> OrderRequest.from(Json.input(body)));

    assertEquals(
        List.of(
            "/customer/name",
            "/customer/email",
            "/lines/0/sku",
            "/lines/0/quantity",
            "/payment/cardToken"),
        problem.violations().stream().map(Problem.Violation::field).toList());
  }
}

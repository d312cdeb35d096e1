package dev.concordat.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.flowmap.FlowMap;
import dev.concordat.model.flowmap.ValueHop;
import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.flowmap.ValuePlace.Kind;
import dev.concordat.report.picture.Markup;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowMapCardTest {
  private static final ValuePlace REQUEST =
      new ValuePlace(Kind.REQUEST, "orders.placeOrder", "/customer/name");
  private static final ValuePlace ROW =
      new ValuePlace(Kind.ROW, "orders-db.orders", "/customer_name");
  private static final ValuePlace MESSAGE =
      new ValuePlace(Kind.MESSAGE, "events.orders.confirmed", "/customer/<name>");

  @Test
  void drawsEveryStepWithItsStateAndListsThem() {
    // Given
    var map =
        new FlowMap(
            List.of(
                new ValueHop(
                    REQUEST,
                    ROW,
                    "orders",
                    2,
                    5,
                    ValueHop.State.CHANGED,
                    List.of("it was trimmed")),
                new ValueHop(ROW, MESSAGE, "orders", 2, 0, ValueHop.State.LEARNED, List.of())));
    var page = new Markup();

    // When
    new FlowMapCard(page).write(map);

    // Then
    assertThat(page.toString())
        .contains("Where values go", "customer_name", "class=\"link broken\"", "link unseen")
        .contains("orders.placeOrder request /customer/name → orders-db.orders row /customer_name")
        .contains("it was trimmed", "2 learned, 5 followed", "&lt;name&gt;")
        .doesNotContain("<name>");
  }

  @Test
  void writesNothingWhereNothingWasLearned() {
    // Given
    var page = new Markup();

    // When
    new FlowMapCard(page).write(FlowMap.NONE);

    // Then
    assertThat(page.toString()).isEmpty();
  }
}

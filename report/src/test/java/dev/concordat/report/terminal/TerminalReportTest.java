package dev.concordat.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.report.SampleRun;
import org.junit.jupiter.api.Test;

final class TerminalReportTest {
  @Test
  void startsWithTheVerdictThenEachIncidentWithOwnerEvidenceAndReplay() {
    String text = new TerminalReport(Style.PLAIN).render(SampleRun.broken());

    assertThat(text)
        .isEqualTo(
            """
            ✗ 2 incidents, one cause each
              3 cases: 1 held, 2 broke · 5 systems, 8 links · ready in 6.4 s, done in 21.3 s · seed 42
              team-checkout 1 · team-payments 1

            ✗ conform/wrong-type   orders → payments   payments.createCharge   owner: team-payments (provider)
                /amount  amount is the number 10.1, the contract wants a string
                expected a string
                seen     10.1
                contract payments/openapi.yaml:88  amount: {type: string, format: decimal}
                why      payments answered against its own contract; CODEOWNERS:4 /payments/
                cases    14 cases, first payments.createCharge#1
                led to   flows/message-missing at events.orders.confirmed
                replay   concordat replay 7f3a91

            ✗ flows/message-missing   orders   events.orders.confirmed   owner: team-checkout (publisher)
                no message with orderId o-1 came within 3 s
                contract flows/checkout.flow.yaml:12  receive: events.orderConfirmed
                why      orders publishes it; catalog-info.yaml:12 spec.owner
                cases    1 case, first flow:checkout.flow.yaml#1
                replay   concordat replay a0b1c2

            note  storefront is a stand-in: node is missing here
            """);
  }

  @Test
  void neverBlamesAContractForABrokenEnvironment() {
    String text = new TerminalReport(Style.PLAIN).render(SampleRun.troubled());

    assertThat(text)
        .startsWith("✗ the environment failed, nobody's contract is blamed\n")
        .contains("    | Exception in thread \"main\" <boom>\n")
        .contains("    fix: read its last lines; the whole log is in runs/r1/logs/orders.log\n");
  }

  @Test
  void saysThatEverythingHolds() {
    String text = new TerminalReport(Style.PLAIN).render(SampleRun.holding());

    assertThat(text).startsWith("✓ everything that was tried holds\n  3 cases: 3 held, 0 broke");
  }
}

package dev.concordat.cli.provider;

import dev.concordat.contracts.har.HarWriter;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.conform.Told;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.link.LinkName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The stories of all findings as one HTTP archive; an entry's id is the finding's, with the number of the step.
final class ConformHar {
  private ConformHar() {}

  static String of(ConformReport report) {
    List<HttpExchange> exchanges = new ArrayList<>();
    for (ConformFinding finding : report.findings()) {
      int step = 0;
      for (Told told : finding.story()) {
        step++;
        exchanges.add(
            new HttpExchange(
                finding.id() + "-" + step,
                new LinkName(LinkName.CONCORDAT, report.provider()),
                report.started(),
                told.took(),
                Optional.empty(),
                told.request(),
                told.response(),
                told.noAnswer().isEmpty() ? Optional.empty() : Optional.of(told.noAnswer())));
      }
    }
    String version = ConformHar.class.getPackage().getImplementationVersion();
    return HarWriter.write(exchanges, version == null ? "0" : version);
  }
}

package dev.concordat.engine.plan;

import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.flow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One case for each topic that a system subscribes by its contract, where a flow asks that system for something.
final class PoisonCases {
  private PoisonCases() {}

  /// @param flows all that may be run
  static List<PlannedCase> of(ContractBook book, List<PlannedCase> flows) {
    List<PlannedCase> cases = new ArrayList<>();
    for (ContractBook.Topic topic : book.topics()) {
      Optional<String> address = topic.operation().channel().address().map(it -> it.text());
      List<PlannedCase.OfFlow> asking = asking(flows, topic.system());
      if (!topic.isPublished()
          && address.filter(it -> !it.contains("{")).isPresent()
          && !asking.isEmpty()) {
        cases.add(new PlannedCase.OfPoison(topic, address.get(), asking));
      }
    }
    return cases;
  }

  private static List<PlannedCase.OfFlow> asking(List<PlannedCase> flows, String system) {
    List<PlannedCase.OfFlow> asking = new ArrayList<>();
    for (PlannedCase each : flows) {
      if (each instanceof PlannedCase.OfFlow flow
          && !flow.flow().isDisturbed()
          && flow.flow().steps().stream().anyMatch(step -> isCallOf(step, system))) {
        asking.add(flow);
      }
    }
    return asking;
  }

  private static boolean isCallOf(Step step, String system) {
    return step instanceof Step.Call call && call.operation().startsWith(system + ".");
  }
}

package dev.concordat.engine.plan;

import dev.concordat.cases.ContractCase;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.flow.Budget;
import dev.concordat.engine.flow.Flow;
import dev.concordat.engine.flow.FlowFault;
import dev.concordat.engine.timing.QuantileBudget;
import dev.concordat.engine.timing.RatioBudget;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.link.LinkName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A case that a run will try.
public sealed interface PlannedCase {
  /// Stable for the same contracts and seed.
  String id();

  /// What a person calls it.
  String name();

  /// A request to one system, made from its contract.
  record OfContract(ContractCase content) implements PlannedCase {
    @Override
    public String id() {
      return content.id();
    }

    @Override
    public String name() {
      return content.name();
    }
  }

  /// Whether one system keeps its contract: what `concordat conform` tries, sequences among it.
  record OfProvider(String system, OpenApiContract contract) implements PlannedCase {
    @Override
    public String id() {
      return system + "/conform/" + contract.file();
    }

    @Override
    public String name() {
      return system + ": whether it keeps its contract";
    }
  }

  /// How a consumer's calls of one provider behave when they fail.
  ///
  /// @param causes valid requests to the consumer, documented examples first; some of them make it call the provider
  record OfLink(LinkName link, List<ContractCase> causes) implements PlannedCase {
    public OfLink {
      causes = List.copyOf(causes);
    }

    @Override
    public String id() {
      return "link:" + link.consumer() + "/" + link.provider();
    }

    @Override
    public String name() {
      return link + ": what happens when " + link.provider() + " fails";
    }
  }

  /// Whether the values of an operation's requests arrive as they were sent, wherever they go.
  ///
  /// @param bases valid requests, those with most values first
  record OfFidelity(OpenApiContract contract, List<ContractCase> bases) implements PlannedCase {
    public OfFidelity {
      bases = List.copyOf(bases);
      if (bases.isEmpty()) {
        throw new IllegalArgumentException("values need a request");
      }
    }

    /// With its system: `orders.placeOrder`.
    public String operation() {
      return system() + "." + bases.getFirst().operation().id();
    }

    public String system() {
      return bases.getFirst().system();
    }

    @Override
    public String id() {
      return "fidelity:" + operation();
    }

    @Override
    public String name() {
      return operation() + ": whether its values arrive as they were sent";
    }
  }

  /// What a subscriber does with a message that nobody can read.
  ///
  /// @param topic what it subscribes
  /// @param address where its messages are
  /// @param flows those that ask the subscriber for something, to see whether it still works
  record OfPoison(ContractBook.Topic topic, String address, List<OfFlow> flows)
      implements PlannedCase {
    public OfPoison {
      flows = List.copyOf(flows);
    }

    @Override
    public String id() {
      return "poison:" + topic.system() + "/" + address;
    }

    @Override
    public String name() {
      return topic.system() + ": a message on " + address + " that nobody can read";
    }
  }

  /// What a subscriber does with a message that comes twice, and with two that come the other way round.
  ///
  /// @param topic what it subscribes
  /// @param address where its messages are
  /// @param publisher who publishes there
  /// @param causes requests to the publisher that may make it publish, documented examples first
  /// @param asks requests to the subscriber that only read
  record OfMessages(
      ContractBook.Topic topic,
      String address,
      String publisher,
      List<ContractCase> causes,
      List<ContractCase> asks)
      implements PlannedCase {
    public OfMessages {
      causes = List.copyOf(causes);
      asks = List.copyOf(asks);
      if (causes.isEmpty()) {
        throw new IllegalArgumentException("messages need a request that leads to them");
      }
    }

    @Override
    public String id() {
      return "messages:" + topic.system() + "/" + address;
    }

    @Override
    public String name() {
      return topic.system() + ": messages on " + address + " that come twice, or in another order";
    }
  }

  /// Many runs of a valid request, and what they say of the operation's budget.
  ///
  /// @param causes valid requests of the operation, documented examples first
  /// @param sentence where the budget is written
  record OfBudget(List<ContractCase> causes, QuantileBudget budget, Sentence sentence)
      implements PlannedCase {
    public OfBudget {
      causes = List.copyOf(causes);
      if (causes.isEmpty()) {
        throw new IllegalArgumentException("a budget is judged by requests");
      }
    }

    /// With its system: `orders.placeOrder`.
    public String operation() {
      return causes.getFirst().system() + "." + causes.getFirst().operation().id();
    }

    public String system() {
      return causes.getFirst().system();
    }

    @Override
    public String id() {
      return "budget:" + operation() + ":" + budget.text();
    }

    @Override
    public String name() {
      return operation() + ": " + budget.text();
    }
  }

  /// Runs of a valid request on two versions in turn, and what they say of the operation's budget against the other.
  ///
  /// @param causes valid requests of the operation, documented examples first
  /// @param sentence where the budget is written
  record OfComparison(List<ContractCase> causes, RatioBudget budget, Sentence sentence)
      implements PlannedCase {
    public OfComparison {
      causes = List.copyOf(causes);
      if (causes.isEmpty()) {
        throw new IllegalArgumentException("a budget is judged by requests");
      }
    }

    /// With its system: `orders.placeOrder`.
    public String operation() {
      return causes.getFirst().system() + "." + causes.getFirst().operation().id();
    }

    public String system() {
      return causes.getFirst().system();
    }

    @Override
    public String id() {
      return "budget:" + operation() + ":" + budget.text();
    }

    @Override
    public String name() {
      return operation() + ": " + budget.text();
    }
  }

  /// Runs of a flow on two versions in turn.
  ///
  /// @param flow with those of its budgets that are against this version
  record OfFlowComparison(OfFlow flow, String version) implements PlannedCase {
    @Override
    public String id() {
      return "budget:" + flow.id() + ":" + version;
    }

    @Override
    public String name() {
      return flow.name() + ": its budgets against " + version;
    }
  }

  /// Many runs of a flow that has budgets.
  record OfFlowBudget(OfFlow flow) implements PlannedCase {
    @Override
    public String id() {
      return "budget:" + flow.id();
    }

    @Override
    public String name() {
      return flow.name() + ": its budgets";
    }
  }

  /// A flow with one row of its table, and one of its faults where each of them is a case of its own.
  ///
  /// @param number the case's in its flow, from 1
  record OfFlow(Flow flow, Flow.Row row, Optional<FlowFault> fault, int number)
      implements PlannedCase {
    /// The same case with other budgets.
    OfFlow withBudget(List<Budget> budgets) {
      return new OfFlow(flow.withBudget(budgets), row, fault, number);
    }

    /// All faults that are on while its steps are taken.
    public List<FlowFault> faults() {
      return Stream.concat(flow.faults().stream(), fault.stream()).toList();
    }

    @Override
    public String id() {
      return "flow:" + flow.file() + "#" + number;
    }

    @Override
    public String name() {
      String name = row.label().isEmpty() ? flow.name() : flow.name() + ": " + row.label();
      return fault.map(it -> name + ", " + it.title()).orElse(name);
    }
  }
}

package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.meaning.Meaningful;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an AsyncAPI document says, references followed.
///
/// @param specification the version of AsyncAPI it is written in: `3.0.0`
public record AsyncApiContract(
    String file,
    String title,
    String version,
    String specification,
    Optional<Owner> owner,
    List<Server> servers,
    List<Channel> channels,
    List<ChannelOperation> operations,
    List<Problem> problems)
    implements Contract, Meaningful {
  public AsyncApiContract {
    servers = List.copyOf(servers);
    channels = List.copyOf(channels);
    operations = List.copyOf(operations);
    problems = List.copyOf(problems);
  }

  @Override
  public Term meaning() {
    return AsyncApiMeaning.own(this);
  }

  @Override
  public Map<String, Term> parts() {
    return AsyncApiMeaning.parts(this);
  }

  @Override
  public ContractKind kind() {
    return ContractKind.ASYNCAPI;
  }

  /// The channel of a topic; one whose address has no parameters comes first.
  public Optional<Channel> channelAt(String address) {
    return channels.stream()
        .filter(channel -> channel.isAt(address))
        .min((a, b) -> parameters(a) - parameters(b));
  }

  private static int parameters(Channel channel) {
    return channel.address().map(address -> address.parameterNames().size()).orElse(0);
  }

  public Optional<ChannelOperation> operation(String id) {
    return operations.stream().filter(operation -> operation.id().equals(id)).findFirst();
  }
}

package dev.concordat.fuzz;

import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.contracts.protobuf.ProtobufReader;
import dev.concordat.contracts.tree.ProblemText;

/// A descriptor set, and its own bytes as messages of its types. Sources would start a compiler for every input.
final class DescriptorSetTarget implements Target {
  @Override
  public void take(byte[] input) {
    ProtobufReader.recognises(input);
    ProtobufContract contract = ProtobufReader.readDescriptorSet("input", input);
    contract.problems().forEach(ProblemText::of);
    Meaning.of(contract);
    Messages.judge(contract, input);
  }
}

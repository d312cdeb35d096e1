package dev.concordat.contracts.problems;

import java.util.List;

/// Problems of the sentences that only AsyncAPI has.
final class MessageRules {
  static final List<ProblemRule> ALL =
      List.of(
          new ProblemRule(
              "contract/missing-schema-format",
              "A schema is one of Avro and the document does not say so.",
              "Say it with schemaFormat."),
          new ProblemRule(
              "contract/bad-expression",
              "A correlation id, a reply or a parameter does not name a place in a message.",
              "Write $message.header#/… or $message.payload#/…."),
          new ProblemRule(
              "contract/unknown-protocol",
              "AsyncAPI has no bindings for a protocol of that name.",
              "Correct the name, or start it with x-."),
          new ProblemRule(
              "contract/bad-binding",
              "A value of a binding is not one that the protocol has.",
              "Write a value that the binding allows."),
          new ProblemRule(
              "contract/unknown-member",
              "A binding has a member that its protocol does not know.",
              "Correct its name or remove it."),
          new ProblemRule(
              "contract/bad-value",
              "A member of a binding has a value of another type.",
              "Write a value of the right type."),
          new ProblemRule(
              "contract/unused-parameter",
              "A parameter is described that the address does not have.",
              "Write it in the address, in braces, or remove it."),
          new ProblemRule(
              "contract/undefined-parameter",
              "A parameter of an address is not described.",
              "Describe it under parameters."),
          new ProblemRule(
              "contract/bad-parameter-default",
              "The default of a parameter is not one of its values.",
              "Name one of the values."),
          new ProblemRule(
              "contract/incomplete-server",
              "A server lacks its address or its protocol.",
              "Write both."),
          new ProblemRule(
              "contract/reply-with-two-addresses",
              "The address of a reply stands both in its request and in its channel.",
              "Let the address of the channel be null."),
          new ProblemRule(
              "contract/message-of-other-channel",
              "An operation or reply names a message that is not one of its channel.",
              "Refer to a message of the channel."));

  private MessageRules() {}
}

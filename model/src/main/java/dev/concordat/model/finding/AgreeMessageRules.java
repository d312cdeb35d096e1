package dev.concordat.model.finding;

import java.util.List;

/// The rules of the proof *agree* for messages that travel through brokers or are kept: topics, queues, files.
public final class AgreeMessageRules {
  public static final Rule MESSAGE_UNREADABLE =
      rule(
          "message-unreadable",
          "A message that may be sent cannot be read",
          "The writer's contract allows the message that is shown, and the reader's refuses it."
              + " Consumers stop at it, or drop it; where messages are kept, it stays there.",
          "Let readers follow first: give new fields defaults, keep types, names and symbols, or"
              + " write to a new topic.");

  public static final Rule MESSAGE_HEADERS_UNREADABLE =
      rule(
          "message-headers-unreadable",
          "Headers or a key that may be sent are refused",
          "A message that was right is turned away for what stands beside its payload: its headers,"
              + " its key, the id by which it is told which other message it belongs to.",
          "Keep sending what was promised, and make new headers optional for readers.");

  public static final Rule MESSAGE_UNEXPECTED =
      rule(
          "message-unexpected",
          "A kind of message comes that the reader does not know",
          "Readers of the channel meet a message that none of their sentences describes, and fail"
              + " or drop it.",
          "Send it on a channel of its own, or let every reader of the channel know it first.");

  public static final Rule MESSAGE_GONE =
      rule(
          "message-gone",
          "A kind of message that readers know no longer comes",
          "Every message that comes is still read; who waits for this one waits in vain.",
          "Keep sending it until nobody waits for it.");

  public static final Rule VALUE_LOST =
      rule(
          "value-lost",
          "A message is read, and a value of it is lost",
          "Reader and writer are compatible by the format's rules, and yet the value that is shown"
              + " does not arrive: the reader has no field for it, or a number, symbol or text"
              + " takes its place.",
          "Keep the wider type and the field in readers, or decide that the value is not needed.");

  public static final Rule CHANNEL_GONE =
      rule(
          "channel-gone",
          "A channel that is used is gone",
          "Whoever listens there hears nothing any more; whoever sends there is not heard.",
          "Keep the channel, at its old address too, until nobody uses it.");

  public static final Rule ADDRESS_REFUSED =
      rule(
          "address-refused",
          "An address that may be used is none of the other side's",
          "The channel is there, and the value of a parameter in its address is not: messages go"
              + " where nobody listens.",
          "Keep the values that a parameter could have.");

  public static final Rule TRANSPORT_CHANGED =
      rule(
          "transport-changed",
          "Where or how messages travel changes",
          "Messages stay the same, but not the server, the topic's configuration, the queue or the"
              + " protocol's settings.",
          "Tell whoever is connected before the change, and keep the old way open for a while.");

  static final List<Rule> ALL =
      List.of(
          MESSAGE_UNREADABLE,
          MESSAGE_HEADERS_UNREADABLE,
          MESSAGE_UNEXPECTED,
          MESSAGE_GONE,
          VALUE_LOST,
          CHANNEL_GONE,
          ADDRESS_REFUSED,
          TRANSPORT_CHANGED);

  private AgreeMessageRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("agree/" + name, Proof.AGREE, title, meaning, fix);
  }
}

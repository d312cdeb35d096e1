package dev.concordat.model.finding;

import java.util.List;

/// The rules of the proof *agree* for Protocol Buffers: what becomes of messages between two versions of their types. Calls
/// that are gone, generated code and meaning have the rules that all formats share.
public final class AgreeProtobufRules {
  public static final Rule BYTES_MISREAD =
      rule(
          "protobuf-bytes-misread",
          "Bytes that one side may send are refused, lost or taken for something else",
          "The message that is shown was written by one side's types; the other side's make"
              + " something else of the same bytes, or nothing.",
          "Keep a field's number, type and cardinality for ever: give the new thing a new number,"
              + " and set the old one aside with `reserved`.");

  public static final Rule JSON_MISREAD =
      rule(
          "protobuf-json-misread",
          "A message in JSON that one side may send is refused or taken for something else",
          "The bytes are the same, the JSON form is not: names of fields and values stand in it.",
          "Keep names where JSON is used, with `json_name` or an alias (`allow_alias`); set names"
              + " aside with `reserved`. Where nobody uses JSON, compare with the policy `WIRE`.");

  public static final Rule CALL_CHANGED =
      rule(
          "protobuf-call-changed",
          "A call takes or gives a stream where it was one message, or the other way",
          "One side sends messages that the other does not wait for, or waits for messages that"
              + " never come.",
          "Offer the stream as a method of its own and keep the old one until nobody calls it.");

  public static final Rule RESERVATION_LIFTED =
      rule(
          "protobuf-reservation-lifted",
          "A number or name that was set aside may be used again",
          "It was reserved because messages that use it are still about. Whoever uses it anew will"
              + " read those wrongly.",
          "Keep every `reserved` line.");

  public static final Rule VALUE_DROPPED =
      rule(
          "protobuf-value-dropped",
          "A field is sent that the other side does not know",
          "The message passes; what the field says is dropped without a word.",
          "Find out whether the other side should know the field; if not, stop sending it.");

  static final List<Rule> ALL =
      List.of(BYTES_MISREAD, JSON_MISREAD, CALL_CHANGED, RESERVATION_LIFTED, VALUE_DROPPED);

  private AgreeProtobufRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("agree/" + name, Proof.AGREE, title, meaning, fix);
  }
}
